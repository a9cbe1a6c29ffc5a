import path from 'node:path';

/** Whether the paths of this machine are those of Windows. */
export const isWindows = path.sep === '\\';

/** The rules of paths of a system: `path.posix` or `path.win32`. */
export type PathRules = Pick<typeof path, 'isAbsolute' | 'relative' | 'sep'>;

/** A path with `/` on every system. On POSIX a backslash is a letter like any other and stays. */
export function slashPath(given: string, { sep }: PathRules = path): string {
  return sep === '/' ? given : given.split(sep).join('/');
}

/**
 * The way from a folder to what lies in it or beside it, with `/`: as names stand in problems, in JSON and in
 * git. Empty where it is the folder itself; between two drives of Windows there is none, and the path comes back.
 */
export function slashPathFrom(folder: string, to: string, rules: PathRules = path): string {
  return slashPath(rules.relative(folder, to), rules);
}

/** What stands before the names of all that lies in a folder; for thousands, where `join` takes as long as a look at each. */
export function beforeNames(folder: string, { sep }: PathRules = path): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/** Whether a path is a folder's own or leads to something in it, by its words alone. */
export function isWithin(folder: string, to: string, rules: PathRules = path): boolean {
  const way = slashPathFrom(folder, to, rules);
  return way !== '..' && !way.startsWith('../') && !rules.isAbsolute(way);
}
