import { sep } from 'node:path';
import { slashPathFrom } from '../../core/file-path.ts';

/** A folder's name as the portfolio below `base` has it. */
export function nameFrom(base: string, root: string): string {
  // What lies below needs no search for the way.
  const isBelow = sep === '/' && root.startsWith(base) && root[base.length] === sep;
  return isBelow ? root.slice(base.length + 1) : slashPathFrom(base, root) || '.';
}
