import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/command-specs/command-spec.ts';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import { programExamples } from '../../src/help.ts';
import { topicNames } from '../../src/render/help/topic-names.ts';
import { newFolder } from '../folders.ts';
import { program, runJson } from './program.ts';
import { runInTerminal, type Step, whyNoTerminal } from './terminal.ts';

// Every example of every help page is run as it stands, in a folder laid out for it: the examples of
// this project under partnerships/, in git, and what else the lines name.
const today = '2026-11-20';
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Commands {
  readonly name: string;
  readonly examples: readonly string[];
}

function commandsOf(specs: readonly CommandSpec[], above = 'partner'): Commands[] {
  return specs.flatMap(({ name, examples = [], children = [] }) =>
    children.length > 0 ? commandsOf(children, `${above} ${name}`) : [{ name: `${above} ${name}`, examples }],
  );
}

const commands = commandsOf(commandSpecs);

/** The lines that the explanations of the method end with; those with a word to fill in are passed over. */
function linesOfTopics(): string[] {
  return topicNames.flatMap((topic) => {
    const { json } = runJson(here('examples/harbour-skills'), ['help', topic]);
    const { blocks } = json as { blocks: { kind: string; commands?: string[] }[] };
    return blocks.flatMap(({ commands: given = [] }) => given.filter((line) => !/[A-Z]{2,}|…/.test(line)));
  });
}

const lines = [
  ...new Set([...programExamples, ...commands.flatMap(({ examples }) => examples), ...linesOfTopics()]),
];

interface Expected {
  /** 1 is documented for what was checked and found wanting. */
  readonly code?: 1;
  /** What is done before it. */
  readonly first?: string;
  /** What must stand on stdout or stderr. */
  readonly shows?: RegExp;
  /** A file or folder that it writes, from the folder in which it is run. */
  readonly writes?: string;
  /** What a person does at the terminal; it is run in one then. */
  readonly steps?: readonly Step[];
}

const enter = (after: string): Step => ({ after, type: '\r' });

const expected: Readonly<Record<string, Expected>> = {
  'partner init readers': {
    steps: [
      enter('In which language'),
      { after: 'partnership called', type: 'Readers\r' },
      ...['short id', 'Which stages', 'which day', 'currency'].map(enter),
      { after: 'Name a partner', type: 'n\r' },
      { after: 'Write it?', type: 'y\r' },
    ],
    writes: 'readers/stages/10-concluding.yaml',
  },
  'partner init readers --name "Readers in the South"': { writes: 'readers/partnership.yaml' },
  'partner init readers --name Readers --partner "college:The College:academia"': {
    writes: 'readers/partnership.yaml',
  },
  'partner init korim --name Korim --lang he --model partnering-cycle-12': {
    writes: 'korim/stages/12-sustaining.yaml',
  },
  'partner status': { shows: /The gate of “Measuring the outputs” still wants:/ },
  'partner status --at HEAD~1': { shows: /7 of 10 stages passed/ },
  'partner check': {
    steps: [{ after: 'What is done in', type: '\x1b[B \r' }, enter('what shows it')],
    shows: /Done: /,
  },
  'partner check partners-saw-draft --by "Priya Nair"': { shows: /Done: partners-saw-draft/ },
  'partner uncheck sources-stated': { shows: /Open again: sources-stated/ },
  'partner advance --reviewer "Ruth Adeyemi:calder" --next-review 2027-03-01': {
    first: 'partner check partners-saw-draft targets-compared',
    shows: /The current stage is now “Review and evaluation”/,
  },
  // Two items are open.
  'partner advance --dry-run --reviewer "Ruth Adeyemi:calder"': {
    code: 1,
    shows: /is not open yet.*partners-saw-draft/s,
  },
  'partner advance --reviewer "Ruth Adeyemi:calder"': {
    first: 'partner check partners-saw-draft targets-compared',
    shows: /Recorded: advance/,
  },
  'partner advance --waive "targets-compared=the audit is in May" --dry-run': {
    first: 'partner check partners-saw-draft',
    shows: /^\+ +waivers:/m,
  },
  'partner advance --decision hold --reason "two firms are away"': {
    shows: /Recorded: hold/,
  },
  'partner advance --decision return --to planning --reason "a funder left"': {
    shows: /The current stage is now “Planning the activity”, round 2/,
  },
  'partner add sources title="Youth survey" url=https://example.org': {
    shows: /Added sources\/youth-survey/,
  },
  'partner set exit decision=institutionalise': { shows: /Changed exit/ },
  'partner remove risks/no-shows': { shows: /Removed risks\/no-shows/ },
  'partner record': {
    steps: [
      { after: 'finished', type: '24/26\r' },
      ...['six months', 'vacancy', 'mentoring', 'satisfaction', 'Health'].map(enter),
      { after: 'come from', type: 'Register\r' },
      { after: 'Record the new one?', type: 'y\r' },
    ],
    shows: /Recorded completion on 20 Nov 2026|Recorded 1 observation/,
  },
  'partner record completion 24/26 --source "College register"': { shows: /Recorded completion .*24\/26/ },
  'partner record --from observations.csv --by "Priya Nair"': { shows: /Recorded 2 observations/ },
  'partner metrics': { shows: /Cost per person reached/ },
  'partner metrics --by quarter': { shows: /Q3 2025/ },
  'partner timeline': { shows: /Results before the partners/ },
  'partner list partnerships/': { shows: /Riverside/ },
  'partner list partnerships/ --forecast --today 2026-12-31': { shows: /Harbour Skills/ },
  'partner list partnerships/ --format csv > portfolio.csv': { writes: 'portfolio.csv' },
  'partner validate': { shows: /0 errors, 3 warnings in 12 files/ },
  'partner validate partnerships/': { shows: /3 partnerships|no problems|warnings/ },
  'partner report --out report.html': { writes: 'report.html' },
  'partner report --format md --lang he': { shows: /^# /m },
  'partner report --serve': { steps: [{ after: 'http://127.0.0.1:', signal: 'SIGINT' }] },
  'partner report -C partnerships/ --out site/': { writes: 'partnerships/site/index.html' },
  'partner document status': { shows: /^# / },
  'partner document agreement --out agreement.docx': { writes: 'agreement.docx' },
  'partner export --out harbour-skills.xlsx': { writes: 'harbour-skills.xlsx' },
  'partner export --format ics --out milestones.ics': { writes: 'milestones.ics' },
  'partner export --format mermaid': { shows: /^gantt/m },
  // Everything came in one commit, so what earlier reviews looked at is not on record.
  'partner history --verify': { code: 1, shows: /Of 11 gate reviews, 4 could not be proved/ },
  'partner history --by stage': { shows: /Measuring the outputs/ },
  'partner diff': { shows: /starters/ },
  'partner diff HEAD~1': { shows: /jobs/ },
  'partner model check ./our-model': { shows: /our-way: 10 stages, no problems/ },
  'partner schema planning --lang he': { shows: /"\$schema"/ },
  'partner git install': { shows: /merge/ },
  'partner git uninstall': { first: 'partner git install' },
  'partner git merge-driver 7 base.yaml ours.yaml theirs.yaml reviews.yaml': { writes: 'ours.yaml' },
  'partner unlock': { shows: /Nothing was locked/ },
  'partner help gates': { shows: /Seals/ },
  'partner help --man-path': { shows: /man$/m },
};

// Commands that are silent when all is well.
const silent = new Set(['partner git merge-driver 7 base.yaml ours.yaml theirs.yaml reviews.yaml']);

let template: string;
const env = { PATH: '', PARTNER_TODAY: today, PARTNER_LANG: 'en', HOME: '' };

function git(cwd: string, ...args: string[]): void {
  const who = ['-c', 'user.name=Noa', '-c', 'user.email=noa@example.org', '-c', 'commit.gpgSign=false'];
  const { status, stderr } = spawnSync('git', [...who, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env },
  });
  expect(status, stderr).toBe(0);
}

/** A line in a shell, with the built program as `partner`. */
function shell(cwd: string, line: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  template = newFolder();
  env.HOME = newFolder();
  const bin = newFolder();
  writeFileSync(join(bin, 'partner'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {
    mode: 0o755,
  });
  env.PATH = `${bin}:${process.env.PATH ?? ''}`;
  for (const name of ['harbour-skills', 'literacy-south', 'riverside-garden'])
    cpSync(here(`examples/${name}`), join(template, 'partnerships', name), { recursive: true });
  const own = join(template, 'partnerships', 'harbour-skills');
  git(template, 'init', '-q', '-b', 'main');
  git(template, 'add', '-A');
  git(template, 'commit', '-q', '-m', 'all');
  git(template, 'tag', 'v1');
  expect(shell(own, 'partner record jobs 52 --on 2026-11-12 --source list').code).toBe(0);
  git(template, 'commit', '-q', '-a', '-m', 'jobs');
  git(template, 'tag', 'v2');
  // Not committed yet.
  expect(shell(own, 'partner record starters 95 --on 2026-11-19 --source list').code).toBe(0);
  writeFileSync(
    join(own, 'observations.csv'),
    'metric,on,value\njobs,2026-11-18,53\nvacancy-days,2026-11-18,44\n',
  );
  const minutes = readFileSync(join(own, 'reviews.yaml'));
  for (const name of ['base.yaml', 'ours.yaml', 'theirs.yaml']) writeFileSync(join(own, name), minutes);
  mkdirSync(join(template, 'our-model'));
  const model = readFileSync(here('templates/models/iblf-10/model.yaml'), 'utf8');
  const ours = model.replace('model: iblf-10', 'model: our-way');
  writeFileSync(join(template, 'our-model', 'model.yaml'), ours);
  expect(shell(template, 'partner init own --name Own --model ./our-model').code).toBe(0);
  mkdirSync(join(template, 'own', 'our-model'));
  const version = Number(/^version: (\d+)$/m.exec(ours)?.[1]);
  writeFileSync(
    join(template, 'own', 'our-model', 'model.yaml'),
    ours
      .replace(/^version: \d+$/m, `version: ${version + 1}`)
      .replace('The problem is stated', 'The need is stated'),
  );
}, 60_000);

/** The folder in which a line makes sense: above the partnerships, or inside one; in one of our own model where that goes on. */
function folderOf(root: string, line: string): string {
  if (line.startsWith('partner model upgrade --model')) return join(root, 'own');
  const isAbove = /^partner init|partnerships\/|\.\/our-model/.test(line);
  return isAbove ? root : join(root, 'partnerships', 'harbour-skills');
}

describe('every command', () => {
  it.each(commands)('has examples: $name', ({ name, examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(example.startsWith(`${name}`) || example.startsWith('partner -C ')).toBe(true);
      // They fit into a terminal of 80 columns, indented as help indents them.
      expect(example.length).toBeLessThanOrEqual(76);
    }
  });

  it('has expectations for examples that are there', () => {
    expect([...Object.keys(expected), ...silent].filter((line) => !lines.includes(line))).toEqual([]);
  });
});

describe('the example', () => {
  it.each(lines)('%s', { timeout: 60_000 }, (line) => {
    const { code = 0, first = doneBefore(line), shows, writes, steps } = expected[line] ?? {};
    if (steps !== undefined && whyNoTerminal !== undefined) {
      console.warn(whyNoTerminal);
      return;
    }
    const root = join(newFolder(), 'root');
    cpSync(template, root, { recursive: true });
    const cwd = folderOf(root, line);
    if (first !== undefined) expect(shell(cwd, first).code).toBe(0);
    const words = line.split(' ').slice(1);
    const run =
      steps === undefined
        ? shell(cwd, line)
        : shownBy(runInTerminal(cwd, words, { columns: 100, steps, env }));
    expect([run.code, run.err], line).toEqual([code, expect.any(String)]);
    expect(run.out + run.err).not.toMatch(/undefined|\bNaN\b|^ {4}at /m);
    expect(run.err).not.toMatch(/error:|שגיאה/);
    if (shows !== undefined) expect(run.out + run.err).toMatch(shows);
    const redirected = / > (\S+)$/.exec(line)?.[1];
    if (!silent.has(line) && redirected === undefined)
      expect((run.out + run.err).trim().length).toBeGreaterThan(writes === undefined ? 4 : 0);
    if (writes !== undefined) expect(statSync(join(cwd, writes)).size).toBeGreaterThan(100);
    if (redirected !== undefined)
      expect(readFileSync(join(cwd, redirected), 'utf8').length).toBeGreaterThan(20);
    // What an example shows to newcomers leaves a sound partnership behind.
    if (!/--serve|^partner (init|help|git|model|unlock)/.test(line)) {
      const checked = shell(join(root, 'partnerships', 'harbour-skills'), 'partner validate');
      expect(checked.code, checked.out).toBe(0);
    }
    expect(readdirSync(dirname(root))).toEqual(['root']);
  });
});

/** What somebody must have done before some commands make sense. */
function doneBefore(line: string): string | undefined {
  if (line.startsWith('partner undo')) return 'partner check partners-saw-draft';
  if (line.startsWith('partner redo')) return 'partner check partners-saw-draft && partner undo';
  return undefined;
}

function shownBy({ code, shown }: { code: number | null; shown: string }) {
  return { code, out: shown, err: '' };
}
