import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { atTerminal } from './context.ts';

let folder: string;
const partner = (...argv: readonly string[]) => atTerminal(folder, argv);

beforeEach(async () => {
  const parent = newFolder();
  const flags = ['--name', 'Readers', '--lang', 'en', '--partner', 'leumi:Leumi Card:company'];
  expect((await atTerminal(parent, ['init', 'readers', ...flags, '--started', '2026-01-12'])).code).toBe(0);
  folder = join(parent, 'readers');
});

/** Milestones in short: `id due done`. */
async function plan(...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [id, due, done] = line.split(' ');
    const fields = [`id=${id}`, `title=${id}`, ...(due === undefined ? [] : [`due=${due}`])];
    expect((await partner('add', 'milestones', ...fields)).code).toBe(0);
    if (done !== undefined) await partner('add', 'progress', `milestone=${id}`, `done_on=${done}`);
  }
}

describe('milestones on the first of March', () => {
  beforeEach(() =>
    plan(
      'a 2026-02-01 2026-01-30',
      'b 2026-02-10 2026-02-12',
      'c 2026-02-20',
      'd 2026-05-01',
      'e 2026-03-10',
      'f 2026-04-01',
      'g 2026-06-01',
      'h',
    ),
  );

  it('are told as JSON, late ones first', async () => {
    const { out } = await partner('timeline', '--json');
    const { milestones, ...rest } = JSON.parse(out);
    expect(rest).toEqual({ format: 1, as_of: '2026-03-01', on_time: { on_time: 1, due: 3, rate: 1 / 3 } });
    expect(milestones.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`)).toEqual([
      'c overdue',
      'b done_late',
      ...['e upcoming', 'f upcoming', 'd upcoming', 'g upcoming'],
      'h undated',
      'a done_on_time',
    ]);
    expect(milestones[0]).toEqual({
      ...{ id: 'c', title: 'c', owner: null, due: '2026-02-20', done_on: null },
      ...{ state: 'overdue', late_days: 9 },
    });
  });

  it('are as they were on an earlier day', async () => {
    const { out } = await partner('timeline', '--json', '--today', '2026-02-11');
    expect(JSON.parse(out).on_time).toEqual({ on_time: 1, due: 2, rate: 0.5 });
  });

  it('are in the status: the next three, and what is overdue', async () => {
    const { milestones } = JSON.parse((await partner('status', '--json')).out);
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect([ids(milestones.next), ids(milestones.overdue)]).toEqual([['e', 'f', 'd'], ['c']]);
    const { out } = await partner('status');
    expect(out).toContain('Overdue milestones:\n  • c – 9 days late · due 20 Feb 2026\n');
    expect(out).toContain('Next milestones:\n  • e – in 9 days · due 10 Mar 2026\n');
    expect((await partner('status', '--lang', 'he')).out).toContain(
      'אבני דרך באיחור:\n  • c – באיחור של 9 ימים · מועד: 20/02/2026\n',
    );
  });
});

describe('the concerns of a gate', () => {
  /** Ticks all that the gates want and passes them. */
  async function pass(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      const { gate } = JSON.parse((await partner('status', '--json')).out);
      const items = gate.missing.map(({ item }: { item: string }) => item);
      await partner('check', ...items);
      expect((await partner('advance', '--reviewer', 'Dana:leumi')).code).toBe(0);
    }
  }

  it('name who has not answered the health check, and keep nothing shut', async () => {
    await pass(8);
    const status = JSON.parse((await partner('status', '--json')).out);
    expect(status.gate_warnings).toEqual([
      {
        code: 'health-unanswered',
        message: 'nobody has answered the health check yet: leumi',
        hint: expect.stringContaining('partner add health'),
      },
    ]);
    expect((await partner('status')).out).toContain(
      'To look at (none of this keeps a gate shut):\n  • nobody has answered the health check yet: leumi\n',
    );
    const blocked = await partner('advance', '--reviewer', 'Dana:leumi');
    expect([blocked.code, blocked.err]).toEqual([1, expect.stringContaining('nobody has answered')]);
    await pass(1);
    expect(JSON.parse((await partner('status', '--json')).out).current.number).toBe(10);
  });
});

describe('a candidate at a terminal', () => {
  it('is asked about by the criteria of its sector', async () => {
    const scores = ['5', '4', 'unknown', '', '3', '2'];
    const answers = ['Beer Sheva', 'public', ...scores, '', 'invited', ''];
    const session = await atTerminal(folder, ['add', 'candidates'], answers);
    expect(session.code).toBe(0);
    expect(session.asked).toContain('May decide in this matter: 1 (not at all) to 5 (fully)?');
    const { diagnostics } = JSON.parse((await partner('validate', '--json', '.')).out);
    // Stage 2 is still to come; what is open will be asked for at its gate.
    expect(diagnostics.map(({ message }: { message: string }) => message)).toEqual([
      '"beer-sheva" was chosen, and its assessment leaves open: capacity, mandate',
    ]);
    expect(
      (await partner('set', 'candidates/beer-sheva', 'scores.capacity=3', 'scores.mandate=4')).code,
    ).toBe(0);
    expect((await partner('validate', '--strict')).code).toBe(0);
  });

  it('is scored by what is asked of all where its sector is not told', async () => {
    const session = await atTerminal(folder, ['add', 'candidates'], ['C', '', '', '', '', '', '', '']);
    expect(session.asked.filter((question) => question.includes('5 (fully)'))).toHaveLength(3);
  });
});

it('lists the criteria with the model', async () => {
  const { out } = await atTerminal(fileURLToPath(new URL('.', import.meta.url)), [
    'model',
    'show',
    'iblf-10',
  ]);
  expect(out).toContain('• public body: mandate – May decide in this matter; ');
});
