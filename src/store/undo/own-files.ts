import { homeFile } from '../discover.ts';
import { reviewsFile } from '../load-partnership.ts';

const stage = /^stages\/[A-Za-z0-9][A-Za-z0-9_-]*\.ya?ml$/;
const schema = /^schemas\/(?:stages\/)?[A-Za-z0-9][A-Za-z0-9_-]*\.json$/;

/** Whether a path, relative with `/`, is that of a file which commands change and undo may change back. */
export function mayTakeBack(file: string): boolean {
  return file === homeFile || file === reviewsFile || stage.test(file) || schema.test(file);
}

/** Whether the file is one that a command may have made anew, so that taking it back removes it. */
export function mayComeAndGo(file: string): boolean {
  return schema.test(file);
}
