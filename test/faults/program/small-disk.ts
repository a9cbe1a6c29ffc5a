import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from './scenarios.ts';
import { ranProgram } from './struck.ts';
import type { Figures } from './sweep.ts';
import { isSameTree, rubbishIn, type Tree, treeOf } from './tree.ts';

/**
 * Mounts a disk of 64 KB for `body`, or gives the reason why that cannot be done here.
 */
export async function onSmallDisk(body: (disk: string) => Promise<void>): Promise<string | undefined> {
  const disk = mkdtempSync(join(tmpdir(), 'partner-disk-'));
  try {
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { encoding: 'utf8' });
    if (mount.status !== 0) return `no mount: ${mount.error?.message ?? mount.stderr.trim()}`;
    try {
      await body(disk);
    } finally {
      spawnSync('umount', [disk]);
    }
    return undefined;
  } finally {
    rmSync(disk, { recursive: true });
  }
}

/** Runs a command on a disk with room for `blocks` more blocks, and judges what came of it. */
export async function onFullDisk(scenario: Scenario, disk: string, blocks: number): Promise<Figures> {
  scenario.prepare(disk);
  const old = treeOf(disk);
  const filler = join(disk, '.partner', 'filler');
  fill(filler, disk, blocks);
  const { code, err } = await ranProgram(scenario.args, disk);
  rmSync(filler, { force: true });
  const faults = judged(old, treeOf(disk), code, err);
  faults.push(...rubbishIn(disk).flatMap((name) => (name.includes('.partner-') ? [`left ${name}`] : [])));
  const next = await ranProgram(scenario.next(code === 0 ? 'new' : 'old'), disk);
  if (next.code !== 0) faults.push(`the next command: ${next.err}`);
  faults.push(...rubbishIn(disk).map((name) => `the next command left ${name}`));
  spawnSync('find', [disk, '-mindepth', '1', '-delete']);
  return { states: 1, faults: faults.map((text) => `${scenario.name}, ${blocks} blocks: ${text}`) };
}

function fill(filler: string, disk: string, blocks: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const room = Number(bavail) - blocks;
  if (room <= 0) return;
  if (!existsSync(join(filler, '..'))) spawnSync('mkdir', [join(filler, '..')]);
  writeFileSync(filler, Buffer.alloc(room * Number(bsize)));
}

function judged(old: Tree, found: Tree, code: number | string | null, err: string): string[] {
  if (code === 0) return isSameTree(old, found) ? ['said it was done'] : [];
  const faults = isSameTree(old, found) ? [] : ['changed, and refused'];
  if (code !== 2 || !/^partner: error: [^\n]+(disk|quota)[^\n]* full\n/.test(err))
    faults.push(`${code}: ${err}`);
  return faults;
}
