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
  return main(argv, { ...processContext(), ...instead }).finally(compileAsUsual);
}

/** The names of the commands, for whoever wants to know which of them an `argv` asks for. */
export const commandNames: readonly string[] = commandSpecs.map(({ name }) => name);
