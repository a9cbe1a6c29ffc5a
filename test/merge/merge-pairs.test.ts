import { expect, it } from 'vitest';
import { mergeFiles } from '../../src/store/merge/merge-files.ts';
import { faultOf, pairOf } from './pairs.ts';

const pairs = Number(process.env.MERGE_PAIRS ?? 120);

it(`merges ${pairs} random pairs of edits: no false conflict, no lost edit, the same both ways`, () => {
  const faults: string[] = [];
  let contradictions = 0;
  for (let seed = 1; seed <= pairs; seed += 1) {
    const pair = pairOf(seed);
    const { base, ours, theirs } = pair;
    const merged = mergeFiles({ base, ours, theirs });
    const swapped = mergeFiles({ base, ours: theirs, theirs: ours });
    if (pair.contradicts) contradictions += 1;
    const fault =
      merged === undefined || swapped === undefined ? 'refused' : faultOf(pair, merged.bytes, swapped.bytes);
    if (fault !== undefined) faults.push(`${seed} ${pair.file}: ${fault}`);
  }
  expect(faults).toEqual([]);
  // Both kinds must be there, or nothing was shown.
  expect(contradictions).toBeGreaterThan(pairs / 100);
  expect(contradictions).toBeLessThan(pairs / 2);
}, 3_600_000);
