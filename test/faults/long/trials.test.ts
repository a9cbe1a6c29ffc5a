import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenLaw, describeEdit } from '../../store/yaml/edit-laws.ts';
import { choices, documentsOf, scalars, valuesOf } from '../../store/yaml/odd-data.ts';
import { choicesFrom, printOddly } from '../../store/yaml/odd-document.ts';
import { drawEdit } from '../../store/yaml/odd-edit.ts';
import { fuzz } from '../fuzz/run.ts';
import { bundleWorker } from '../processes.ts';
import { errorNames, naivePrograms } from '../program/naive.ts';
import { type Scenario, scenarios } from '../program/scenarios.ts';
import { onFullDisk, onSmallDisk } from '../program/small-disk.ts';
import { whyNoStrace } from '../program/strace.ts';
import { added, type Figures, sweepErrors, sweepKills, sweepSystemCalls } from '../program/sweep.ts';
import { addTogether } from '../program/together.ts';
import { type Row, tableOf } from './table.ts';

// How many inputs and edits; to repeat one trial alone, `-t` with a part of its name.
const inputs = Number(process.env.PARTNER_FAULTS_INPUTS ?? 1_000_000);
const edits = Number(process.env.PARTNER_FAULTS_EDITS ?? 200_000);
const seed = Number(process.env.PARTNER_FAULTS_SEED ?? 1);

const rows: Row[] = [];
afterAll(() => console.log(`\n${tableOf(rows)}\n`));

function note(trial: string, { states, faults }: Figures, text = ''): void {
  rows.push({ trial, states, faults: faults.length, note: text });
  console.log(`${trial}: ${states} states, ${faults.length} faults`);
  for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
  expect(faults).toEqual([]);
}

async function overAll(
  trial: string,
  work: (scenario: Scenario) => Promise<Figures>,
  chosen: readonly Scenario[] = scenarios,
): Promise<void> {
  const figures: Figures[] = [];
  for (const scenario of chosen) figures.push(await work(scenario));
  note(trial, added(figures), `${chosen.length} commands and circumstances`);
}

const onStrace = ['init, a new folder', 'check', 'advance', 'add', 'remove'];

describe('the program', () => {
  it('killed before every operation', () =>
    overAll('killed before every operation', (scenario) => sweepKills(scenario, () => true)));

  it('every error at every operation', () =>
    overAll('every error at every operation', (scenario) =>
      sweepErrors(scenario, ({ name }) => (name === 'write' ? [...errorNames, 'short'] : errorNames)),
    ));

  it('killed by strace before every system call that writes', async (context) => {
    const reason = whyNoStrace();
    if (reason !== undefined) skip(context, reason);
    await overAll(
      'killed by strace before every system call that writes',
      (scenario) => sweepSystemCalls(scenario, () => ['signal=SIGKILL']),
      scenarios.filter(({ name }) => onStrace.includes(name)),
    );
  });

  it('every error by strace at every system call that writes', async (context) => {
    const reason = whyNoStrace();
    if (reason !== undefined) skip(context, reason);
    await overAll(
      'every error by strace at every system call that writes',
      (scenario) => sweepSystemCalls(scenario, () => errorNames.map((name) => `error=${name}`)),
      scenarios.filter(({ name }) => onStrace.includes(name)),
    );
  });

  it('a full disk of 64 KB', async (context) => {
    const figures: Figures[] = [];
    const small = scenarios.filter(({ command }) => command !== 'init' && command !== 'unlock');
    const reason = await onSmallDisk(async (disk) => {
      for (const scenario of small)
        for (let blocks = 0; blocks < 5; blocks++) figures.push(await onFullDisk(scenario, disk, blocks));
    });
    if (reason !== undefined) skip(context, reason);
    note('a full disk of 64 KB', added(figures), 'room for 0 to 4 blocks');
  });

  it('24 processes, 50 changes each', async () =>
    note('24 processes, 50 changes each', await addTogether(24, 50), 'a state is a change'));
});

describe('files', () => {
  it('spoiled at random', async () => {
    const script = await bundleWorker('fuzz/worker.ts');
    const step = 50_000;
    const faults: string[] = [];
    let [sound, mebibytes, seconds] = [0, 0, 0];
    for (let from = 0; from < inputs; from += step) {
      const part = await fuzz(script, { seed, from, to: Math.min(inputs, from + step) });
      faults.push(...part.faults);
      sound += part.sound;
      mebibytes = Math.max(mebibytes, part.mebibytes);
      seconds = Math.max(seconds, part.slowest.seconds);
      console.log(`${Math.min(inputs, from + step)} inputs, ${faults.length} faults`);
    }
    rmSync(dirname(script), { recursive: true });
    const text = `${sound} sound; slowest ${seconds.toFixed(2)} s of CPU; process at most ${mebibytes} MiB`;
    note('files spoiled at random', { states: inputs, faults }, text);
  });

  it('edited at random', () => {
    const documents = documentsOf('small');
    const { value: values } = valuesOf('small');
    const draws = fc.tuple(fc.nat(), fc.nat());
    let states = 0;
    fc.assert(
      fc.property(documents, choices, values, scalars, draws, (data, style, value, scalar, draw) => {
        const edit = drawEdit(data, value, scalar, choicesFrom(draw));
        if (edit === undefined) return;
        states += 1;
        const broken = brokenLaw(printOddly(data, choicesFrom(style)), data, edit);
        if (broken !== undefined) throw new Error(`${broken}: ${describeEdit(edit)}`);
      }),
      { numRuns: edits, seed },
    );
    note('edits of odd documents', { states, faults: [] }, 'all the laws of test/store/yaml/edit-laws.ts');
  });
});

describe('what must be caught', () => {
  it.each(naivePrograms)('$name', async ({ name, scenario, subject, sign, sweep }) => {
    const { states, faults } =
      sweep === 'kills'
        ? await sweepKills(scenario, () => true, subject)
        : await sweepErrors(
            scenario,
            (operation) => (operation.name === 'write' ? ['short', 'ENOSPC'] : []),
            subject,
          );
    const isCaught = faults.some((fault) => fault.includes(sign));
    rows.push({
      trial: `control: ${name}`,
      states,
      faults: faults.length,
      note: isCaught ? 'caught' : 'NOT CAUGHT',
    });
    expect(isCaught).toBe(true);
  });
});

function skip(context: { skip: (reason: string) => never; task: { name: string } }, reason: string): never {
  rows.push({ trial: context.task.name, states: 0, faults: 0, note: `skipped: ${reason}` });
  return context.skip(reason);
}
