import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PartnerError } from '../../src/core/partner-error.ts';
import type { FileSystem } from '../../src/store/files/file-system.ts';
import { withLock } from '../../src/store/files/lock.ts';
import { formatRecord } from '../../src/store/files/lock-record.ts';
import { replaceFile } from '../../src/store/files/write-file.ts';
import { errnos, type Fault, faultyDisk, Kill, type Operation, unsynced } from './failpoint.ts';
import { firstPid, lockerFor, playedProcess } from './lockers.ts';

const [gone, first, second] = [firstPid, firstPid + 1, firstPid + 2];

// Counts up under the lock, as a command does: read, change, write.
async function increment(
  root: string,
  pid: number,
  dead: ReadonlySet<number>,
  fs?: FileSystem,
): Promise<void> {
  const path = join(root, 'counter');
  const options = {
    facts: playedProcess(pid, dead),
    now: '2026-02-03T10:00:00Z',
    command: 'partner check',
    waitMs: 0,
    sleep: async () => {},
  };
  const action = () => {
    const expected = readFileSync(path);
    replaceFile({ path, bytes: Buffer.from(`${Number(expected.toString()) + 1}`), expected }, fs);
  };
  await withLock(root, options, action, fs);
}

interface Found {
  readonly operations: readonly Operation[];
  readonly faults: string[];
}

// One command with a fault in it, and then another process that has to find everything in order.
async function attempt(isStale: boolean, at: number, fault: Fault): Promise<Found> {
  const root = mkdtempSync(join(tmpdir(), 'partner-lock-'));
  try {
    writeFileSync(join(root, 'counter'), '0');
    mkdirSync(join(root, '.partner'));
    if (isStale)
      writeFileSync(join(root, '.partner', 'lock'), formatRecord(lockerFor(gone, new Set()).signature));
    const disk = faultyDisk(at, fault);
    const outcome = await increment(root, first, new Set([gone]), disk.fs).then(
      () => 'done',
      (error: unknown) =>
        error instanceof Kill ? 'killed' : error instanceof PartnerError ? 'refused' : `${error}`,
    );
    const leaked = disk.closeAll();
    const faults: string[] = [];
    const counter = readFileSync(join(root, 'counter'), 'utf8');
    if (counter !== '0' && counter !== '1') faults.push(`torn: ${counter}`);
    if (outcome === 'done' && counter !== '1') faults.push('said it was done');
    if (outcome === 'refused' && counter !== '0') faults.push('changed, and refused');
    if (!['done', 'killed', 'refused'].includes(outcome)) faults.push(outcome);
    if (leaked > 0 && outcome !== 'killed') faults.push(`${leaked} left open`);
    await increment(root, second, new Set([gone, first]), unsynced);
    if (readFileSync(join(root, 'counter'), 'utf8') !== `${Number(counter) + 1}`)
      faults.push('the next one lost');
    const left = readdirSync(join(root, '.partner')).filter((name) => name !== '.gitignore');
    return { operations: disk.operations, faults: [...faults, ...left.map((name) => `left ${name}`)] };
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('a change under the lock, with one fault at every operation', () => {
  it.each([
    ['of a free lock', false],
    ['of a dead process’s lock', true],
  ])('is done or not done, and the next one gets the lock (%s)', async (name, isStale) => {
    const clean = await attempt(isStale, 0, { kind: 'kill' });
    expect(clean.faults).toEqual([]);
    const found: string[] = [];
    let states = 0;
    for (let at = 1; at <= clean.operations.length; at++) {
      for (const fault of [{ kind: 'kill' } as const, { kind: 'half' } as const, ...errnos]) {
        if (fault.kind === 'half' && clean.operations[at - 1] !== 'write') continue;
        states++;
        const { faults } = await attempt(isStale, at, fault);
        const text = fault.kind === 'errno' ? fault.code : fault.kind;
        found.push(...faults.map((each) => `${text} at ${at} (${clean.operations[at - 1]}): ${each}`));
      }
    }
    console.log(`withLock ${name}: ${states} states, ${found.length} faults`);
    expect(found).toEqual([]);
  });
});
