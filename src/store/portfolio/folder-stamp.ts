import { lstatSync } from 'node:fs';

/**
 * The state of all that a partnership is read from: its files, and the folders in which one could be added. As
 * long as the system says the same of each, nothing in them was changed.
 */
export interface FolderStamp {
  readonly names: readonly string[];
  /** Of each name its size, times of change of content and of anything (milliseconds), inode and mode; else zeros. */
  readonly states: Float64Array;
}

const unlessMissing = { throwIfNoEntry: false } as const;

/** How many numbers tell of one name. */
const parts = 5;

/** The states of a stamp as a text: the bytes of their numbers, in base 64. */
export function statesText(states: Float64Array): string {
  return Buffer.from(states.buffer, states.byteOffset, states.byteLength).toString('base64');
}

/** Says whether a partnership's files are in the very states that the text of a stamp's tells. */
export function isUnchanged(root: string, names: readonly string[], states: string): boolean {
  return statesText(statesOf(root, names)) === states;
}

/** What the system says of each name in a partnership now. */
export function statesOf(root: string, names: readonly string[]): Float64Array {
  const states = new Float64Array(names.length * parts);
  let at = 0;
  for (const name of names) {
    // Not `join`, which takes as long as the system call; every system takes `/`.
    const stats = lstatSync(`${root}/${name}`, unlessMissing);
    if (stats !== undefined) {
      states[at] = stats.size;
      states[at + 1] = stats.mtimeMs;
      states[at + 2] = stats.ctimeMs;
      states[at + 3] = stats.ino;
      states[at + 4] = stats.mode;
    }
    at += parts;
  }
  return states;
}

// A clock that ticks at least as often as this is behind a time with a fraction of a second (Linux's ticks every
// 10 ms or more often), and two seconds behind one without (FAT's).
const tickMs = 50;
const coarseTickMs = 2_000;

/**
 * Says whether every change after `start` (milliseconds) shows in a stamp taken later. As in git's index, what was
 * changed in the very tick of the clock in which it is read may be changed again without another time of change.
 */
export function isSettled({ names, states }: FolderStamp, start: number): boolean {
  return names.every((_, index) => {
    const [, mtime, ctime] = states.subarray(index * parts);
    return isPast(mtime ?? 0, start) && isPast(ctime ?? 0, start);
  });
}

function isPast(time: number, start: number): boolean {
  return time < start - (time % 1_000 === 0 ? coarseTickMs : tickMs);
}
