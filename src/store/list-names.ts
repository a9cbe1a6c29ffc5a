import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A name in a folder. */
export interface NameInFolder {
  readonly name: string;
  /** Whether it is a folder, or a link to one. */
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** The names in a folder in their order; none where it cannot be read. `hidden` asks for those with a dot. */
export function namesIn(folder: string, { hidden }: { readonly hidden: boolean }): NameInFolder[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => hidden || !name.startsWith('.'))
      .map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(join(folder, entry.name))),
        isLink: entry.isSymbolicLink(),
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    // Not there, no folder, or not for this user: nothing can be offered of it.
    return [];
  }
}

function leadsToFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
