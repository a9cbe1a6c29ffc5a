import { expect, it } from 'vitest';
import type { FolderReading, ReadRequest } from '../../../src/store/portfolio/folder-reading.ts';
import { giveWay } from '../../../src/store/portfolio/give-way.ts';
import { readAll } from '../../../src/store/portfolio/read-all.ts';
import { ownReader, type Reader } from '../../../src/store/portfolio/reader.ts';
import { newFolder } from '../../folders.ts';

const compileLate = () => {};

// Folders in which there is nothing: each is read, and said to lack its file.
const dirs = Array.from({ length: 200 }, (_, index) => `p${index}`);
const request = (): ReadRequest => {
  return { base: newFolder(), dirs, today: '2026-11-24', resources: '', want: ['summary'], isKept: false };
};

/** A reader beside this thread that takes `turns` of the event loop for each request. */
function beside(turns: number, log: string[] = []): Reader {
  return {
    depth: 2,
    ready: Promise.resolve(),
    read: async (asked) => {
      log.push(asked.dirs[0] ?? '');
      for (let turn = 0; turn < turns; turn += 1) await giveWay();
      return ownReader.read(asked);
    },
    end: () => log.push('end'),
  };
}

async function dirsRead(readings: AsyncIterable<FolderReading>): Promise<string[]> {
  const found: string[] = [];
  for await (const { dir } of readings) found.push(dir);
  return found;
}

it.each([0, 1, 500])('gives the readings in order, however slow a thread is (%d)', async (turns) => {
  const log: string[] = [];
  const threads = { spare: 2, start: () => beside(turns, log), compileLate };
  expect(await dirsRead(readAll(request(), threads))).toEqual(dirs);
  expect(log.length).toBeGreaterThan(4);
  expect(log.slice(-2)).toEqual(['end', 'end']);
});

it('reads itself what a thread fails to read', async () => {
  const failing: Reader = {
    depth: 2,
    ready: Promise.resolve(),
    read: () => Promise.reject(new Error('no memory')),
    end: () => {},
  };
  expect(await dirsRead(readAll(request(), { spare: 3, start: () => failing, compileLate }))).toEqual(dirs);
});

it('starts no thread for a few folders', async () => {
  const start = () => {
    throw new Error('started');
  };
  const few = { ...request(), dirs: dirs.slice(0, 20) };
  expect(await dirsRead(readAll(few, { spare: 7, start, compileLate }))).toEqual(few.dirs);
});

it('lets threads compile later once all of them are there, and not before', async () => {
  const log: string[] = [];
  const started: (() => void)[] = [];
  const start = () => ({ ...beside(3), ready: new Promise<void>((ready) => started.push(ready)) });
  const readings = readAll(request(), { spare: 2, start, compileLate: () => log.push('late') });
  for (let taken = 0; taken < 100; taken += 1) await readings.next();
  started[0]?.();
  await giveWay();
  expect(log).toEqual([]);
  started[1]?.();
  await giveWay();
  expect(log).toEqual(['late']);
  expect(await dirsRead(readings)).toEqual(dirs.slice(100));
});

it('ends the threads where nobody wants the rest, and reads little of it', async () => {
  const log: string[] = [];
  for await (const { dir } of readAll(request(), { spare: 1, start: () => beside(0, log), compileLate }))
    if (dir === 'p3') break;
  expect(log.at(-1)).toBe('end');
  expect(log.length).toBeLessThan(dirs.length / 16);
});

it('does not run ahead of the one who takes the readings', async () => {
  const log: string[] = [];
  const many = { ...request(), dirs: Array.from({ length: 16 * 60 }, (_, index) => `p${index}`) };
  const readings = readAll(many, { spare: 1, start: () => beside(0, log), compileLate });
  await readings.next();
  for (let turn = 0; turn < 5_000; turn += 1) await giveWay();
  expect(log.length).toBeLessThanOrEqual(17);
  await readings.return(undefined);
});
