import { fstatSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolderOf, isFolderOf } from './cache-folder.ts';
import { compileLate } from './compile-late.ts';
import { type CalendarDate, toCalendarDate } from './core/calendar-date.ts';
import { isWindows } from './core/file-path.ts';
import type { Migration } from './core/migrations.ts';
import type { PageServer, ServedPage } from './page-server.ts';
import type { Prompts } from './prompts.ts';
import { spareReaders, startReader } from './reader-threads.ts';
import type { Rendered } from './render/rendered.ts';
import { embedded } from './store/embedded.ts';
import type { ReaderThreads } from './store/portfolio/reader.ts';

/** A stream that the program writes to. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where it is none or does not say. */
  readonly columns: number | undefined;
  readonly write: (text: Rendered) => void;
  /** Waits until all is written; gives the system's error name (`EPIPE`, `ENOSPC`) where it was not. */
  readonly finished: () => Promise<string | undefined>;
}

/** What somebody types or pipes in. */
interface Input {
  readonly isTTY: boolean;
  /** All that is piped in, up to one byte more than `most`; read once. */
  readonly read: (most: number) => Uint8Array;
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
  /** Milliseconds since 1970: what files are dated by and how long something takes. Never a date for people. */
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly facts: ProcessFacts;
  readonly user: () => string | undefined;
  /** The machine's language, as a tag (`he-IL`), where the environment is not where it is set: on Windows. */
  readonly locale?: () => string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly prompts: (keyTips: Readonly<Record<string, string>>) => Promise<Prompts>;
  /** Shows a long text page by page; false where nothing was shown, since it fits or there is no pager. */
  readonly page: (text: Rendered) => Promise<boolean>;
  /** Is kept when the person ends the program (^C); until then it goes on. */
  readonly interrupted: () => Promise<void>;
  /** Serves a page on this machine only; see page-server.ts. */
  readonly serve: (page: (nonce: string, version: number) => ServedPage) => Promise<PageServer>;
  /** Threads that read many partnerships; see reader-threads.ts. */
  readonly threads: ReaderThreads;
  /** The user's folder for what can be made again; undefined where there is none or it is not wanted. */
  readonly cacheFolder: string | undefined;
  /**
   * How this program was started: the interpreter and its script, by their full paths; the same path twice
   * where it is an executable that needs no interpreter.
   */
  readonly program: { readonly node: string; readonly script: string };
  /** The folder of what the build made: the built-in models are in it. */
  readonly resources: string;
  /** The steps from older formats of the folder; the program's own, where none are given. */
  readonly migrations?: readonly Migration[];
}

/** The context of a real process. */
export function processContext(): Context {
  const script = scriptPath(import.meta.filename);
  let today: CalendarDate | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    // Help needs none, and the zone's rules take V8 a while.
    get today() {
      today ??= toCalendarDate(new Date());
      return today;
    },
    now: () => new Date().toISOString(),
    clock: Date.now,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    facts: {
      pid: process.pid,
      host: () => process.getBuiltinModule('node:os').hostname(),
      signal: (pid, signal) => process.kill(pid, signal),
    },
    user: userName,
    ...(isWindows ? { locale: () => new Intl.NumberFormat().resolvedOptions().locale } : {}),
    stdin: {
      get isTTY() {
        return isTerminal(0);
      },
      read: readInput,
    },
    stdout: output(1, () => process.stdout),
    stderr: output(2, () => process.stderr),
    prompts: async (tips) =>
      (await import('./prompts.ts')).terminalPrompts(process.stdin, process.stderr, tips),
    page: async (text) => {
      const { showInPager } = await import('./pager.ts');
      // ^C is the pager's to understand while it is shown.
      const handlers = process.listeners('SIGINT');
      process.removeAllListeners('SIGINT');
      process.on('SIGINT', () => {});
      const { env, platform, stdout } = process;
      const isShown = await showInPager(text, { env, platform, rows: stdout.rows || undefined });
      process.removeAllListeners('SIGINT');
      for (const handler of handlers) process.once('SIGINT', handler);
      return isShown;
    },
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) {
          // Else the handler that ends every other command at once would be asked first.
          process.removeAllListeners(signal);
          process.once(signal, () => resolve());
        }
      }),
    serve: async (page) => (await import('./page-server.ts')).servePage(page),
    threads: {
      get spare() {
        return spareReaders();
      },
      start: () => startReader(script),
      compileLate,
    },
    get cacheFolder() {
      return cacheFolderOf(process.env, process.platform, (folder) =>
        isFolderOf(process.geteuid?.(), folder),
      );
    },
    program: { node: process.execPath, script },
    // The same from src/ and, once bundled, from dist/.
    resources: join(dirname(dirname(import.meta.filename)), 'dist'),
  };
}

// Of a program that is one file, that file.
function scriptPath(running: string): string {
  return embedded === undefined ? join(dirname(dirname(running)), 'bin', 'partner.js') : running;
}

// A process without a passwd entry, as in some containers, has no user name.
function userName(): string | undefined {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    return undefined;
  }
}

// Node's terminal and network modules take 6 ms to load, and a pipe or a file needs neither.
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    // Closed: whoever started the program wants nothing from it there.
    return false;
  }
}

/** One of the two streams; what it is, is looked at when it is first used. */
function output(fd: 1 | 2, open: () => NodeJS.WriteStream): Output {
  let chosen: Output | undefined;
  const use = () => {
    chosen ??= isTerminal(fd) ? streamOutput(open) : fileOutput(fd);
    return chosen;
  };
  return {
    get isTTY() {
      return use().isTTY;
    },
    get columns() {
      return use().columns;
    },
    write: (text) => use().write(text),
    finished: async () => chosen?.finished(),
  };
}

function readInput(most: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= most; ) {
    const chunk = Buffer.alloc(65_536);
    try {
      const count = readSync(0, chunk, 0, Math.min(chunk.length, most + 1 - length), null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') pause();
      // A pipe that nobody holds open any more ends so on Windows.
      else if (code === 'EOF') break;
      else throw error;
    }
  }
  return Buffer.concat(chunks);
}

// Somebody made the pipe non-blocking: wait a moment and go on.
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Pipes and files are written at once, so that nothing is left to be cut off when the program ends. */
function fileOutput(fd: 1 | 2): Output {
  let failure: string | undefined;
  const write = (bytes: Uint8Array): void => {
    for (let offset = 0; offset < bytes.length; ) {
      try {
        offset += writeSync(fd, bytes, offset);
      } catch (error) {
        const { code = 'EIO' } = error as NodeJS.ErrnoException;
        if (code === 'EAGAIN') pause();
        else {
          // So Windows says that nobody reads the pipe any more.
          failure = code === 'EOF' ? 'EPIPE' : code;
          return;
        }
      }
    }
  };
  return {
    isTTY: false,
    columns: undefined,
    write: (text) => {
      if (failure === undefined) write(Buffer.from(text));
    },
    finished: async () => failure,
  };
}

/** A terminal; its stream is opened at its first use. */
function streamOutput(open: () => NodeJS.WriteStream): Output {
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
  return {
    isTTY: true,
    get columns() {
      // None are told as 0 too.
      return stream().columns || undefined;
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
