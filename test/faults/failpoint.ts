import { type FileSystem, nodeFileSystem } from '../../src/store/files/file-system.ts';

/**
 * The real file system, which says it has synced and has not: here processes die, the power stays
 * on, and waiting for the disk would be most of the time. A fault at an fsync happens all the same.
 */
export const unsynced: FileSystem = { ...nodeFileSystem, fsync: () => {} };

/** Thrown in the place of a SIGKILL: no code that catches system errors may catch it. */
export class Kill extends Error {}

export type Operation = keyof FileSystem;

/**
 * What happens at one operation: the process dies before it, or (a write) after half of it; the
 * system refuses it. `short`, `zero` and `lie` are disks that take half of a write and say so, take
 * nothing, take half and say they took all.
 */
export type Fault =
  | { readonly kind: 'kill' | 'half' | 'short' | 'zero' | 'lie' }
  | { readonly kind: 'errno'; readonly code: string; readonly errno: number };

export const errnos: readonly Fault[] = [
  { kind: 'errno', code: 'ENOSPC', errno: -28 },
  { kind: 'errno', code: 'UNKNOWN', errno: -122 },
  { kind: 'errno', code: 'EIO', errno: -5 },
  { kind: 'errno', code: 'EROFS', errno: -30 },
  { kind: 'errno', code: 'EACCES', errno: -13 },
  { kind: 'errno', code: 'EMFILE', errno: -24 },
  { kind: 'errno', code: 'EXDEV', errno: -18 },
];

export interface FaultyDisk {
  readonly fs: FileSystem;
  /** The operations asked for so far, in order. */
  readonly operations: Operation[];
  /** Closes what is still open, as the end of a process does, and says how many those were. */
  readonly closeAll: () => number;
}

/**
 * The real file system with one fault at operation number `at`, counted from 1. After a kill every
 * operation throws, so that no clean-up of the dead runs. `before` runs before each operation.
 */
export function faultyDisk(
  at: number,
  fault: Fault,
  before?: (operation: Operation, index: number) => void,
): FaultyDisk {
  const operations: Operation[] = [];
  const open = new Set<number>();
  let isDead = false;
  const wrap = (name: Operation) => {
    const real = unsynced[name] as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => {
      if (isDead) throw new Kill();
      operations.push(name);
      before?.(name, operations.length);
      if (name === 'close') open.delete(values[0] as number);
      if (operations.length === at) {
        const answer = strike(name, fault, real, values, () => {
          isDead = true;
        });
        if (answer !== undefined) return answer.value;
      }
      const value = real(...values);
      if (name === 'open') open.add(value as number);
      return value;
    };
  };
  const names = Object.keys(nodeFileSystem) as Operation[];
  const fs = Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as FileSystem;
  const closeAll = () => {
    for (const fd of open) nodeFileSystem.close(fd);
    return open.size;
  };
  return { fs, operations, closeAll };
}

// An answer stands for the operation's own; without one the operation goes on as if nothing was.
function strike(
  name: Operation,
  fault: Fault,
  real: (...values: unknown[]) => unknown,
  values: unknown[],
  die: () => void,
): { value: unknown } | undefined {
  if (fault.kind === 'errno') {
    // A close that fails has closed all the same.
    if (name === 'close') real(...values);
    throw Object.assign(new Error(`${fault.code}: injected at ${name}`), {
      code: fault.code,
      errno: fault.errno,
    });
  }
  if (fault.kind === 'kill') {
    die();
    throw new Kill();
  }
  if (name !== 'write') return undefined;
  if (fault.kind === 'zero') return { value: 0 };
  const [fd, buffer, offset, length] = values as [number, Uint8Array, number, number];
  const half = nodeFileSystem.write(fd, buffer, offset, Math.floor(length / 2));
  if (fault.kind === 'short') return { value: half };
  if (fault.kind === 'lie') return { value: length };
  die();
  throw new Kill();
}

/** A disk on which every write takes at most `most` bytes and says so. */
export function shortDisk(most: number): FileSystem {
  return {
    ...nodeFileSystem,
    write: (fd, buffer, offset, length) => nodeFileSystem.write(fd, buffer, offset, Math.min(length, most)),
  };
}

/** A disk with room for so many bytes: the write that reaches the end is short, the next one fails. */
export function fullDisk(room: number): FileSystem {
  let left = room;
  return {
    ...nodeFileSystem,
    write: (fd, buffer, offset, length) => {
      if (left === 0) throw Object.assign(new Error('ENOSPC: full'), { code: 'ENOSPC', errno: -28 });
      const count = nodeFileSystem.write(fd, buffer, offset, Math.min(length, left));
      left -= count;
      return count;
    },
  };
}
