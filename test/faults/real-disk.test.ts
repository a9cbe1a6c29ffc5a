import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { createFolderAtomically } from '../../src/store/files/create-folder.ts';
import { createFile, replaceFile } from '../../src/store/files/write-file.ts';
import { bundleWorker, startWorker } from './processes.ts';

const facts = { pid: process.pid, host: hostname(), signal: process.kill };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function skip(context: TestContext, reason: string): never {
  console.log(`${context.task.name}: skipped, ${reason}`);
  return context.skip(reason);
}

const good = Buffer.alloc(20_006, 'good ');
const longer = Buffer.alloc(50_006, 'longer ');

/** Runs `body` on a disk of 64 KB, or skips where this user may not mount one. */
function onSmallDisk(context: TestContext, body: (disk: string) => void): void {
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { encoding: 'utf8' });
  if (mount.status !== 0) skip(context, `no mount: ${mount.error?.message ?? mount.stderr.trim()}`);
  try {
    body(folder);
  } finally {
    spawnSync('umount', [folder]);
  }
}

describe('a disk of 64 KB that is nearly full', () => {
  it('keeps the old bytes', (context) => {
    onSmallDisk(context, (disk) => {
      const path = join(disk, 'a.yaml');
      writeFileSync(path, good);
      expect(() => replaceFile({ path, bytes: longer, expected: good })).toThrow('disk-full');
      expect(readFileSync(path)).toEqual(good);
      expect(() => createFile({ path: join(disk, 'b.yaml'), bytes: longer })).toThrow('disk-full');
      const files = ['c', 'd', 'e'].map((name) => ({ path: `stages/${name}.yaml`, bytes: good }));
      expect(() => createFolderAtomically(join(disk, 'new'), files, facts)).toThrow('disk-full');
      expect(readdirSync(disk)).toEqual(['a.yaml']);
      replaceFile({ path, bytes: good.subarray(1), expected: good });
      expect(readFileSync(path)).toEqual(good.subarray(1));
    });
  });

  it('loses them to a writer that writes in place', (context) => {
    onSmallDisk(context, (disk) => {
      const path = join(disk, 'a.yaml');
      writeFileSync(join(disk, 'other'), good);
      writeFileSync(path, good);
      expect(() => writeFileSync(path, longer)).toThrow('ENOSPC');
      expect(readFileSync(path)).not.toEqual(good);
    });
  });
});

describe('without permission', () => {
  /** Changes `path` in a process of an ordinary user: root may write everything. */
  async function replaceAsOther(context: TestContext, path: string): Promise<string> {
    const script = await bundleWorker();
    const command = [process.execPath, script, 'replace', path];
    if (process.getuid?.() === 0) {
      if (spawnSync('setpriv', ['--version']).error) skip(context, 'root, and no setpriv');
      command.unshift('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups');
    }
    const worker = startWorker(command);
    await worker.ended;
    rmSync(dirname(script), { recursive: true });
    return worker.lines.join('\n');
  }

  it('does not replace a read-only file in a folder that may be written', async (context) => {
    const path = join(folder, 'open', 'a.yaml');
    mkdirSync(dirname(path));
    writeFileSync(path, good);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o755);
    chmodSync(dirname(path), 0o777);
    expect(await replaceAsOther(context, path)).toContain('"code":"not-writable"');
    expect(readFileSync(path)).toEqual(good);
    expect(readdirSync(dirname(path))).toEqual(['a.yaml']);
  });

  it('does not replace a file in a folder that may not be written', async (context) => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, good);
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    const answer = await replaceAsOther(context, path);
    chmodSync(folder, 0o755);
    expect(answer).toContain('"code":"not-writable"');
    expect(readFileSync(path)).toEqual(good);
  });

  it('keeps the mode and takes over the file where the folder allows it', async (context) => {
    const path = join(folder, 'open', 'a.yaml');
    mkdirSync(dirname(path));
    writeFileSync(path, good);
    chmodSync(path, 0o646);
    chmodSync(folder, 0o755);
    chmodSync(dirname(path), 0o777);
    expect(await replaceAsOther(context, path)).toBe('');
    expect(readFileSync(path, 'utf8')).toBe('changed\n');
    expect(statSync(path).mode & 0o777).toBe(0o646);
  });
});
