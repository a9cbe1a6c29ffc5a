import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { printable, trusted } from '../../src/render/printable.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(source, name), 'utf8')) }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** The files in which a pattern stands, by their paths in src. */
function using(pattern: RegExp): string[] {
  return files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => relative('.', name))
    .sort();
}

// Who may call a text rendered, and what each sees to.
const renderers = [
  'render/ci/github.ts', // lines of printable texts, escaped for workflow commands
  'render/ci/junit.ts', // XML, escaped as HTML is
  'render/completion/reply.ts', // printable words and what they mean, with tabs and ends of lines between; ASCII
  'render/document-formats.ts', // as report-formats.ts
  'render/export/calendar.ts', // lines of iCalendar, by their type
  'render/export/csv.ts', // lines of CSV, by their type
  'render/export/gantt.ts', // texts of a chart, by their type
  'render/export/rows-json.ts', // lines of JSON
  'render/json-list.ts', // parts of what json.ts renders
  'render/json.ts', // escapes what a terminal would obey
  'render/portfolio-csv.ts', // printable texts, defused for spreadsheets and quoted
  'render/portfolio-formats.ts', // as report-formats.ts
  'render/rendered.ts', // lines of printable texts
  'render/report-formats.ts', // a page or Markdown, escaped by their types
  'render/terminal/diff.ts', // for a pipe the bytes of the files, that `patch` takes it; else printable
  'render/terminal/page.ts', // lays out printable texts
  'render/terminal/problems.ts', // lines of printable texts
  'render/terminal/progress.ts', // a line that a page laid out
];

describe('the boundary to the terminal', () => {
  it('makes printable texts in one file only', () => {
    expect(using(/\bas\s+(?:unknown\s+as\s+)?Printable\b/)).toEqual(['render/printable.ts']);
    expect(using(/<Printable>|\bis Printable\b|printableBrand/)).toEqual(['render/printable.ts']);
  });

  it('makes rendered output in few files, each known', () => {
    expect(using(/\bas\s+(?:unknown\s+as\s+)?Rendered\b/)).toEqual(['render/rendered.ts']);
    expect(using(/\bis Rendered\b|renderedBrand/)).toEqual(['render/rendered.ts']);
    expect(using(/\brendered\(/)).toEqual(renderers);
  });

  it('has no way to a stream but the context', () => {
    expect(using(/\bprocess\.std(?:out|err)\b|\bwriteSync\b/)).toEqual([
      'context.ts',
      'store/files/file-system.ts',
    ]);
    expect(using(/\bconsole\./)).toEqual([]);
  });

  it('switches no type off on the way', () => {
    expect(using(/\bas any\b|: any\b|@ts-(?:ignore|expect-error|nocheck)/)).toEqual([]);
    expect(using(/\bas never\b/)).toEqual(using(/createPromptModule/));
  });

  it('asks questions through the dialogue, which orders and shows their texts', () => {
    expect(using(/\.prompts\(/)).toEqual(['commands/dialogue.ts']);
  });
});

describe('trusted', () => {
  it('keeps the marks that the layout puts around words', () => {
    const own = 'נכתב: \u2068report.md\u2069 \u200e–\u200f';
    expect(trusted(own)).toBe(own);
    expect(trusted(`\u2068${printable('日本')}\u2069`)).toBe('\u2068日本\u2069');
  });

  it('shows what a foreign word that nobody looked at would have a terminal do', () => {
    expect(trusted('a\x1b]0;x\x07\n\x9b2J\u202eb\u2068\u200b\u2069')).toBe(
      'a\\x1b]0;x\\x07\\x0a\\x9b2J\\u{202e}b\u2068\\u{200b}\u2069',
    );
  });
});

describe('JSON', () => {
  const hostile = {
    name: 'a\x1b[2J\x7f\x9b31m\u202e\u2066\u2028\ufeff\u{e0041}\ud83d',
    'key\u009b\u202e': ['👨‍👩‍👧 שלום "x" \\', 1.5, null, true],
  };

  it('is the same data to every reader', () => {
    expect(JSON.parse(renderJson(hostile))).toEqual(hostile);
  });

  it('holds nothing that a terminal would obey, and no half of a character', () => {
    const text = renderJson(hostile).replaceAll('\n', '');
    expect(text).not.toMatch(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e0fff}]/u,
    );
    expect(text).toContain('👨‍👩‍👧 שלום');
  });
});
