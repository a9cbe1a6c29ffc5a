import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { homeFile } from '../discover.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { journalFile, journalFolder } from '../files/redo-reading.ts';
import { namesIn } from '../files/temporary.ts';
import { type FolderListing, mayHold } from '../folder-listing.ts';
import { reviewsFile, stageFolder } from '../load-partnership.ts';
import { type FolderStamp, statesOf } from './folder-stamp.ts';

/** The state of a partnership's files now; `listing` is what was listed of its folder a moment ago. */
export function stampOf(root: string, listing: FolderListing): FolderStamp {
  // The folder itself tells of every name that comes or goes at its top; files are read through the journal.
  const names = [
    ...['.', homeFile, reviewsFile, 'stages'],
    ...stageFolder(root, { listing }),
    ...(mayHold(listing, journalFolder) ? [journalFile] : []),
    ...(mayHold(listing, 'models') ? ownModels(root) : []),
  ];
  return { names, states: statesOf(root, names) };
}

/** The folder of the partnership's own models with all that lies in it; few have one. */
function ownModels(root: string): string[] {
  return isFolder(root, 'models') ? allIn(root, 'models') : [];
}

function allIn(root: string, path: string): string[] {
  if (!isFolder(root, path)) return [path];
  const names = namesIn(join(root, path), nodeFileSystem).sort();
  return [path, ...names.flatMap((name) => allIn(root, `${path}/${name}`))];
}

function isFolder(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
}
