import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { walkReviews } from '../../src/core/journey.ts';
import type { Entry } from '../../src/core/partnership.ts';
import type { Model } from '../../src/core/schema/model.ts';
import type { ReviewData } from '../../src/core/schema/reviews.ts';

const model = parse(
  readFileSync(new URL('../../templates/models/iblf-10/model.yaml', import.meta.url), 'utf8'),
) as Model;

/** Reviews in short: `scoping advance 1`, `planning return 1 scoping`. */
function book(...lines: string[]): Entry<ReviewData>[] {
  return lines.map((line, index) => {
    const [stage = '', decision = '', round = '', to] = line.split(' ');
    const value = {
      id: `r${index}`,
      stage,
      round: Number(round),
      date: '2026-02-01',
      decision: decision as ReviewData['decision'],
      ...(to === undefined ? {} : { to }),
    };
    return { value, file: 'reviews.yaml', path: ['reviews', index] };
  });
}

const walk = (lines: readonly string[], exit?: string) => walkReviews(model, book(...lines), exit);
const upTo = (count: number) => model.stages.slice(0, count).map(({ id }) => `${id} advance 1`);

describe('the walk through the stages', () => {
  it.each([
    [[], 'active', 'scoping', 1],
    [['scoping advance 1'], 'active', 'identifying', 1],
    [['scoping hold 1'], 'on_hold', 'scoping', 1],
    [['scoping hold 1', 'scoping hold 1', 'scoping advance 1'], 'active', 'identifying', 1],
    [['scoping return 1 scoping'], 'active', 'scoping', 2],
    [['scoping advance 1', 'identifying return 1 scoping'], 'active', 'scoping', 2],
    [['scoping advance 1', 'identifying return 1 scoping', 'scoping advance 2'], 'active', 'identifying', 2],
    [['scoping advance 1', 'scoping reconfirm 1'], 'active', 'identifying', 1],
    [['scoping close 1'], 'closed', undefined, undefined],
    [['scoping close 1', 'scoping return 2 scoping'], 'active', 'scoping', 3],
    [upTo(9), 'active', 'concluding', 1],
    [upTo(10), 'institutionalised', undefined, undefined],
  ] as const)('%j leads to %s at %s, round %s', (lines, state, stage, round) => {
    const journey = walk(lines);
    const current = journey.current === null ? undefined : model.stages[journey.current.index]?.id;
    expect([journey.state, current, journey.current?.round]).toEqual([state, stage, round]);
    expect(journey.misfits).toEqual([]);
  });

  it.each([
    ['institutionalise', 'institutionalised'],
    ['scale', 'institutionalised'],
    ['hand_over', 'institutionalised'],
    ['close', 'closed'],
  ])('ends by exit.decision %s as %s', (exit, state) => {
    expect(walk(upTo(10), exit).state).toBe(state);
  });

  it('opens passed stages behind a return, and passes them again in order', () => {
    const lines = [...upTo(3), 'planning return 1 identifying'];
    const stages = walk(lines).stages.map(({ passed, oncePassed }) => [passed, oncePassed]);
    expect(stages.slice(0, 4)).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
    const again = walk([...lines, 'identifying advance 2', 'building advance 2']);
    expect(again.current).toEqual({ index: 3, round: 2 });
  });

  it('seals a stage by its newest advance or reconfirm, and not while it is open again', () => {
    const seals = (lines: readonly string[]) => walk(lines).stages[0]?.sealedBy?.id;
    expect(seals(['scoping advance 1'])).toBe('r0');
    expect(seals(['scoping advance 1', 'scoping reconfirm 1'])).toBe('r1');
    expect(seals(['scoping advance 1', 'identifying return 1 scoping'])).toBeUndefined();
  });
});

describe('a review that does not fit', () => {
  it.each([
    [['scoping advance 1', 'scoping advance 1'], 'review-repeated', 'round'],
    [['planning advance 1'], 'review-out-of-order', 'stage'],
    [['scoping advance 2'], 'review-round', 'round'],
    [['scopping advance 1'], 'unknown-stage', 'stage'],
    [['scoping return 1'], 'review-incomplete', 'decision'],
    [['scoping return 1 planning'], 'unknown-stage', 'to'],
    [['scoping reconfirm 1'], 'review-out-of-order', 'stage'],
    [['scoping close 1', 'scoping advance 2'], 'review-out-of-order', 'stage'],
  ] as const)('%j: %s at %s', (lines, code, field) => {
    expect(walk(lines).misfits.map((misfit) => [misfit.code, misfit.field])).toEqual([[code, field]]);
  });

  it('is left out of the walk, so that two clones that passed one gate do not pass two', () => {
    expect(walk(['scoping advance 1', 'scoping advance 1']).current).toEqual({ index: 1, round: 1 });
  });
});
