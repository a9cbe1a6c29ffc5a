import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** A watch over a partnership's files; to be closed, or the program never ends. */
export interface Watch {
  readonly close: () => void;
}

/**
 * Calls `onChange` whenever a file that a partnership is read from may have changed; several times for
 * one change, as systems do. Folders are watched rather than files, since a file that is replaced by a
 * rename is another one afterwards; a folder that is replaced is found again.
 */
export function watchPartnership(root: string, onChange: () => void): Watch {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const arm = (): void => {
    for (const folder of watchedFolders(root)) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_event, name) => {
          if (name === null || isOfInterest(name)) onChange();
          if (folder === root && name !== null && /^(stages|models)$/.test(name)) rearm(join(root, name));
        });
        // A folder that goes away takes its watcher along; its parent tells of the one that comes.
        watcher.on('error', () => drop(folder));
        watchers.set(folder, watcher);
      } catch {
        // Gone between looking and watching.
      }
    }
  };
  const rearm = (folder: string): void => {
    for (const watched of [...watchers.keys()]) if (watched.startsWith(folder)) drop(watched);
    arm();
  };
  arm();
  return {
    close: () => {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

function watchedFolders(root: string): string[] {
  const models = join(root, 'models');
  return [root, join(root, 'stages'), models, ...foldersIn(models)].filter(isFolder);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function foldersIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

// Temporaries, the lock and what people keep beside the files say nothing new.
function isOfInterest(name: string): boolean {
  return /^[^.].*\.ya?ml$/i.test(name) || name === 'stages' || name === 'models';
}
