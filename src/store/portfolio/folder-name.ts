import { slashPathFrom } from '../../core/file-path.ts';

/** A folder's name as the portfolio below `base` has it. */
export function nameFrom(base: string, root: string): string {
  return slashPathFrom(base, root) || '.';
}
