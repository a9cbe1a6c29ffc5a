import { commandSpecs } from './command-specs/command-specs.ts';
import { compileAsUsual } from './compile-late.ts';
import { type Context, processContext } from './context.ts';
import { readerWord, serveReadings } from './reader-threads.ts';
import { main } from './run.ts';

/**
 * Runs the program on this process's own arguments and streams; gives the exit code. `instead` takes
 * the place of parts of the context.
 */
export function runProcess(argv: readonly string[], instead: Partial<Context> = {}): Promise<number> {
  if (argv[0] === readerWord) return serveReadings();
  // What is only worked out when it is asked for stays so.
  const context = Object.defineProperties(processContext(), Object.getOwnPropertyDescriptors(instead));
  return main(argv, context).finally(compileAsUsual);
}

/**
 * `runProcess`, with the exit code set. Without a handler a signal ends the process in the middle of a write, and its
 * lock and its temporary file stay behind for the next command to clear up. With one it ends between two steps: a
 * write is one step.
 */
export async function startProcess(argv: readonly string[]): Promise<void> {
  for (const [signal, number] of signals) process.once(signal, () => process.exit(128 + number));
  process.exitCode = await runProcess(argv);
}

// SIGBREAK is ^Break of Windows, and its number there; elsewhere it never comes.
const signals = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGBREAK', 21],
] as const;

/** The names of the commands, for whoever wants to know which of them an `argv` asks for. */
export const commandNames: readonly string[] = commandSpecs.map(({ name }) => name);
