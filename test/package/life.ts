import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { plainEnvironment, runIn } from './packed.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** A step of a life: what was typed, and what came of it. */
interface Step {
  readonly args: string;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

// Each in the folder `ours`, after a partnership was started there; exit codes other than 0 are told.
const started: readonly (readonly [words: string, code?: number])[] = [
  ['status'],
  ['status --json'],
  ['check problem-stated --by Noa --evidence docs/memo.pdf'],
  ['uncheck problem-stated --dry-run'],
  ['add sources id=survey title=Survey url=https://example.org on=2026-11-01'],
  ['set sources/survey title=Census'],
  ['advance', 1],
  ['advance --reviewer Dana:leumi --waive stakeholders-mapped=later', 1],
  ['validate --strict'],
  ['set partnership name=Readers'],
  ['sttus', 2],
];

// Each in a whole partnership, which says more.
const filled: readonly (readonly [words: string, code?: number])[] = [
  ['status'],
  ['validate'],
  ['validate --format sarif'],
  ['validate --format junit'],
  ['metrics'],
  ['timeline'],
  ['report --format html --out report.html'],
  ['report --format md'],
  ['report --format json'],
  ['export --out tables.xlsx'],
  ['export --out tables'],
  ['export --out days.ics'],
  ['document review --out review.docx'],
  ['document status'],
  ['schema partnership'],
  ['model list'],
  ['history', 2],
];

/**
 * The main job in a new folder, in one language, with one copy of the program: a partnership is started, ticked, reviewed and checked; whole ones are shown, listed, and handed out as everything there is.
 * Gives the steps, with nothing in them that two runs would not have in common.
 */
export function live(
  folder: string,
  command: readonly string[],
  language: 'en' | 'he',
  home: string | undefined = undefined,
): Step[] {
  const env = plainEnvironment({ PARTNER_LANG: language, LC_ALL: 'C', HOME: home });
  const step = (cwd: string, words: string, wanted = 0): Step => {
    const { code, out, err } = runIn(cwd, [...command, ...words.split(' ')], env);
    if (code !== wanted) throw new Error(`partner ${words}: exit code ${code}\n${out}${err}`);
    return { args: words, code, out, err };
  };
  const ours = join(folder, 'ours');
  const steps = [
    step(
      folder,
      `init ours --name Readers --lang ${language} --partner leumi:Leumi:company --started 2026-11-01`,
    ),
    ...started.map(([words, code]) => step(ours, words, code)),
  ];
  const name = language === 'he' ? 'literacy-south' : 'harbour-skills';
  const whole = join(folder, name);
  cpSync(join(examples, name), whole, { recursive: true });
  steps.push(...filled.map(([words, code]) => step(whole, words, code)));
  steps.push(step(folder, 'list --json'), step(folder, 'list'), step(folder, 'report --out pages'));
  const files = ['report.html', 'tables.xlsx', 'tables/contributions.csv', 'days.ics', 'review.docx'];
  return [
    ...steps,
    ...files.map((file) => ({ args: file, code: 0, err: '', out: textsOf(readFileSync(join(whole, file))) })),
  ].map(({ args, code, out, err }) => ({
    args,
    code,
    out: out.replaceAll(folder, ''),
    err: err.replaceAll(folder, ''),
  }));
}

/** What a file says; of one that is packed (Word, Excel), all its parts. */
function textsOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString('utf8');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('docProps/'));
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`).join('\n');
}

/** Spoils what a copy of the program keeps of V8's, so that it would not survive taking it. */
export function spoil(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x41, bytes.length - 1000));
}
