import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdsOn } from '../../../src/core/portfolio/dates.ts';
import { newFolder } from '../../folders.ts';
import { summariesBelow } from '../../portfolio-folder.ts';

const examples = join(import.meta.dirname, '../../../examples');

const read = summariesBelow;

test('reads every partnership below a folder, in the order of the paths', async () => {
  const found = await read(examples);
  expect(found.map(({ dir, id }) => [dir, id])).toEqual([
    ['harbour-skills', 'harbour-skills'],
    ['literacy-south', 'literacy-south'],
    ['riverside-garden', 'riverside-garden'],
  ]);
});

test('a folder that is a partnership itself is named by a dot', async () => {
  expect((await read(join(examples, 'literacy-south'))).map(({ dir }) => dir)).toEqual(['.']);
});

test('a summary survives JSON as it is', async () => {
  const found = await read(examples);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('what cannot be read has a summary of its problems, and hides nothing else', async () => {
  const root = newFolder();
  cpSync(join(examples, 'riverside-garden'), join(root, 'a'), { recursive: true });
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'b/partnership.yaml'), 'id: broken\nmodel: [');
  mkdirSync(join(root, 'c'));
  writeFileSync(join(root, 'c/partnership.yaml'), 'format: 1\nid: no-such\nname: No such\nmodel: nowhere\n');
  const [a, b, c] = await read(root);
  expect(a?.state).not.toBeNull();
  expect(b).toMatchObject({ dir: 'b', state: null, id: null });
  expect(b?.errors).toBeGreaterThan(0);
  expect(c).toMatchObject({ dir: 'c', state: null, id: 'no-such', name: 'No such', model: 'nowhere' });
});

// The cache of summaries rests on this: on every day of `holds` the files give the very same summary.
test('a summary is the same on every day that it says it holds on', async () => {
  const root = join(examples, 'literacy-south');
  const days = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index * 6)));
  let compared = 0;
  let [before] = await read(root, '2025-12-31');
  for (const day of days) {
    const today = day.toISOString().slice(0, 10);
    const [now] = await read(root, today);
    if (before !== undefined && holdsOn(before.holds, today)) {
      compared += 1;
      expect(now).toEqual(before);
    }
    before = now;
  }
  expect(compared).toBeGreaterThan(5);
});
