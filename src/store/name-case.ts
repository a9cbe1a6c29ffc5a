import { foldedName } from '../core/file-name.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { FolderListing } from './folder-listing.ts';

/** What a partnership reads at the top of its folder, beside its two files. */
const folders = ['stages', 'models', 'documents'];

/**
 * Names in a partnership's folder that differ from those it reads only in their capitals. Where disks tell the two
 * apart, both can stand there, and a clone on a disk that does not keeps one of them, whichever it is; where
 * they don't, the wrong one is read for the right one here, and is missing everywhere else.
 */
export function wrongCapitals(
  { top = [] }: FolderListing,
  files: readonly string[],
  stages: { readonly found: readonly string[]; readonly expected: readonly string[] },
): Diagnostic[] {
  return [...differingIn(top, [...files, ...folders]), ...differingIn(stages.found, stages.expected)];
}

function differingIn(found: readonly string[], expected: readonly string[]): Diagnostic[] {
  const wantedOf = new Map(expected.map((name) => [foldedName(name), name]));
  return found.flatMap((name): Diagnostic[] => {
    const wanted = wantedOf.get(foldedName(name));
    if (wanted === undefined || wanted === name) return [];
    const params = { name, wanted, both: String(found.includes(wanted)) };
    return [
      { code: 'file-name-case', severity: 'warning', file: name, line: 1, column: 1, path: '', params },
    ];
  });
}
