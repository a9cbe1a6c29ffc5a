import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type FileSystem, nodeFileSystem } from '../../src/store/files/file-system.ts';
import { withLock } from '../../src/store/files/lock.ts';
import { replaceFile } from '../../src/store/files/write-file.ts';

// The other processes of these tests, one mode each: `node worker.js MODE PATH [COUNT]`.
const [mode = '', path = '', count = '1'] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const options = {
  facts: { pid: process.pid, host: hostname(), signal: process.kill },
  now: '2026-02-03T10:00:00Z',
  command: `worker ${mode}`,
  waitMs: 60_000,
  sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const modes: Record<string, () => Promise<void>> = {
  // Changes PATH/counter under the lock, COUNT times.
  async increment() {
    for (let round = 0; round < Number(count); round++) await withLock(path, options, increment);
  },
  // The same without a lock; between reading and writing it waits for a line, so that all read first.
  async 'increment-lockless'() {
    const counter = join(path, 'counter');
    const next = Number(readFileSync(counter, 'utf8')) + 1;
    console.log('read');
    await lines.next();
    writeFileSync(counter, String(next));
  },
  // Takes the lock and keeps it until it is killed.
  async hold() {
    await withLock(path, options, async () => {
      console.log('held');
      await options.sleep(600_000);
    });
  },
  // For each line it is given: takes the lock on a disk of uneven speed, and tells whether it was alone.
  async take() {
    console.log('ready');
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      console.log(await withLock(path, options, takeAlone, unevenDisk()));
    }
  },
  async replace() {
    const expected = readFileSync(path);
    replaceFile({ path, bytes: Buffer.from('changed\n'), expected });
  },
};

function increment(): void {
  const counter = join(path, 'counter');
  const expected = readFileSync(counter);
  const bytes = Buffer.from(String(Number(expected.toString()) + 1));
  replaceFile({ path: counter, bytes, expected });
}

async function takeAlone(): Promise<string> {
  const inside = join(path, 'inside');
  try {
    mkdirSync(inside);
    await options.sleep(3);
    rmdirSync(inside);
    return 'alone';
  } catch (error) {
    return `not alone: ${error}`;
  }
}

// Up to a millisecond before each operation, to let the others in between any two.
function unevenDisk(): FileSystem {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const slowed = Object.entries(nodeFileSystem).map(([name, run]) => [
    name,
    (...values: unknown[]) => {
      Atomics.wait(cell, 0, 0, Math.random());
      return (run as (...all: unknown[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(slowed) as FileSystem;
}

try {
  await modes[mode]?.();
} catch (error) {
  const { code, message, params } = error as { code?: string; message: string; params?: unknown };
  console.log(JSON.stringify({ code, message, params }));
  process.exitCode = 2;
}
process.stdin.destroy();
