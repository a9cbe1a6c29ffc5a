import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, type TestContext } from 'vitest';
import { commandSpecs } from '../../src/command-specs/command-specs.ts';
import { errorNames, naivePrograms } from './program/naive.ts';
import { layOutWithoutSchemas, scenarios } from './program/scenarios.ts';
import { onFullDisk, onSmallDisk } from './program/small-disk.ts';
import { whyNoStrace } from './program/strace.ts';
import { added, type Figures, sweepErrors, sweepKills, sweepSystemCalls } from './program/sweep.ts';

const patienceMs = 300_000;
// As `init` among documents, in what it does to the disk; the long run takes it, too.
const swept = scenarios.filter(({ name }) => name !== 'init, an empty folder');

function skip(context: TestContext, reason: string): never {
  console.log(`${context.task.name}: skipped, ${reason}`);
  return context.skip(reason);
}

describe('the built program', () => {
  it('has a scenario here for every command that writes', () => {
    // `git install` and `uninstall` write no file of a partnership, and a second run finishes a first.
    const writing = commandSpecs
      .filter(({ name }) => name !== 'git')
      .flatMap(({ children = [], ...spec }) => [spec, ...children])
      .filter(({ name, options }) => name === 'unlock' || options?.some(({ flags }) => flags === '--dry-run'))
      .map(({ name }) => name);
    const tried = new Set(scenarios.map(({ command }) => command));
    expect(writing.filter((name) => !tried.has(name))).toEqual([]);
  });
});

// A kill before an operation that changes nothing leaves what the kill before the next change leaves;
// the long run kills there all the same.
describe('killed before every operation that changes the disk', () => {
  it.each(swept)(
    '$name: leaves the old or the new, and no trouble to the next',
    {
      timeout: patienceMs,
    },
    async (scenario) => {
      const { states, faults } = await sweepKills(scenario, ({ changes }) => changes);
      console.log(`killed, ${scenario.name}: ${states} states, ${faults.length} faults`);
      expect(faults).toEqual([]);
      expect(states).toBeGreaterThan(3);
    },
  );
});

// One error for each operation, another one for the next; the long run tries every error at each.
describe('refused by the system', () => {
  it.each(swept)(
    '$name: keeps what was, and says so in a line',
    {
      timeout: patienceMs,
    },
    async (scenario) => {
      const { states, faults } = await sweepErrors(scenario, ({ changes }, index) =>
        changes && index % 2 === 0 ? [errorNames[(index / 2) % errorNames.length] ?? ''] : [],
      );
      console.log(`refused, ${scenario.name}: ${states} states, ${faults.length} faults`);
      expect(faults).toEqual([]);
    },
  );
});

describe('on a full disk of 64 KB', () => {
  it('check: keeps what was, however little room there is', { timeout: patienceMs }, async (context) => {
    const check = scenarios.find(({ name }) => name === 'check');
    if (check === undefined) throw new Error('no check');
    const scenario = { ...check, prepare: layOutWithoutSchemas };
    const figures: Figures[] = [];
    const reason = await onSmallDisk(async (disk) => {
      for (let blocks = 0; blocks < 5; blocks++) figures.push(await onFullDisk(scenario, disk, blocks));
    });
    if (reason !== undefined) skip(context, reason);
    const { states, faults } = added(figures);
    console.log(`full disk, check: ${states} states, ${faults.length} faults`);
    expect(faults).toEqual([]);
  });
});

describe('killed by strace', () => {
  it('check: leaves the old or the new', { timeout: patienceMs }, async (context: TestContext) => {
    const reason = whyNoStrace();
    if (reason !== undefined) skip(context, reason);
    const check = scenarios.filter(({ name }) => name === 'check');
    for (const scenario of check) {
      const { states, faults } = await sweepSystemCalls(scenario, ({ name }) =>
        ['fsync', 'close'].includes(name) ? [] : ['signal=SIGKILL'],
      );
      console.log(`strace, ${scenario.name}: ${states} states, ${faults.length} faults`);
      expect(faults).toEqual([]);
      expect(states).toBeGreaterThan(8);
    }
  });
});

// Were these found good, the sweeps would prove nothing.
describe('the same sweeps catch', () => {
  it.each(naivePrograms)('$name', async ({ scenario, subject, sign, sweep }) => {
    const { states, faults } =
      sweep === 'kills'
        ? await sweepKills(scenario, () => true, subject)
        : await sweepErrors(scenario, ({ name }) => (name === 'write' ? ['short', 'ENOSPC'] : []), subject);
    console.log(`naive, ${scenario.name}: ${states} states, ${faults.length} faults`);
    expect(faults.some((fault) => fault.includes(sign))).toBe(true);
  });
});

describe('the hook', () => {
  it('is no part of the program', () => {
    const dist = fileURLToPath(new URL('../../dist', import.meta.url));
    const { status } = spawnSync('grep', [
      '-rq',
      'PARTNER_FAULT',
      dist,
      fileURLToPath(new URL('../../bin', import.meta.url)),
    ]);
    expect(status).toBe(1);
  });
});
