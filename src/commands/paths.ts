import { join } from 'node:path';
import { slashPathFrom } from '../core/file-path.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { Invocation } from '../invocation.ts';

/** A path as the reader would type it: relative to the folder that the command works from. */
export function shownPath({ folder }: Invocation, path: string): string {
  return slashPathFrom(folder, path) || '.';
}

/** A problem with its file named from the folder that the command works from. */
export function atWorkingFolder(invocation: Invocation, root: string, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, file: shownPath(invocation, join(root, diagnostic.file)) };
}
