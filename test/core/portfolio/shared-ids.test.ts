import { expect, it } from 'vitest';
import { sharedIds } from '../../../src/core/portfolio/shared-ids.ts';

it('finds the ids of several partnerships, with all their folders in order', () => {
  const all = [
    { dir: 'b', id: 'garden' },
    { dir: 'a', id: 'readers' },
    { dir: 'c', id: 'garden' },
    { dir: 'd', id: null },
    { dir: 'e', id: null },
    { dir: 'f', id: '__proto__' },
    { dir: 'g', id: 'garden' },
  ];
  expect([...sharedIds(all)]).toEqual([['garden', ['b', 'c', 'g']]]);
});
