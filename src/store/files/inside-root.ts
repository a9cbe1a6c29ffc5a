import { dirname } from 'node:path';
import { isWithin } from '../../core/file-path.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { isThere } from './made.ts';
import { hasCode, storageError } from './storage-error.ts';

/**
 * Makes sure that the folder of `path` really lies in `root` and no symlink leads out of it; what
 * does not exist yet counts as where it would be created. Throws `not-a-regular-file` (params
 * `file`, `what`: symlink). The file itself is not looked at: reading refuses a symlink there.
 */
export function assertInside(root: string, path: string, fs: FileSystem = nodeFileSystem): void {
  let inside: boolean;
  try {
    const folder = realFolder(dirname(path), fs);
    inside = folder !== undefined && isWithin(fs.realpath(root), folder);
  } catch (error) {
    throw storageError(error, path);
  }
  if (!inside) throw new PartnerError('not-a-regular-file', { file: path, what: 'symlink' });
}

function realFolder(folder: string, fs: FileSystem): string | undefined {
  try {
    return fs.realpath(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
  }
  // What has no real path and is there all the same is a symlink that leads nowhere.
  return isThere(folder, fs) ? undefined : realFolder(dirname(folder), fs);
}
