import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../src/core/documents/document.ts';
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

  it.each([
    ['x {{vison}}', '1:3', 'did you mean vision?'],
    ['\n{{> risk: text}}', '2:1', 'did you mean risks?'],
    ['{{> risks: txet}}', '1:12', 'did you mean text?'],
    ['{{#endet}}\n{{/endet}}\nx {{name', '3:3', 'field'],
    ['{{#ended}}\n{{vison}}\n{{/ended}}', '2:1', 'vision'],
  ])('is refused at its place: %j', async (text, place, said) => {
    const { code, out, err } = await run(
      withTemplate(copyOf('harbour-skills'), 'status.en.md', text),
      'status',
      '--lang',
      'en',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const line = err.replace(/\s+/g, ' ');
    expect(line).toContain(`documents/status.en.md:${place}: `);
    expect(line).toContain(said);
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
    expect(pagesOf(file).length).toBeLessThanOrEqual(4);
  });
});

describe('the templates that come with the program', () => {
  it('are there for every kind in both languages, and say the same things', () => {
    const folder = join(import.meta.dirname, '..', '..', 'templates', 'documents');
    const names = readdirSync(folder).sort();
    expect(names).toEqual(documentKinds.flatMap((kind) => [`${kind}.en.md`, `${kind}.he.md`]).sort());
    const used = (name: string) =>
      readFileSync(join(folder, name), 'utf8')
        .match(/\{\{.*?\}\}/g)
        ?.sort();
    for (const kind of documentKinds) expect(used(`${kind}.he.md`)).toEqual(used(`${kind}.en.md`));
  });
});
