import { fileURLToPath } from 'node:url';
import { layOut, type Scenario } from './scenarios.ts';
import type { Subject } from './sweep.ts';

/** The errors of the system that every operation has to bear. */
export const errorNames = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'EXDEV'];

/** A program that a sweep must find fault with, and a word of the fault. */
interface NaiveProgram {
  readonly name: string;
  readonly scenario: Scenario;
  readonly subject: Subject;
  readonly sweep: 'kills' | 'errors';
  readonly sign: string;
}

/** Programs that change a partnership the way that many tools do. */
export const naivePrograms: readonly NaiveProgram[] = [
  naive('a writer that writes in place and is killed', 'inPlace', 'kills', 'torn: stages/01'),
  naive('a writer that writes in place on a full disk', 'inPlace', 'errors', 'torn: stages/01'),
  naive('a writer of one write, its count ignored', 'oneWrite', 'errors', 'torn: stages/01'),
  naive('a writer of three files without a journal', 'threeFiles', 'kills', 'torn: '),
];

function naive(name: string, mode: string, sweep: 'kills' | 'errors', sign: string): NaiveProgram {
  const script = fileURLToPath(new URL('naive.cjs', import.meta.url));
  const scenario = { name: mode, command: mode, args: [mode], prepare: layOut, next: () => [] };
  return { name, scenario, subject: { script, hasNext: false }, sweep, sign };
}
