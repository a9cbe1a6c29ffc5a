import { randomBytes } from 'node:crypto';
import { PartnerError } from '../../core/partner-error.ts';
import type { FileSystem } from './file-system.ts';
import type { LockIdentity } from './lock-identity.ts';
import { readRegularFile, sameBytes } from './read-file.ts';
import { storageError } from './storage-error.ts';

/** Who holds a lock, since when (`at`, as the holder wrote it) and for which command. */
export interface LockHolder extends LockIdentity {
  readonly user?: string;
  readonly command: string;
  readonly at: string;
}

/** What stands in a lock's place; `bytes` tell this lock from every other one. */
export type LockReading =
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly holder: LockHolder; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly bytes: Uint8Array };

// A record has some 300 bytes; a longer file was not written by this program.
const maxBytes = 4096;

/** The one line of a lock file. Two records are never the same, even of one process at one time. */
export function formatRecord(holder: LockHolder): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...holder, token: randomBytes(12).toString('hex') })}\n`);
}

/**
 * Reads a lock file. Throws `not-a-regular-file` where something else has its name, `io-failed`
 * where the disk fails; a lock that must not be read, or makes no sense, is `unreadable`.
 */
export function readLock(file: string, fs: FileSystem): LockReading {
  const reading = readRegularFile(file, fs, { maxBytes });
  if (reading.kind === 'missing') return { kind: 'free' };
  if (reading.kind === 'not-regular') {
    throw new PartnerError('not-a-regular-file', { file, what: reading.what });
  }
  if (reading.kind === 'unreadable' && reading.errno !== 'EACCES') throw storageError(reading.cause, file);
  if (reading.kind !== 'file') return { kind: 'unreadable', bytes: new Uint8Array() };
  const holder = parseRecord(reading.bytes);
  if (holder === undefined) return { kind: 'unreadable', bytes: reading.bytes };
  return { kind: 'held', holder, bytes: reading.bytes };
}

/** Whether two readings found the very same lock. */
export function isSameLock(a: LockReading, b: LockReading): boolean {
  if (a.kind === 'free' || b.kind === 'free') return a.kind === b.kind;
  return a.kind === b.kind && sameBytes(a.bytes, b.bytes);
}

/** A holder for people, such as `partner check (dana, pid 4711, host-a, 2026-02-03T10:00:00Z)`; else `?`. */
export function describeHolder(reading: LockReading): string {
  if (reading.kind !== 'held') return '?';
  const { command, user, pid, host, at } = reading.holder;
  return `${command} (${[user, `pid ${pid}`, host, at].filter((part) => part !== undefined).join(', ')})`;
}

function parseRecord(bytes: Uint8Array): LockHolder | undefined {
  const data = parseJson(bytes);
  if (typeof data !== 'object' || data === null) return undefined;
  const { pid, host, command, at, ...rest } = data as Record<string, unknown>;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  if (typeof host !== 'string' || typeof command !== 'string' || typeof at !== 'string') return undefined;
  const optional: Record<string, string> = {};
  for (const key of ['machine', 'boot', 'namespace', 'started', 'user']) {
    const value = rest[key];
    if (typeof value === 'string') optional[key] = value;
    else if (value !== undefined) return undefined;
  }
  return { pid, host, command, at, ...optional };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
