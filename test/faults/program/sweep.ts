import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../cli/program.ts';
import { type Baseline, type Judge, judgeKilled, judgeNext, judgeRefused } from './judge.ts';
import type { Scenario } from './scenarios.ts';
import { ranTampered, type SystemCall, systemCallsOf } from './strace.ts';
import { type Ended, operationsOf, type ProgramOperation, ranStruck } from './struck.ts';
import { treeOf } from './tree.ts';

/** How often something was tried, and in words whatever went wrong. */
export interface Figures {
  readonly states: number;
  readonly faults: readonly string[];
}

/** What is swept: the program, or a naive one in its place that the sweep must catch. */
export interface Subject {
  readonly script: string;
  /** Whether the next command is tried as well; a naive program has no other command. */
  readonly hasNext: boolean;
}

const partner: Subject = { script: program, hasNext: true };

/** One thing that is done to the program: what it is called, what it strikes, and the run with it. */
interface Strike {
  readonly name: string;
  readonly struck: string | undefined;
  /** Gives `undefined` where the strike went astray, which is no state. */
  readonly run: (folder: string) => Promise<Ended | undefined>;
}

/** Kills the program before each operation that `pick` chooses, and looks at what is left. */
export async function sweepKills(
  scenario: Scenario,
  pick: (operation: ProgramOperation) => boolean,
  subject: Subject = partner,
): Promise<Figures> {
  const kinds = (operation: ProgramOperation) => {
    if (!pick(operation)) return [];
    return operation.name === 'write' ? ['kill', 'half'] : ['kill'];
  };
  return sweep(scenario, kinds, subject, judgeKilled);
}

/** Makes operations of the program fail, each with the errors (or `short`) that `kindsAt` names for it. */
export async function sweepErrors(
  scenario: Scenario,
  kindsAt: (operation: ProgramOperation, index: number) => readonly string[],
  subject: Subject = partner,
): Promise<Figures> {
  return sweep(scenario, kindsAt, subject, judgeRefused);
}

/** The same by strace, at the system calls: `tampering` as strace words it, for the call of that index. */
export async function sweepSystemCalls(
  scenario: Scenario,
  tamperingAt: (call: SystemCall, index: number) => readonly string[],
): Promise<Figures> {
  const baseline = await baselineOf(scenario, partner);
  const calls = await inFolder(async (folder) => {
    scenario.prepare(folder);
    return systemCallsOf(scenario.args, folder);
  });
  const strikes = calls.flatMap((call, index) =>
    tamperingAt(call, index).map((tampering) => ({
      name: `${tampering} at ${call.name} ${call.count}`,
      struck: call.name,
      run: async (folder: string) => {
        const { ended, isHit } = await ranTampered(scenario.args, folder, call, tampering);
        return isHit ? ended : undefined;
      },
      isKill: tampering.startsWith('signal'),
    })),
  );
  const kills = strikes.filter(({ isKill }) => isKill);
  const errors = strikes.filter(({ isKill }) => !isKill);
  const killed = await strikeAll(scenario, baseline, kills, partner, judgeKilled);
  const refused = await strikeAll(scenario, baseline, errors, partner, judgeRefused);
  return added([killed, refused]);
}

/** Several figures as one. */
export function added(figures: readonly Figures[]): Figures {
  return {
    states: figures.reduce((sum, { states }) => sum + states, 0),
    faults: figures.flatMap(({ faults }) => faults),
  };
}

async function sweep(
  scenario: Scenario,
  kindsAt: (operation: ProgramOperation, index: number) => readonly string[],
  subject: Subject,
  judge: Judge,
): Promise<Figures> {
  const baseline = await baselineOf(scenario, subject);
  const strikes = baseline.operations.flatMap((operation, index) =>
    kindsAt(operation, index).map((kind) => ({
      name: `${kind} at ${index + 1} (${operation.name})`,
      struck: operation.name,
      run: (folder: string) => ranStruck(scenario.args, folder, { at: index + 1, kind }, subject.script),
    })),
  );
  return strikeAll(scenario, baseline, strikes, subject, judge);
}

async function baselineOf(scenario: Scenario, { script }: Subject): Promise<Baseline> {
  return inFolder(async (folder) => {
    scenario.prepare(folder);
    const old = treeOf(folder);
    const { ended, operations } = await operationsOf(scenario.args, folder, script);
    if (ended.code !== 0) throw new Error(`${scenario.name}: ${ended.code} ${ended.err}`);
    return { operations, old, new: treeOf(folder) };
  });
}

async function strikeAll(
  scenario: Scenario,
  baseline: Baseline,
  strikes: readonly Strike[],
  subject: Subject,
  judge: Judge,
): Promise<Figures> {
  const faults: string[] = [];
  let states = 0;
  const waiting = [...strikes];
  const work = async () => {
    for (let strike = waiting.shift(); strike !== undefined; strike = waiting.shift()) {
      const found = await strikeOnce(scenario, baseline, strike, subject, judge);
      if (found === undefined) continue;
      const { name } = strike;
      faults.push(...found.map((text) => `${scenario.name}: ${name}: ${text}`));
      states += 1;
    }
  };
  // Two at a time: most of each is the start of a process.
  await Promise.all([work(), work()]);
  return { states, faults };
}

function strikeOnce(
  scenario: Scenario,
  baseline: Baseline,
  { struck, run }: Strike,
  { hasNext }: Subject,
  judge: Judge,
): Promise<string[] | undefined> {
  return inFolder(async (folder) => {
    scenario.prepare(folder);
    const ended = await run(folder);
    if (ended === undefined) return undefined;
    const faults = await judge({ folder, ended, baseline, struck });
    return hasNext ? [...faults, ...(await judgeNext(scenario, folder, baseline))] : faults;
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'partner-program-')));
  const folder = mkdtempSync(join(outer, 'root-'));
  try {
    return await work(folder);
  } finally {
    rmSync(outer, { recursive: true });
  }
}
