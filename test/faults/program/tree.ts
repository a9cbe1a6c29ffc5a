import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pendingFiles } from '../../../src/store/files/redo-reading.ts';
import { parseEntry } from '../../../src/store/undo/entry.ts';

/** What stands below a folder: each path with its rights and its content; folders end in `/`. */
export type Tree = ReadonlyMap<string, string>;

// The tool's own state and what a dead process may leave: the next command clears it.
const passing = /(^|\/)(\.partner|\.partner-(tmp|new)-[^/]*)(\/|$)/;

/** Reads a folder as people see it, without the tool's own state. */
export function treeOf(folder: string): Tree {
  return new Map(everything(folder).filter(([name]) => !passing.test(name)));
}

/**
 * The same as the program reads it where a command was cut off that changes several files: through its journal. A
 * folder that this empties goes with its last file, be it that the file is gone already.
 */
export function treeThroughJournal(folder: string): Tree {
  const tree = new Map(treeOf(folder));
  const pending = pendingFiles(folder);
  if (pending === undefined) return tree;
  for (const [file, bytes] of pending) {
    if (bytes === undefined) tree.delete(file);
    else {
      const mode = tree.get(file)?.split(' ')[0] ?? '644';
      tree.set(file, `${mode} ${Buffer.from(bytes).toString('utf8')}`);
    }
    for (let above = dirname(file); above !== '.'; above = dirname(above))
      if (bytes !== undefined && !tree.has(`${above}/`)) tree.set(`${above}/`, '755');
  }
  return withoutEmptyFolders(tree);
}

/** The same without folders that hold nothing, which say nothing of a partnership. */
export function withoutEmptyFolders(tree: Tree): Tree {
  const names = [...tree.keys()];
  return new Map(
    [...tree].filter(
      ([name]) =>
        !name.endsWith('/') || names.some((other) => other.startsWith(name) && !other.endsWith('/')),
    ),
  );
}

/**
 * What of the tool there is when no command runs, and should not be: all but the folder that ignores itself in
 * git, and in it whole notes of commands that are done or undone.
 */
export function rubbishIn(folder: string): string[] {
  return everything(folder)
    .filter(([name]) => passing.test(name))
    .filter(([name, content]) => {
      if (/(^|\/)\.partner\/(undo\/)?$/.test(name)) return false;
      if (/(^|\/)\.partner\/undo\/\d{8}\.(done|undone)$/.test(name))
        return typeof parseEntry(readFileSync(join(folder, name))) === 'string';
      return !(/(^|\/)\.partner\/\.gitignore$/.test(name) && content.endsWith(' *\n'));
    })
    .map(([name]) => name);
}

export function isSameTree(a: Tree, b: Tree): boolean {
  return a.size === b.size && [...a].every(([name, content]) => b.get(name) === content);
}

/** How two trees differ, for a message. */
export function differenceOf(a: Tree, b: Tree): string {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => a.get(name) !== b.get(name)).join(', ');
}

function everything(folder: string, prefix = ''): [string, string][] {
  return readdirSync(join(folder, prefix))
    .sort()
    .flatMap((name) => {
      const path = `${prefix}${name}`;
      const stats = lstatSync(join(folder, path));
      const mode = (stats.mode & 0o7777).toString(8);
      if (stats.isSymbolicLink()) return [[path, `-> ${readlinkSync(join(folder, path))}`]];
      if (!stats.isDirectory()) return [[path, `${mode} ${readFileSync(join(folder, path), 'utf8')}`]];
      return [[`${path}/`, mode], ...everything(folder, `${path}/`)];
    });
}
