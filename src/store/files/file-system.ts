import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';

import { isWindows } from '../../core/file-path.ts';
import { forWindows } from './windows-file-system.ts';

/**
 * The door to the disk: one call, one operation of the system, errors as Node throws them. It is
 * passed in wherever something is written, so that a test can make any single operation fail.
 */
export interface FileSystem {
  access(path: string, mode: number): void;
  open(path: string, flags: number, mode?: number): number;
  read(fd: number, buffer: Uint8Array, offset: number, length: number): number;
  write(fd: number, buffer: Uint8Array, offset: number, length: number): number;
  fsync(fd: number): void;
  close(fd: number): void;
  fstat(fd: number): BigIntStats;
  fchmod(fd: number, mode: number): void;
  fchown(fd: number, uid: number, gid: number): void;
  lstat(path: string): BigIntStats;
  rename(from: string, to: string): void;
  link(existing: string, added: string): void;
  unlink(path: string): void;
  mkdir(path: string): void;
  rmdir(path: string): void;
  readdir(path: string): string[];
  readlink(path: string): string;
  realpath(path: string): string;
}

/** The operations as Node has them. */
const direct: FileSystem = {
  access: accessSync,
  open: (path, flags, mode) => openSync(path, flags, mode),
  read: (fd, buffer, offset, length) => readSync(fd, buffer, offset, length, null),
  write: (fd, buffer, offset, length) => writeSync(fd, buffer, offset, length, null),
  fsync: fsyncSync,
  close: closeSync,
  fstat: (fd) => fstatSync(fd, { bigint: true }),
  fchmod: fchmodSync,
  fchown: fchownSync,
  lstat: (path) => lstatSync(path, { bigint: true }),
  rename: renameSync,
  link: linkSync,
  unlink: unlinkSync,
  mkdir: (path) => {
    mkdirSync(path);
  },
  rmdir: (path) => rmdirSync(path),
  readdir: (path) => readdirSync(path),
  readlink: (path) => readlinkSync(path),
  realpath: (path) => realpathSync.native(path),
};

// The thread sleeps: every operation here is synchronous.
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The file system of this machine. */
export const nodeFileSystem: FileSystem = isWindows ? forWindows(direct, sleep) : direct;

/**
 * Flags of open(2) and access(2) as they are used here. Windows lacks some of them, and there
 * Node leaves the constants undefined. O_NONBLOCK keeps a FIFO from blocking the open.
 */
export const openFlags = {
  read:
    constants.O_RDONLY |
    (constants.O_NOFOLLOW ?? 0) |
    (constants.O_NONBLOCK ?? 0) |
    (constants.O_NOCTTY ?? 0),
  createNew: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
  folder: constants.O_RDONLY,
  writable: constants.W_OK,
} as const;
