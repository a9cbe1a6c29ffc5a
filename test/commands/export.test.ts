import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { expectGolden } from '../golden.ts';
import { exampleFolder } from '../reports.ts';
import { atTerminal } from './context.ts';

const day = '2026-11-20';
const office = '/usr/bin/soffice';

function copyOf(name: string): string {
  const folder = join(newFolder(), name);
  cpSync(exampleFolder(name), folder, { recursive: true });
  return folder;
}

const run = (folder: string, ...argv: readonly string[]) =>
  atTerminal(folder, ['export', '--today', day, ...argv]);

async function textOf(folder: string, ...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await run(folder, ...argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** What another program reads out of a calendar: each event's UID with its day and title. */
function eventsIn(text: string): Map<string, { on: string; title: string }> {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return [event.uid, { on: event.startDate.toString(), title: event.summary }];
    }),
  );
}

describe.each([
  ['literacy-south', 'he'],
  ['harbour-skills', 'en'],
])('the export of %s', (name, language) => {
  const folder = exampleFolder(name);

  it.each(['csv', 'jsonl', 'ics', 'mermaid'])('stays as it is: %s', async (format) => {
    const text = await textOf(folder, '--format', format, '--lang', language);
    expectGolden(`export/${name}.${format}`, text);
  });

  it('has the figures of metrics --json, digit for digit', async () => {
    const metrics = JSON.parse((await atTerminal(folder, ['metrics', '--json', '--today', day])).out);
    const lines = (await textOf(folder, '--format', 'jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const rows = lines.filter(({ table }) => table === 'metrics');
    const figures = (all: Record<string, unknown>[]) =>
      all.map(({ id, baseline, target, actual, attainment }) => [id, baseline, target, actual, attainment]);
    expect(figures(rows)).toEqual(figures(metrics.metrics));
    const shares = lines.filter(({ table, total }) => table === 'partners' && total !== null);
    for (const { id, total, share } of shares) {
      const part = metrics.by_partner.find((one: { partner: string }) => one.partner === id);
      expect([total, share]).toEqual([part.total, part.share]);
    }
  });

  it('is a calendar to another program, which moves an event instead of doubling it', async () => {
    const copy = copyOf(name);
    const before = eventsIn(await textOf(copy, '--format', 'ics'));
    const plan = readdirSync(join(copy, 'stages')).find((file) => file.includes('planning')) ?? '';
    const text = readFileSync(join(copy, 'stages', plan), 'utf8');
    const [milestone] = [...before.keys()].filter((uid) => uid.startsWith('milestone-'));
    const id = milestone?.slice('milestone-'.length, milestone.indexOf('@')) ?? '';
    const moved = text.replace(
      new RegExp(`(id: ${id}\\n(?:.*\\n)*?.*due: )\\d{4}-\\d\\d-\\d\\d`),
      '$12030-01-31',
    );
    expect(moved).not.toBe(text);
    writeFileSync(join(copy, 'stages', plan), moved);
    const after = eventsIn(await textOf(copy, '--format', 'ics'));
    expect(new Set(after.keys())).toEqual(new Set(before.keys()));
    expect(after.get(milestone ?? '')?.on).toBe('2030-01-31');
  });
});

describe('where an export goes', () => {
  it('writes a file for each table into a folder', async () => {
    const folder = copyOf('harbour-skills');
    const { code, err } = await run(folder, '--out', 'tables');
    expect(code).toBe(0);
    expect(err).toContain('tables/stages.csv');
    const files = readdirSync(join(folder, 'tables'));
    expect(files).toEqual(expect.arrayContaining(['checklist.csv', 'observations.csv', 'partners.csv']));
    const table = readFileSync(join(folder, 'tables', 'contributions.csv'), 'utf8');
    expect(table).toBe(await textOf(folder, '--table', 'contributions'));
  });

  it('replaces earlier exports in a folder, and nothing of somebody else’s', async () => {
    const folder = copyOf('harbour-skills');
    expect((await run(folder, '--out', 'tables')).code).toBe(0);
    expect((await run(folder, '--out', 'tables', '--lang', 'he')).code).toBe(0);
    const theirs = join(folder, 'tables', 'partners.csv');
    writeFileSync(theirs, 'id,phone\r\ncollege,555\r\n');
    const { code, err } = await run(folder, '--out', 'tables', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toContain('partners.csv');
    expect(readFileSync(theirs, 'utf8')).toBe('id,phone\r\ncollege,555\r\n');
  });

  it('goes by the end of the name, and tells its files in JSON', async () => {
    const folder = copyOf('harbour-skills');
    const { code, out } = await run(folder, '--out', 'days.ics', '--json');
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 0, format: 1, files: ['days.ics'] });
    expect(readFileSync(join(folder, 'days.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('prints all tables as JSON', async () => {
    const { tables } = JSON.parse(await textOf(exampleFolder('harbour-skills'), '--json'));
    expect(tables.map(({ name }: { name: string }) => name)).toContain('pledges');
  });

  it('writes a workbook only beside what is there, unless its name is given', async () => {
    const folder = copyOf('harbour-skills');
    expect((await run(folder, '--format', 'xlsx')).code).toBe(0);
    expect(existsSync(join(folder, 'harbour-skills.xlsx'))).toBe(true);
    const again = await run(folder, '--format', 'xlsx');
    expect(again.code).toBe(2);
    expect((await run(folder, '--out', 'harbour-skills.xlsx')).code).toBe(0);
  });

  it.each([
    [['--table', 'milestons'], 'did you mean milestones?'],
    [['--format', 'ics', '--table', 'stages'], 'has no tables'],
    [['--out', 'stages/01-scoping.csv'], ''],
    [['--out', 'missing/x.csv'], 'missing'],
  ])('refuses %j', async (argv, said) => {
    const { code, out, err } = await run(copyOf('harbour-skills'), '--lang', 'en', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('says what it leaves out', async () => {
    const folder = copyOf('harbour-skills');
    const home = join(folder, 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace(/sector: \w+/, 'sector: nothing'));
    const { code, err } = await run(folder, '--table', 'partners', '--lang', 'en');
    expect(code).toBe(0);
    expect(err).toContain('left out');
  });
});

describe('hostile texts', () => {
  const name = '=HYPERLINK("http://x")\\nBEGIN:VEVENT\\r\\n:;#%%<script> section \\u202e';
  it('stay texts in every form', async () => {
    const folder = copyOf('harbour-skills');
    const home = join(folder, 'partnership.yaml');
    writeFileSync(
      home,
      readFileSync(home, 'utf8').replace(/^name: .*$/m, `name: "${name.replaceAll('"', '\\"')}"`),
    );
    const plan = readdirSync(join(folder, 'stages')).find((file) => file.includes('planning')) ?? '';
    const stage = join(folder, 'stages', plan);
    const text = readFileSync(stage, 'utf8');
    writeFileSync(
      stage,
      text.replace(/(milestones:\n\s+- id: \S+\n\s+title: ).*/, `$1"${name.replaceAll('"', '\\"')}"`),
    );
    const events = eventsIn(await textOf(folder, '--format', 'ics'));
    expect([...events.keys()].every((uid) => uid.endsWith('@harbour-skills.partner'))).toBe(true);
    const chart = await textOf(folder, '--format', 'mermaid');
    for (const line of chart.trimEnd().split('\n').slice(5))
      expect(line).toMatch(/^ {4}(?:section [^:;#%<>]+|[✓●○!] [^:;#%<>]+ :[a-z0-9, -]+)$/);
    expect(await textOf(folder, '--table', 'milestones')).toContain(`"'=HYPERLINK(""http://x"")`);
  });
});

describe('a workbook', () => {
  it.each([
    ['literacy-south', 'he', 'שלבים'],
    ['harbour-skills', 'en', 'Stages'],
  ])('of %s has its sheets in %s', async (name, language, first) => {
    const file = join(newFolder(), 'book.xlsx');
    expect((await run(copyOf(name), '--out', file, '--lang', language)).code).toBe(0);
    const parts = unzipSync(readFileSync(file));
    const textIn = (part: string) => new TextDecoder().decode(parts[part]);
    const sheets = Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThanOrEqual(8);
    expect(textIn('xl/workbook.xml')).toContain(`name="${first}"`);
    for (const sheet of sheets)
      expect(/rightToLeft="(?:1|true)"/.test(textIn(sheet))).toBe(language === 'he');
  });

  it('shows the figures of a metric that is a share as percentages, and those of others as numbers', async () => {
    const file = join(newFolder(), 'book.xlsx');
    await run(copyOf('harbour-skills'), '--table', 'metrics', '--out', file);
    const parts = unzipSync(readFileSync(file));
    const textIn = (part: string) => new TextDecoder().decode(parts[part]);
    const looks = [
      ...(/<cellXfs.*<\/cellXfs>/.exec(textIn('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g),
    ];
    const formats = new Map(
      [...textIn('xl/styles.xml').matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
        ([, id, code]) => [id, code] as const,
      ),
    );
    const cells = [...textIn('xl/worksheets/sheet1.xml').matchAll(/ s="(\d+)"[^>]*><v>([\d.]+)<\/v>/g)];
    const shown = cells.map(([, look, value]) => {
      const format = /numFmtId="(\d+)"/.exec(looks[Number(look)]?.[0] ?? '')?.[1];
      return [value, formats.get(format ?? '')];
    });
    // The target of completion, the baseline of sustained, and the target of jobs.
    expect(shown).toContainEqual(['0.85', '0%']);
    expect(shown).toContainEqual(['0.48', '0%']);
    expect(shown).toContainEqual(['60', '#,##0.##########']);
  });
});

if (!existsSync(office)) process.stderr.write('LibreOffice is not here: workbooks are not opened again\n');

describe.skipIf(!existsSync(office))('a workbook in LibreOffice', () => {
  it.each([
    ['literacy-south', 'he'],
    ['harbour-skills', 'en'],
  ])('%s has numbers and days that it reckons with', async (name, language) => {
    const folder = copyOf(name);
    const out = newFolder();
    const file = join(out, 'book.xlsx');
    expect((await run(folder, '--out', file, '--table', 'contributions', '--lang', language)).code).toBe(0);
    // Cells as they are stored and not as they are shown: what it takes for a day comes out as its own days do.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
    spawnSync(office, [
      '--headless',
      `-env:UserInstallation=file://${out}/profile`,
      '--convert-to',
      filter,
      '--outdir',
      out,
      file,
    ]);
    const opened = readFileSync(join(out, 'book.csv'), 'utf8').trimEnd().split('\n');
    const rows = (await textOf(folder, '--table', 'contributions')).trimEnd().split('\r\n');
    expect(opened).toHaveLength(rows.length);
    const [first = ''] = opened.slice(1);
    const [, year, month, date] = /,(\d{4})-(\d\d)-(\d\d),/.exec(rows[1] ?? '') ?? [];
    expect(first).toContain(`${month}/${date}/${year}`);
  });
});
