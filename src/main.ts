import { processContext } from './context.ts';
import { main } from './run.ts';

/** Runs the program on this process's own arguments and streams; gives the exit code. */
export function runProcess(argv: readonly string[]): Promise<number> {
  return main(argv, processContext());
}
