import { createHash } from 'node:crypto';
import { isPlainMapping } from '../../core/equal-data.ts';
import { isOwnFile, mayComeAndGo } from '../files/own-files.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import { commonEnd, commonLength } from '../yaml/common-bytes.ts';
import { maxFileBytes } from '../yaml/limits.ts';

/** What a command did to the files of a partnership: by whom it was given and when, as the lock has it. */
export interface UndoEntry {
  readonly command: string;
  /** An instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly user?: string | undefined;
  readonly files: readonly FileTurn[];
}

/**
 * The form of entries: a line with this number and a digest of all that follows; a line of JSON; the bytes
 * of each file as it was, and those that the command put in, since the rest of its new content is in the old.
 */
const format = 1;

// More than any model has stages and schemas; what claims to hold more was not written here.
const maxFiles = 200;
const longestName = 300;

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
}

/** The bytes of an entry's own file. */
export function formatEntry({ command, at, user, files }: UndoEntry): Uint8Array {
  const parts = files.map(({ file, before, after }) => {
    const old = Buffer.from(before ?? []);
    const splice = after === undefined ? undefined : spliceBetween(old, Buffer.from(after));
    const added = splice === undefined ? Buffer.alloc(0) : Buffer.from(after ?? []).subarray(...splice.of);
    const sizes = { before: before === undefined ? null : old.length, after: splice?.splice ?? null };
    return { head: { file, ...sizes }, bytes: [old, added] };
  });
  const head = { command, at, ...(user === undefined ? {} : { user }), files: parts.map(({ head }) => head) };
  const rest = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...parts.flatMap(({ bytes }) => bytes),
  ]);
  return Buffer.concat([Buffer.from(`partner-undo ${format} ${digest(rest)}\n`), rest]);
}

function spliceBetween(before: Buffer, after: Buffer): { splice: Splice; of: [number, number] } {
  const start = commonLength(before, after);
  const end = commonEnd(before, after, Math.min(before.length, after.length) - start);
  return {
    splice: { start, end: before.length - end, bytes: after.length - end - start },
    of: [start, after.length - end],
  };
}

/** Reads an entry; says why it cannot be used where it is another program's, or not as it was written. */
export function parseEntry(bytes: Uint8Array): UndoEntry | 'another-format' | 'damaged' {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, number, sum] =
    /^partner-undo (\d{1,9}) ([0-9a-f]{64})\n/.exec(all.toString('latin1', 0, 100)) ?? [];
  if (number === undefined || sum === undefined) return 'damaged';
  const rest = all.subarray(all.indexOf(10) + 1);
  if (digest(rest) !== sum) return 'damaged';
  if (Number(number) !== format) return 'another-format';
  const end = rest.indexOf(10);
  return entryFrom(jsonIn(rest.subarray(0, Math.max(end, 0))), rest.subarray(end + 1)) ?? 'damaged';
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

// A digest tells of accidents, not of malice: whoever writes a false entry also counts its digest.
function entryFrom(head: unknown, bytes: Buffer): UndoEntry | undefined {
  if (!isPlainMapping(head) || !Array.isArray(head.files)) return undefined;
  if (head.files.length === 0 || head.files.length > maxFiles) return undefined;
  const { command, at, user } = head;
  if (!isName(command) || !isName(at) || !(user === undefined || isName(user))) return undefined;
  const files: FileTurn[] = [];
  let offset = 0;
  const take = (length: number): Buffer => {
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
  for (const each of head.files as readonly unknown[]) {
    const states = statesFrom(each, take);
    if (states === undefined || files.some(({ file }) => file === states.file)) return undefined;
    files.push(states);
  }
  return offset === bytes.length ? { command, at, user, files } : undefined;
}

function statesFrom(head: unknown, take: (length: number) => Buffer): FileTurn | undefined {
  if (!isPlainMapping(head) || typeof head.file !== 'string' || !isOwnFile(head.file)) return undefined;
  const { file, before: size, after: splice } = head;
  if ((size === null || splice === null) && !mayComeAndGo(file)) return undefined;
  if (size !== null && (!isLength(size) || size > maxFileBytes)) return undefined;
  const before = size === null ? undefined : take(size);
  if (splice === null) return before === undefined ? undefined : { file, before, after: undefined };
  if (!isSplice(splice, size ?? 0)) return undefined;
  const old = before ?? Buffer.alloc(0);
  const after = Buffer.concat([old.subarray(0, splice.start), take(splice.bytes), old.subarray(splice.end)]);
  return { file, before, after };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestName;
}

function isSplice(value: unknown, size: number): value is Splice {
  if (!isPlainMapping(value)) return false;
  const { start, end, bytes } = value;
  if (!isLength(start) || !isLength(end) || !isLength(bytes)) return false;
  return start <= end && end <= size && bytes <= maxFileBytes;
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
