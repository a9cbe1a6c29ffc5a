import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../src/core/documents/document.ts';
import { templateProblemCodes } from '../../src/core/documents/template-problem.ts';
import { loadDocumentWords } from '../../src/render/messages/documents.ts';
import { newFolder } from '../folders.ts';
import { expectGolden } from '../golden.ts';
import { exampleFolder } from '../reports.ts';
import { atTerminal } from './context.ts';

const day = '2026-11-20';
const office = '/usr/bin/soffice';

const run = (folder: string, ...argv: readonly string[]) =>
  atTerminal(folder, ['document', '--today', day, ...argv]);

/** A copy of an example that lies in no repository, so that no commit stands in its documents. */
function copyOf(name: string): string {
  const folder = join(newFolder(), name);
  cpSync(exampleFolder(name), folder, { recursive: true });
  return folder;
}

function withTemplate(folder: string, name: string, text: string): string {
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'documents', name), text);
  return folder;
}

/** The text of a Word file with its marks. */
function wordXml(file: string): string {
  return new TextDecoder().decode(unzipSync(readFileSync(file))['word/document.xml']);
}

/** What LibreOffice makes of a Word file: a PDF, and its text by pages. */
function pagesOf(file: string): string[] {
  const out = newFolder();
  spawnSync(office, [
    '--headless',
    `-env:UserInstallation=file://${out}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    file,
  ]);
  const { stdout } = spawnSync('pdftotext', [join(out, 'paper.pdf'), '-'], { encoding: 'utf8' });
  return stdout.split('\f').slice(0, -1);
}

describe.each([
  ['literacy-south', 'he'],
  ['harbour-skills', 'en'],
])('the documents of %s', (name, language) => {
  it.each(documentKinds)('%s stays as it is', async (kind) => {
    const { code, out, err } = await run(copyOf(name), kind, '--lang', language);
    expect(code).toBe(0);
    expectGolden(`document/${name}.${kind}.md`, `${out}\n---\n${err}`);
  });
});

describe.each(['en', 'he'])('every document in %s', (language) => {
  it.each(documentKinds)('%s is made of a partnership that has just begun', async (kind) => {
    const folder = newFolder();
    const made = await atTerminal(folder, [
      'init',
      'new',
      '--name',
      'New',
      '--lang',
      language,
      '--no-input',
      '--today',
      day,
    ]);
    expect(made.code).toBe(0);
    const { code, out, err } = await run(join(folder, 'new'), kind, '--lang', language);
    expect(code).toBe(0);
    expect(out).toContain(language === 'he' ? 'לא נרשם' : 'not recorded');
    expect(err).toMatch(language === 'he' ? /^עדיין לא נרשמו: ./ : /^Not recorded yet: ./);
  });
});

describe('a figure of a metric', () => {
  it.each(['en', 'he'])(
    'is a percentage where the metric is a share, and nowhere else, in %s',
    async (lang) => {
      const folder = newFolder();
      const start = ['--name', 'New', '--lang', lang, '--no-input', '--today', day];
      await atTerminal(folder, ['init', 'new', ...start]);
      const add = async (...fields: string[]) =>
        expect((await atTerminal(join(folder, 'new'), ['add', 'metrics', ...fields])).code).toBe(0);
      await add('name=A share', 'kind=outcome', 'aggregate=pooled', 'baseline=0.4', 'target=0.855');
      await add('name=A mean', 'kind=outcome', 'aggregate=mean', 'target=0.855');
      // It counts by its latest round, whatever its file says.
      await add('name=Health', 'kind=health', 'aggregate=pooled', 'target=0.855');
      const { out } = await run(join(folder, 'new'), 'case-study', '--lang', lang);
      const rows = out.split('\n').filter((line) => /A share|A mean|Health/.test(line));
      expect(rows).toEqual([
        '| A share | 40% | 85.5% | – |',
        '| A mean | – | 0.86 | – |',
        '| Health | – | 0.86 | – |',
      ]);
    },
  );
});

describe('a ratio', () => {
  it.each([
    ['harbour-skills', 'en', 'Leverage', '0.20'],
    ['literacy-south', 'he', 'מינוף', '0.11'],
    ['literacy-south', 'he', 'עלות לנהנה', '1,120.53'],
  ])('of %s in %s has one name and one form wherever it is shown: %s', async (name, lang, label, figure) => {
    const folder = exampleFolder(name);
    const about = ['--lang', lang, '--today', day];
    const texts = [
      (await atTerminal(folder, ['metrics', ...about])).out,
      (await atTerminal(folder, ['report', '--format', 'md', '--out', '-', ...about])).out,
      (await atTerminal(folder, ['report', '--format', 'html', '--out', '-', ...about])).out,
      (await atTerminal(folder, ['document', 'measurement', ...about])).out,
    ];
    const shown = new RegExp(`${label}[^\\d]{1,60}?${figure.replace('.', '\\.')}(?![\\d%])`);
    for (const text of texts) expect(text.replaceAll(/<[^>]*>|[\u200e\u200f]/g, ' ')).toMatch(shown);
  });
});

describe('what is missing', () => {
  it('is told with what to type, and as data', async () => {
    const folder = copyOf('harbour-skills');
    const { out } = await run(folder, 'review', '--json');
    const { missing, blocks, kind } = JSON.parse(out);
    expect(kind).toBe('review');
    expect(blocks[0]).toMatchObject({ kind: 'title' });
    expect(missing).toContainEqual({
      name: 'review_reason',
      label: expect.any(String),
      hint: 'partner advance --reason "…"',
    });
  });

  it('is told with sections that entries can be added to', async () => {
    const folder = newFolder();
    await atTerminal(folder, ['init', 'new', '--name', 'New', '--lang', 'en', '--no-input', '--today', day]);
    const known = new Set(
      JSON.parse((await atTerminal(join(folder, 'new'), ['export', '--json'])).out).tables.map(
        ({ name }: { name: string }) => name,
      ),
    );
    for (const kind of documentKinds) {
      const { missing } = JSON.parse((await run(join(folder, 'new'), kind, '--json')).out);
      const sections = missing.flatMap(
        ({ hint }: { hint: string | null }) => /^partner add (\S+)/.exec(hint ?? '')?.[1] ?? [],
      );
      for (const section of sections) expect(known).toContain(section);
    }
  });

  it('is told beside the files', async () => {
    const { out } = await run(copyOf('harbour-skills'), 'closing', '--out', 'letter.html', '--json');
    expect(JSON.parse(out)).toMatchObject({ format: 1, files: ['letter.html'] });
    expect(JSON.parse(out).missing.length).toBeGreaterThan(0);
  });
});

describe('an agreement', () => {
  it('is a draft until every member has signed', async () => {
    const folder = copyOf('harbour-skills');
    const text = async () => (await run(folder, 'agreement', '--lang', 'en')).out;
    expect(await text()).not.toContain('DRAFT');
    const added = await atTerminal(folder, [
      'add',
      'partners',
      'name=Late',
      'sector=ngo',
      '--no-input',
      '--today',
      day,
    ]);
    expect(added.code).toBe(0);
    expect(await text()).toContain('> DRAFT');
  });
});

describe('a template of one’s own', () => {
  it('takes the place of the one that comes with the program', async () => {
    const folder = withTemplate(
      copyOf('harbour-skills'),
      'status.en.md',
      '# Hello {{name}}\n\n{{> risks: text, owner}}\n\n{{#ended}}\nover\n{{/ended}}\n',
    );
    const { code, out } = await run(folder, 'status', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(/^# Hello Harbour Skills\n\n\| [^|]+ \| [^|]+ \|\n/);
    expect(out).not.toContain('over');
  });

  it('is refused with every problem at its place, in both languages', async () => {
    const text =
      '# 🌱 {{vison}}\n{{> risk: text}}\n{{> risks: txet}}\n{{#endet}}\n{{/endet}}\nx {{name\n{{/a}}\n{{#b}}\n';
    const places = [
      ['template-unknown-name', 1, 5],
      ['template-unknown-name', 2, 1],
      ['template-unknown-column', 3, 12],
      ['template-unknown-name', 4, 1],
      ['template-syntax', 6, 3],
      ['template-not-open', 7, 1],
      ['template-unknown-name', 8, 1],
      ['template-not-closed', 8, 1],
    ];
    expect(new Set(places.map(([code]) => code))).toEqual(new Set(templateProblemCodes));
    for (const language of ['en', 'he']) {
      const folder = withTemplate(copyOf('harbour-skills'), `status.${language}.md`, text);
      const told = await run(folder, 'status', '--lang', language);
      expect({ code: told.code, out: told.out }).toEqual({ code: 2, out: '' });
      expectGolden(`document/broken-template.${language}.txt`, told.err);
      const { error } = JSON.parse((await run(folder, 'status', '--lang', language, '--json')).out);
      expect(error.code).toBe('invalid-template');
      const found = error.diagnostics.map((one: Record<string, unknown>) => [one.code, one.line, one.column]);
      expect(found).toEqual(expect.arrayContaining(places));
      expect(found).toHaveLength(places.length);
    }
  });

  it.each([
    ['not-utf8', (file: string) => writeFileSync(file, Buffer.from([0x23, 0x20, 0xff]))],
    ['control-character', (file: string) => writeFileSync(file, '# a\u0007')],
    ['conflict-marker', (file: string) => writeFileSync(file, '# a\n<<<<<<< ours\n')],
    ['not-a-regular-file', (file: string) => mkdirSync(file)],
    ['not-a-regular-file', (file: string) => symlinkSync('nowhere', file)],
  ])('that is no text is refused: %s', async (code, spoil) => {
    const folder = copyOf('harbour-skills');
    mkdirSync(join(folder, 'documents'));
    spoil(join(folder, 'documents', 'status.en.md'));
    const told = await run(folder, 'status', '--lang', 'en', '--json');
    expect(told.code).toBe(2);
    const { error } = JSON.parse(told.out);
    expect(error.diagnostics[0]).toMatchObject({
      code,
      file: expect.stringContaining('documents/status.en.md'),
    });
  });
});

describe('the status at the last gate', () => {
  it('names what is no item too', async () => {
    const folder = newFolder();
    await atTerminal(folder, ['init', 'end', '--name', 'End', '--lang', 'en', '--no-input', '--today', day]);
    const end = join(folder, 'end');
    const { stages } = JSON.parse((await atTerminal(end, ['status', '--json', '--today', day])).out);
    for (const { stage } of stages.slice(0, -1)) {
      const { gate } = JSON.parse((await atTerminal(end, ['status', '--json', '--today', day])).out);
      const waive = gate.missing.flatMap(({ item }: { item: string }) => ['--waive', `${item}=for the test`]);
      const passed = await atTerminal(end, ['advance', ...waive, '--no-input', '--today', day]);
      expect({ stage, code: passed.code, err: passed.err }).toMatchObject({ stage, code: 0 });
    }
    const last = JSON.parse((await atTerminal(end, ['status', '--json', '--today', day])).out);
    const items = last.gate.missing.flatMap(({ item }: { item: string | null }) => item ?? []);
    expect((await atTerminal(end, ['check', ...items, '--no-input', '--today', day])).code).toBe(0);
    const { out } = await run(end, 'status', '--lang', 'en');
    expect(out).toContain('| how the partnership ends is not decided | – |');
  });
});

describe('wrong turns', () => {
  it.each([
    [['stats'], 'did you mean status?'],
    [['review', '--review', 'nope'], 'no review'],
    [['status', '--review', 'x'], '--review'],
    [['status', '--out', 'reviews.yaml'], ''],
  ])('refuses %j', async (argv, said) => {
    const { code, err } = await run(copyOf('harbour-skills'), '--lang', 'en', ...argv);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('writes a Word file of its own choice beside what is there, and not over it', async () => {
    const folder = copyOf('harbour-skills');
    expect((await run(folder, 'status', '--format', 'docx')).code).toBe(0);
    expect(existsSync(join(folder, 'harbour-skills-status.docx'))).toBe(true);
    expect((await run(folder, 'status', '--format', 'docx')).code).toBe(2);
  });
});

describe('hostile texts', () => {
  const hostile = '<script>alert(1)</script> [x](javascript:alert(1)) | \\u202e\\u0007 & {{name}}';
  it('stay texts in every form', async () => {
    const folder = copyOf('harbour-skills');
    const home = join(folder, 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace(/^name: .*$/m, `name: "${hostile}"`));
    const markdown = (await run(folder, 'status', '--lang', 'en')).out;
    expect(markdown).toContain('\\<script\\>');
    expect(markdown).not.toMatch(/[\u202e\u0007]/);
    const page = (await run(folder, 'status', '--lang', 'en', '--format', 'html')).out;
    expect(page).not.toContain('<script');
    expect(page).toContain('{{name}}');
    expect((await run(folder, 'status', '--out', 'paper.docx')).code).toBe(0);
    const xml = wordXml(join(folder, 'paper.docx'));
    expect(xml).toContain('&lt;script&gt;');
    expect(xml).not.toMatch(/[\u202e\u0007]/);
  });
});

const hasOffice = existsSync(office) && spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasOffice)
  process.stderr.write('LibreOffice or pdftotext is not here: Word files are not opened again\n');

describe.skipIf(!hasOffice)('a Word file in LibreOffice', () => {
  it.each([
    ['literacy-south', 'he', 'תמונת מצב'],
    ['harbour-skills', 'en', 'Main risks'],
  ])('the status of %s is one sheet, with its words', async (name, language, words) => {
    const file = join(newFolder(), 'paper.docx');
    expect((await run(copyOf(name), 'status', '--lang', language, '--out', file)).code).toBe(0);
    const pages = pagesOf(file);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(words);
    expect(pages[0]).toContain('1 / 1');
  });

  it('of an agreement has four pages at the most', async () => {
    const file = join(newFolder(), 'paper.docx');
    await run(copyOf('literacy-south'), 'agreement', '--lang', 'he', '--out', file);
    expect(pagesOf(file).length).toBeLessThanOrEqual(4);
  });
});

describe('a Word file', () => {
  it('has headings that are headings, and in Hebrew paragraphs and tables from right to left', async () => {
    const file = join(newFolder(), 'paper.docx');
    await run(copyOf('literacy-south'), 'agreement', '--lang', 'he', '--out', file);
    const stdout = wordXml(file);
    const paragraphs = stdout.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const worded = paragraphs.filter((paragraph) => paragraph.includes('<w:t'));
    expect(worded.length).toBeGreaterThan(50);
    expect(worded.filter((paragraph) => !/<w:bidi\/>/.test(paragraph))).toEqual([]);
    expect((stdout.match(/<w:bidiVisual\/>/g) ?? []).length).toBe((stdout.match(/<w:tbl>/g) ?? []).length);
    expect((stdout.match(/w:pStyle w:val="Heading2"/g) ?? []).length).toBeGreaterThan(10);
  });
});

describe('the templates that come with the program', () => {
  it.each([
    ['FORMAT.md', ', and '],
    ['FORMAT.he.md', ', ו־'],
  ])('have the names that %s tells of, and no others', async (file, last) => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', file), 'utf8');
    const text = page.replaceAll('\u200e', '');
    const rowOf = (start: string) => text.split('\n').find((line) => line.startsWith(`| \`${start}`)) ?? '';
    const namesIn = (part: string) => [...part.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
    const [fields = ''] = rowOf('{{name}}').split(last);
    expect(namesIn(fields)).toEqual(Object.keys((await loadDocumentWords('en')).fields));
    const tables = namesIn(rowOf('{{> risks'));
    const flags = namesIn(rowOf('{{#name}}'));
    const template = [
      ...tables.map((name) => `{{> ${name}}}`),
      ...flags.map((name) => `{{#${name}}}\n{{/${name}}}`),
    ].join('\n');
    const folder = withTemplate(copyOf('harbour-skills'), 'status.en.md', template);
    const { code, err } = await run(folder, 'status', '--lang', 'en', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(tables.length).toBeGreaterThan(10);
    expect(flags).toEqual(['draft', 'ended', 'reviewed', 'gate_open']);
  });

  it('are there for every kind in both languages, and say the same things', () => {
    const folder = join(import.meta.dirname, '..', '..', 'templates', 'documents');
    const names = readdirSync(folder).sort();
    expect(names).toEqual(documentKinds.flatMap((kind) => [`${kind}.en.md`, `${kind}.he.md`]).sort());
    const used = (name: string) =>
      readFileSync(join(folder, name), 'utf8')
        // The titles of columns are words of the language.
        .replace(/ \([^()]*\)(?=[,}])/g, '')
        .match(/\{\{.*?\}\}/g)
        ?.sort();
    for (const kind of documentKinds) expect(used(`${kind}.he.md`)).toEqual(used(`${kind}.en.md`));
  });
});
