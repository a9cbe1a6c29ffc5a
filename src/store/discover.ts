import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { beforeNames, slashPathFrom } from '../core/file-path.ts';
import { PartnerError } from '../core/partner-error.ts';

/** The file that makes a folder a partnership. */
export const homeFile = 'partnership.yaml';

/** Finds the partnership that a folder or file lies in: the nearest folder upwards with a `partnership.yaml`. */
export function findPartnership(from: string): string | undefined {
  let folder = resolve(from);
  for (;;) {
    if (hasHomeFile(folder)) return folder;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** The partnership that a folder lies in; throws `no-such-folder` or `no-partnership` (params `dir`). */
export function requireRoot(from: string): string {
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined)
    throw new PartnerError('no-such-folder', { dir: from });
  const root = findPartnership(from);
  if (root === undefined) throw new PartnerError('no-partnership', { dir: from });
  return root;
}

/** Says whether a folder is a partnership's own. */
export function hasHomeFile(folder: string): boolean {
  const path = `${folder}/${homeFile}`;
  // A broken link counts: it must be reported there, not passed over in silence. Of thousands, nearly all are there,
  // and to say so is half the work of telling all of a file.
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * The partnerships at and below a folder, in the order of the paths of their files. Links are not followed, hidden
 * folders and node_modules not entered, and what lies inside a partnership is its own.
 */
function findPartnerships(folder: string): string[] {
  if (hasHomeFile(folder)) return [folder];
  const before = beforeNames(folder);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => `${name}/`)
    .sort()
    .flatMap((name) => findPartnerships(before + name.slice(0, -1)));
}

/** Says whether a folder lies in no partnership itself and has some below it. */
export function isPortfolio(folder: string): boolean {
  const isThere = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isThere && findPartnership(folder) === undefined && findPartnerships(folder).length > 0;
}

/** What a path given by a person stands for: partnerships to look at, and the one file that is meant, if any. */
export interface Scope {
  /** The folder that the partnerships are named from. */
  readonly base: string;
  readonly roots: readonly string[];
  /** Named from the partnership's folder, with `/`. */
  readonly file: string | undefined;
}

/** The argument by which a command is told where to look: what its help calls it, and whether somebody gave it. */
export interface PlaceArgument {
  readonly name: 'ROOT' | 'PATH';
  readonly isGiven: boolean;
}

/**
 * What `path` covers: the partnership that it lies in (and only that file, where it is one), or every
 * partnership below it. Throws `no-such-folder` and `no-partnership` (params `dir`; `argument` that could name
 * another place, and whether it was `given`).
 */
export function scopeOf(path: string, argument?: PlaceArgument): Scope {
  const told = argument && { argument: argument.name, ...(argument.isGiven ? { given: 'yes' } : {}) };
  const refused = { dir: path, ...told };
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new PartnerError('no-such-folder', refused);
  const around = findPartnership(stats.isDirectory() ? path : dirname(path));
  if (around !== undefined)
    return {
      base: around,
      roots: [around],
      file: stats.isDirectory() ? undefined : slashPathFrom(around, path),
    };
  const roots = stats.isDirectory() ? findPartnerships(path) : [];
  if (roots.length === 0) throw new PartnerError('no-partnership', refused);
  return { base: path, roots, file: undefined };
}
