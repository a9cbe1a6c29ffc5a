import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PartnerError } from '../../src/core/partner-error.ts';
import type { FileSystem } from '../../src/store/files/file-system.ts';
import { errnos, type Fault, type FaultyDisk, faultyDisk, Kill } from './failpoint.ts';

/** A change of what is on the disk; `judge` says which state it finds, anything else being torn. */
export interface Scenario {
  readonly prepare: (folder: string) => void;
  readonly run: (folder: string, fs: FileSystem) => void;
  readonly judge: (folder: string) => 'old' | 'new' | 'torn';
}

export interface SweepResult {
  readonly states: number;
  readonly faults: string[];
}

const allFaults: readonly Fault[] = [
  { kind: 'kill' },
  { kind: 'half' },
  { kind: 'short' },
  { kind: 'zero' },
  { kind: 'lie' },
  ...errnos,
];

/**
 * Runs a scenario once for every fault at every operation, each time in a new folder, and collects
 * what no writer may do: leave a torn state, fail and have changed something, succeed and have
 * changed nothing, leave a temporary or an open file, or throw anything but a PartnerError.
 */
export function sweep(scenario: Scenario): SweepResult {
  const clean = attempt(scenario, 0, { kind: 'kill' });
  const faults = clean.faults.map((text) => `without a fault: ${text}`);
  let states = 0;
  for (let at = 1; at <= clean.operations.length; at++) {
    for (const fault of allFaults) {
      if (clean.operations[at - 1] !== 'write' && ['half', 'short', 'zero', 'lie'].includes(fault.kind))
        continue;
      states++;
      const name = fault.kind === 'errno' ? fault.code : fault.kind;
      const { faults: found } = attempt(scenario, at, fault);
      faults.push(...found.map((text) => `${name} at ${at} (${clean.operations[at - 1]}): ${text}`));
    }
  }
  return { states, faults };
}

function attempt(
  scenario: Scenario,
  at: number,
  fault: Fault,
): { operations: FaultyDisk['operations']; faults: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'partner-sweep-'));
  try {
    scenario.prepare(folder);
    const before = namesBelow(folder);
    const disk = faultyDisk(at, fault);
    const outcome = outcomeOf(() => scenario.run(folder, disk.fs));
    const leaked = disk.closeAll();
    const state = scenario.judge(folder);
    const faults = state === 'torn' ? ['torn'] : [];
    if (outcome !== 'killed') {
      if (leaked > 0) faults.push(`${leaked} left open`);
      if (outcome === 'done' && state !== 'new') faults.push('said it was done');
      if (outcome !== 'done' && state === 'new') faults.push(`changed, and failed: ${outcome}`);
      const expected = fault.kind === 'errno' ? codeFor(fault.code) : 'io-failed';
      if (outcome !== 'done' && outcome !== expected) faults.push(`threw ${outcome}`);
      // Something can stay only where removing it was the very thing that failed.
      const last = disk.operations[at - 1];
      if (last !== 'unlink' && last !== 'rmdir') {
        const kept = outcome === 'done' ? temporaries(folder) : namesBelow(folder);
        faults.push(...kept.filter((name) => !before.includes(name)).map((name) => `left ${name}`));
      }
    }
    return { operations: disk.operations, faults };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcomeOf(run: () => void): string {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Kill) return 'killed';
    return error instanceof PartnerError ? error.code : `no PartnerError: ${error}`;
  }
}

function codeFor(errno: string): string {
  if (errno === 'ENOSPC' || errno === 'UNKNOWN') return 'disk-full';
  return errno === 'EROFS' || errno === 'EACCES' ? 'not-writable' : 'io-failed';
}

/** Every temporary of the program anywhere below a folder. */
export function temporaries(folder: string): string[] {
  return namesBelow(folder).filter((name) => name.includes('.partner-tmp-'));
}

function namesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}
