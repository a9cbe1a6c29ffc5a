import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import type { NewFile } from '../core/scaffold.ts';
import { hasHomeFile, homeFile } from './discover.ts';
import { createFilesInFolder, createFolderAtomically } from './files/create-folder.ts';
import { hasAbandoned } from './files/creation-journal.ts';
import type { ProcessFacts } from './files/lock-identity.ts';
import type { FileContent } from './files/write-file.ts';
import { refuseOddName } from './odd-name.ts';
import { emitYaml } from './yaml/emit.ts';

// What no file may hold as it is, or should not: in data it is written as an escape, in a comment nothing is.
const unfitForComments = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** The text of a new file: its comment, then its data. */
export function newFileText({ comment, data }: NewFile): string {
  const head = comment.map((line) => `# ${line.replace(unfitForComments, ' ')}\n`).join('');
  return head + emitYaml(data, { indent: 2, eol: '\n' });
}

/**
 * Says why no partnership can be started in a folder, by throwing `folder-exists` (params `dir`; `holds`, where a
 * partnership stands there). What an `init` that died had begun there is in nobody's way: the next one takes it back. Throws `name-not-possible`, too.
 */
export function requireFree(folder: string, facts: ProcessFacts): void {
  refuseOddName(folder);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  const isFolder = stats.isDirectory();
  if (isFolder && hasHomeFile(folder))
    throw new PartnerError('folder-exists', { dir: folder, holds: 'partnership' });
  const isTaken =
    !isFolder ||
    ((existsSync(`${folder}/stages`) || existsSync(`${folder}/reviews.yaml`)) &&
      !hasAbandoned(folder, facts));
  if (isTaken) throw new PartnerError('folder-exists', { dir: folder });
}

/** The nearest folder upwards that is there already. */
export function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

/**
 * Writes a new partnership, all of it or nothing: a folder of its own is built beside its place and
 * renamed there; where the folder stands already with documents in it, each file is created without
 * ever replacing one, what makes it a partnership last.
 */
export function createPartnership(folder: string, files: readonly FileContent[], facts: ProcessFacts): void {
  requireFree(folder, facts);
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0;
  const ordered = [...files].sort((a, b) => Number(a.path === homeFile) - Number(b.path === homeFile));
  if (isNew) createFolderAtomically(folder, ordered, facts);
  else createFilesInFolder(folder, ordered, facts);
}
