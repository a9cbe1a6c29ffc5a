import { hostname, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { type CalendarDate, toCalendarDate } from './core/calendar-date.ts';
import type { Prompts } from './prompts.ts';

/** A stream that the program writes to. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where it is none or does not say. */
  readonly columns: number | undefined;
  readonly write: (text: string) => void;
  /** Waits until all is written; gives the system's error name (`EPIPE`, `ENOSPC`) where it was not. */
  readonly finished: () => Promise<string | undefined>;
}

/** Which process this is, for the lock. */
interface ProcessFacts {
  readonly pid: number;
  readonly host: () => string;
  readonly signal: (pid: number, signal: 0) => unknown;
}

/** The only door to the outside: what is not in here, no other layer knows of. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: CalendarDate;
  readonly now: () => string;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly facts: ProcessFacts;
  readonly user: () => string | undefined;
  readonly stdin: { readonly isTTY: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly prompts: (keyTips: Readonly<Record<string, string>>) => Promise<Prompts>;
  /** The folder that holds templates/ and dist/. */
  readonly resources: string;
}

/** The context of a real process. */
export function processContext(): Context {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: toCalendarDate(new Date()),
    now: () => new Date().toISOString(),
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    facts: { pid: process.pid, host: hostname, signal: (pid, signal) => process.kill(pid, signal) },
    user: userName,
    stdin: { isTTY: isatty(0) },
    stdout: output(1, () => process.stdout),
    stderr: output(2, () => process.stderr),
    prompts: async (tips) =>
      (await import('./prompts.ts')).terminalPrompts(process.stdin, process.stderr, tips),
    // The same from src/ and, once bundled, from dist/.
    resources: dirname(dirname(fileURLToPath(import.meta.url))),
  };
}

// A process without a passwd entry, as in some containers, has no user name.
function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

// A stream is opened at its first use: each costs milliseconds, and most runs write to one of them.
function output(fd: 1 | 2, open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  let failure: string | undefined;
  let pending = 0;
  let wake = () => {};
  const fail = (error: NodeJS.ErrnoException) => {
    failure ??= error.code ?? error.message;
    wake();
  };
  const settle = (error?: NodeJS.ErrnoException | null) => {
    pending -= 1;
    if (error) fail(error);
    if (pending === 0) wake();
  };
  const stream = () => {
    opened ??= open().on('error', fail);
    return opened;
  };
  const isTTY = isatty(fd);
  return {
    isTTY,
    get columns() {
      return isTTY ? stream().columns : undefined;
    },
    write: (text) => {
      if (text === '' || failure !== undefined) return;
      pending += 1;
      stream().write(text, settle);
    },
    finished: async () => {
      if (pending > 0 && failure === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return failure;
    },
  };
}
