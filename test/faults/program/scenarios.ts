import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockIdentity } from '../../../src/store/files/lock-identity.ts';
import { formatRecord } from '../../../src/store/files/lock-record.ts';
import { run } from '../../cli/program.ts';

/**
 * One writing command as the sweeps run it: in `prepare`d folders that are all alike, and then,
 * after whatever happened, a command (`next`) that must find everything in order.
 */
export interface Scenario {
  readonly name: string;
  /** The command's name in src/command-specs/. */
  readonly command: string;
  readonly args: readonly string[];
  readonly prepare: (folder: string) => void;
  /** The next command, where the folder is as it was before (`old`) or as the command leaves it. */
  readonly next: (state: 'old' | 'new') => readonly string[];
}

const init = ['init', 'readers', '--name', 'Readers', '--id', 'readers', '--partner', 'leumi:Leumi:company'];
const inPlace = ['init', '.', ...init.slice(2)];
const rename = ['set', 'partnership', 'name=Afterwards'];
const tick = ['check', 'resource-holders-consulted', '--by', 'Noa'];
const afterInit = { old: init, new: ['-C', 'readers', ...rename] };

/** Every writing command, and the odd circumstances that some of them meet. */
export const scenarios: readonly Scenario[] = [
  {
    ...{ name: 'init, a new folder', command: 'init', args: init },
    prepare: () => {},
    next: (state) => afterInit[state],
  },
  {
    ...{ name: 'init, an empty folder', command: 'init', args: init },
    prepare: (folder) => mkdirSync(join(folder, 'readers')),
    next: (state) => afterInit[state],
  },
  {
    ...{ name: 'init, among documents', command: 'init', args: inPlace },
    prepare: (folder) => {
      mkdirSync(join(folder, 'docs'));
      writeFileSync(join(folder, 'docs', 'memo.txt'), 'mine');
    },
    next: (state) => (state === 'old' ? inPlace : rename),
  },
  {
    ...{ name: 'model new', command: 'new', args: ['model', 'new', 'ours'] },
    prepare: () => {},
    next: (state) => (state === 'old' ? ['model', 'new', 'ours'] : ['model', 'check', 'ours']),
  },
  changing('check', tick),
  changing('uncheck', ['uncheck', 'problem-stated']),
  changing('advance', ['advance', '--reviewer', 'Dana:leumi', '--next-review', '2026-06-01']),
  changing('add', ['add', 'sources', 'title=Report', 'on=2026-01-20']),
  changing('set', ['set', 'vision', 'Every child reads']),
  changing('remove', ['remove', 'sources/survey']),
  changing('record', ['record', 'children', '120', '--source', 'registers']),
  {
    ...changing('schema', ['schema', '--write']),
    prepare: layOutOldSchemas,
  },
  { ...changing('undo', ['undo']), prepare: (folder) => layOutAfter(folder, [tick]) },
  { ...changing('redo', ['redo']), prepare: (folder) => layOutAfter(folder, [tick, ['undo']]) },
  {
    ...changing('undo', ['undo']),
    name: 'undo, in a file that was changed since',
    prepare: (folder) => {
      layOutAfter(folder, [tick]);
      const stage = join(folder, 'stages', '01-scoping.yaml');
      writeFileSync(stage, readFileSync(stage, 'utf8').replace('title: Survey', 'title: The survey'));
    },
  },
  {
    ...changing('undo', ['undo']),
    name: 'undo, of an upgrade',
    prepare: (folder) => {
      upgradeMade ??= makeUpgraded();
      cpSync(upgradeMade, folder, { recursive: true });
    },
  },
  {
    ...changing('upgrade', ['model', 'upgrade', '--model', 'next', '--yes']),
    // Files that change, come and go: one of a stage that moves, one of a stage that was passed.
    prepare: layOutOwnModel,
  },
  {
    ...changing('unlock', ['unlock']),
    prepare: (folder) => {
      layOut(folder);
      leaveDeadLock(folder);
    },
  },
  {
    ...changing('check', ['check', 'resource-holders-consulted']),
    name: 'check, past the lock of the dead',
    prepare: (folder) => {
      layOut(folder);
      leaveDeadLock(folder);
    },
  },
];

function changing(command: string, args: readonly string[]): Scenario {
  return { name: command, command, args, prepare: layOut, next: () => rename };
}

let made: string | undefined;

/** A partnership whose first gate is open, made once by the program itself and then copied. */
export function layOut(folder: string): void {
  copyMade(folder, () => true);
}

/** The same without the schemas for editors, which no command but `schema` reads: for where room is short. */
export function layOutWithoutSchemas(folder: string): void {
  copyMade(folder, (name) => name !== 'schemas');
}

function copyMade(folder: string, takes: (name: string) => boolean): void {
  made ??= makePartnership();
  copyAll(made, folder, takes);
}

function copyAll(from: string, to: string, takes: (name: string) => boolean = () => true): void {
  for (const name of readdirSync(from).filter(takes))
    cpSync(join(from, name), join(to, name), { recursive: true });
}

const madeAfter = new Map<string, string>();

/** The same after more commands, with what the program keeps to take them back. */
export function layOutAfter(folder: string, commands: readonly (readonly string[])[]): void {
  const key = JSON.stringify(commands);
  const made = madeAfter.get(key) ?? makeAfter(commands);
  madeAfter.set(key, made);
  copyAll(made, folder);
}

function makeAfter(commands: readonly (readonly string[])[]): string {
  const folder = newScenarioFolder();
  layOut(folder);
  runAll(folder, commands);
  return folder;
}

function newScenarioFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-scenario-'));
  process.once('exit', () => spawnSync('rm', ['-rf', folder]));
  return folder;
}

function runAll(folder: string, commands: readonly (readonly string[])[]): void {
  for (const words of commands) {
    const { code, err } = run(folder, words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
}

function makePartnership(): string {
  const folder = newScenarioFolder();
  runAll(folder, [
    inPlace,
    ['check', 'problem-stated', 'stakeholders-mapped', 'affected-heard', 'vision-drafted', '--by', 'Noa'],
    ['add', 'sources', 'id=survey', 'title=Survey'],
    ['add', 'metrics', 'id=children', 'name=Children', 'kind=output', 'aggregate=sum'],
  ]);
  spawnSync('rm', ['-rf', join(folder, '.partner')]);
  return folder;
}

const item = (id: string, text: string) => ({ id, required: true, text: { en: text } });
const stage = (id: string, sections: readonly string[], checklist: readonly object[]) => ({
  ...{ id, sections, checklist },
  ...{ title: { en: id }, purpose: { en: `Why ${id}` } },
});
const modelOf = (version: number, stages: readonly object[]) =>
  JSON.stringify({
    ...{ format: 1, model: 'our-way', version, languages: ['en'], title: { en: 'Our way' } },
    stages,
  });

/** As an old program left it: a schema and the head of a file are other, and some schemas are missing. */
export function layOutOldSchemas(folder: string): void {
  layOut(folder);
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  edit('schemas/reviews.json', (text) => text.replace('"type": "object"', '"type": "array"'));
  edit('stages/01-scoping.yaml', (text) => text.replace(/^#.*\n#.*\n/, ''));
  rmSync(join(folder, 'schemas', 'stages'), { recursive: true });
}

let upgradeMade: string | undefined;

function makeUpgraded(): string {
  const folder = newScenarioFolder();
  layOutOwnModel(folder);
  runAll(folder, [['model', 'upgrade', '--model', 'next', '--yes']]);
  return folder;
}

let ownMade: string | undefined;

/** A partnership with a model of its own and its first gate passed, and beside it the model's next version. */
export function layOutOwnModel(folder: string): void {
  ownMade ??= makeOwn();
  cpSync(ownMade, folder, { recursive: true });
}

function makeOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-scenario-'));
  process.once('exit', () => spawnSync('rm', ['-rf', folder]));
  const begin = stage('begin', ['challenge'], [item('agreed', 'Agreed')]);
  const work = (...more: readonly object[]) => stage('work', ['goals'], [item('done', 'Done'), ...more]);
  const end = stage('end', ['exit'], []);
  for (const [name, stages] of [
    ['was', [begin, work(), stage('middle', [], []), end]],
    ['next', [begin, work(item('counted', 'Counted')), end]],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'model.yaml'), modelOf(name === 'was' ? 1 : 2, stages));
  }
  const commands = [
    [...inPlace.slice(0, 2), ...inPlace.slice(2), '--model', 'was'],
    ['check', 'agreed', '--by', 'Noa'],
    ['advance', '--reviewer', 'Dana:leumi'],
  ];
  for (const words of commands) {
    const { code, err } = run(folder, words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
  for (const name of ['.partner', 'was']) spawnSync('rm', ['-rf', join(folder, name)]);
  return folder;
}

/** Leaves in a partnership the lock of a process of this machine that has ended. */
function leaveDeadLock(folder: string): void {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const facts = { pid: process.pid, host: hostname(), signal: process.kill };
  const record = { ...lockIdentity(facts), pid, command: 'check', at: '2026-02-03T10:00:00Z' };
  if (!existsSync(join(folder, '.partner'))) mkdirSync(join(folder, '.partner'));
  writeFileSync(join(folder, '.partner', '.gitignore'), '*\n');
  writeFileSync(join(folder, '.partner', 'lock'), formatRecord(record));
}
