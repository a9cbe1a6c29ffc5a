import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { readRegularFile } from '../../../src/store/files/read-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-read-'));
  path = join(folder, 'a.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a regular file', () => {
  it.each([0, 1, 4096, 100_000])('is read whole (%i bytes)', (size) => {
    const bytes = Buffer.alloc(size, 'שלב');
    writeFileSync(path, bytes);
    const reading = readRegularFile(path);
    if (reading.kind !== 'file') throw new Error(reading.kind);
    expect(bytes.equals(reading.bytes)).toBe(true);
  });

  it('is read on where the disk gives a few bytes at a time', () => {
    const bytes = Buffer.from('stage: scoping\n'.repeat(50));
    writeFileSync(path, bytes);
    const fs = {
      ...nodeFileSystem,
      read: (fd: number, buffer: Uint8Array, offset: number, length: number) =>
        nodeFileSystem.read(fd, buffer, offset, Math.min(length, 7)),
    };
    expect(readRegularFile(path, fs)).toMatchObject({ kind: 'file', bytes });
  });

  it('is known again by its identity', () => {
    writeFileSync(path, 'a');
    chmodSync(path, 0o640);
    const { ino, mode, uid } = statSync(path);
    const identity = { ino: BigInt(ino), size: 1n, mode, uid };
    expect(readRegularFile(path)).toMatchObject({ kind: 'file', identity });
  });

  it('is refused only where it is larger than allowed', () => {
    writeFileSync(path, '12345');
    expect(readRegularFile(path, nodeFileSystem, { maxBytes: 5 }).kind).toBe('file');
    expect(readRegularFile(path, nodeFileSystem, { maxBytes: 4 })).toEqual({ kind: 'too-large', size: 5 });
  });

  it('is found too large where its size was not known before', () => {
    writeFileSync(path, '12345');
    const fs = {
      ...nodeFileSystem,
      fstat: (fd: number) => Object.assign(nodeFileSystem.fstat(fd), { size: 0n }),
    };
    expect(readRegularFile(path, fs, { maxBytes: 4 })).toEqual({ kind: 'too-large', size: 5 });
    expect(readRegularFile(path, fs, { maxBytes: 5 })).toMatchObject({
      kind: 'file',
      bytes: Buffer.from('12345'),
    });
  });
});

describe('what is no regular file', () => {
  it('is missing', () => {
    expect(readRegularFile(path)).toEqual({ kind: 'missing' });
    writeFileSync(path, '');
    expect(readRegularFile(join(path, 'below-a-file'))).toEqual({ kind: 'missing' });
  });

  it('is a directory', () => {
    mkdirSync(path);
    expect(readRegularFile(path)).toEqual({ kind: 'not-regular', what: 'directory' });
  });

  it.each(['/etc/passwd', 'b.yaml', 'nowhere'])('is a symlink to %s', (target) => {
    writeFileSync(join(folder, 'b.yaml'), 'b');
    symlinkSync(target, path);
    expect(readRegularFile(path)).toEqual({ kind: 'not-regular', what: 'symlink' });
  });

  it('is a FIFO, and nobody waits for its writer', () => {
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    expect(readRegularFile(path)).toEqual({ kind: 'not-regular', what: 'fifo' });
  });

  it('is a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(readRegularFile(path)).toEqual({ kind: 'not-regular', what: 'socket' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('is a device', () => {
    expect(readRegularFile('/dev/null')).toEqual({ kind: 'not-regular', what: 'device' });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['open', 'EACCES'],
    ['open', 'EMFILE'],
    ['fstat', 'EIO'],
    ['read', 'EIO'],
  ] as const)('is said to be so (%s: %s)', (operation, code) => {
    writeFileSync(path, 'a');
    const refuse = () => {
      throw Object.assign(new Error(code), { code, errno: -1 });
    };
    const reading = readRegularFile(path, { ...nodeFileSystem, [operation]: refuse });
    expect(reading).toMatchObject({ kind: 'unreadable', errno: code, cause: { code } });
  });

  it('does not hide a bug', () => {
    writeFileSync(path, 'a');
    const fs = {
      ...nodeFileSystem,
      read: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => readRegularFile(path, fs)).toThrow('a bug');
  });
});
