import { createHash } from 'node:crypto';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { readRegularFile } from './read-file.ts';
import { hasCode, isSystemError } from './storage-error.ts';

/** What only the running process knows: `signal` is `process.kill`, asked with signal 0 only. */
export interface ProcessFacts {
  readonly pid: number;
  readonly host: string;
  readonly signal: (pid: number, signal: 0) => unknown;
}

/**
 * By what a process is known again. Only Linux tells more than pid and host: `machine` is a digest
 * of its machine id, `boot` changes when it restarts, `namespace` tells containers on one machine
 * apart, `started` (clock ticks since the boot) two processes that had the same pid.
 */
export interface LockIdentity {
  readonly pid: number;
  readonly host: string;
  readonly machine?: string;
  readonly boot?: string;
  readonly namespace?: string;
  readonly started?: string;
}

/** `elsewhere`: on another machine or in another container, where nobody here can ask after it. */
export type OwnerState = 'live' | 'dead' | 'elsewhere';

/** The identity of the process the facts are about. */
export function lockIdentity(facts: ProcessFacts, fs: FileSystem = nodeFileSystem): LockIdentity {
  return {
    pid: facts.pid,
    host: facts.host,
    ...known('machine', machineDigest(fs)),
    ...known('boot', readLine('/proc/sys/kernel/random/boot_id', fs)),
    ...known('namespace', pidNamespace(fs)),
    ...known('started', processStat(facts.pid, fs)?.started),
  };
}

/** Whether the owner of a lock still runs, as far as the process `self` can know. */
export function ownerState(
  owner: LockIdentity,
  self: LockIdentity,
  facts: ProcessFacts,
  fs: FileSystem = nodeFileSystem,
): OwnerState {
  if (owner.host !== self.host || differ(owner.machine, self.machine)) return 'elsewhere';
  if (differ(owner.boot, self.boot)) return hasRestarted(owner, self) ? 'dead' : 'elsewhere';
  if (differ(owner.namespace, self.namespace)) return 'elsewhere';
  if (!isRunning(owner.pid, facts)) return 'dead';
  const stat = processStat(owner.pid, fs);
  if (stat === undefined) return 'live';
  return stat.isEnded || differ(stat.started, owner.started) ? 'dead' : 'live';
}

// Linux: PROC_PID_INIT_INO, the number of the namespace of pids that a machine starts with.
const firstNamespace = 'pid:[4026531836]';

// Another boot is an earlier one of this machine only where this surely is the same machine: virtual
// machines and containers share images, and with them host names and machine ids.
function hasRestarted(owner: LockIdentity, self: LockIdentity): boolean {
  return [owner, self].every(
    ({ machine, namespace }) => machine !== undefined && namespace === firstNamespace,
  );
}

// Where one side does not know, nothing is concluded.
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function known<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

// Another user's process answers EPERM: it runs.
function isRunning(pid: number, facts: ProcessFacts): boolean {
  try {
    facts.signal(pid, 0);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return !hasCode(error, 'ESRCH');
  }
}

// proc(5): the name, in parentheses, may hold anything; after its last parenthesis come the state
// (field 3; Z and X have ended, even where nobody has collected them yet) and more. Field 22 is the start.
function processStat(pid: number, fs: FileSystem): { started: string; isEnded: boolean } | undefined {
  const text = readLine(`/proc/${pid}/stat`, fs);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  const state = fields?.[0];
  const started = fields?.[19];
  if (state === undefined || started === undefined) return undefined;
  return { started, isEnded: 'ZXx'.includes(state) };
}

// machine-id(5) asks to keep the id itself to the machine.
function machineDigest(fs: FileSystem): string | undefined {
  const id = readLine('/etc/machine-id', fs);
  if (id === undefined || !/^[0-9a-f]{32}$/.test(id)) return undefined;
  return createHash('sha256').update(`partner-lock ${id}`).digest('hex').slice(0, 16);
}

function pidNamespace(fs: FileSystem): string | undefined {
  try {
    return fs.readlink('/proc/self/ns/pid');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function readLine(path: string, fs: FileSystem): string | undefined {
  const reading = readRegularFile(path, fs, { maxBytes: 4096 });
  return reading.kind === 'file' ? Buffer.from(reading.bytes).toString('utf8').trim() : undefined;
}
