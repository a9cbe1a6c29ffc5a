import { beforeNames, slashPath, slashPathFrom } from '../../core/file-path.ts';

/** A folder's name as the portfolio below `base` has it. */
export function nameFrom(base: string, root: string): string {
  const before = beforeNames(base);
  // What lies below needs no search for the way.
  return root.startsWith(before) ? slashPath(root.slice(before.length)) : slashPathFrom(base, root) || '.';
}
