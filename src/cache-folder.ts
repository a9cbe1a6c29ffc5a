import { statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * The program's own folder for what can be made again at any time, by each system's custom: XDG's on Linux,
 * `Library/Caches` on a Mac, the local application data on Windows. `PARTNER_CACHE` names another folder, or is
 * `off`. Undefined where nothing says whose folder it could be, and where it is not `isOwn`: so a run under sudo leaves
 * nothing in the folder of the person who asked for it. (bin/partner.js has the same rule for compiled code: it
 * runs before anything of this is loaded.)
 */
export function cacheFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  isOwn: (folder: string) => boolean,
): string | undefined {
  const { PARTNER_CACHE: told, XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env;
  if (told === 'off') return undefined;
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  // What is no absolute path is passed over, as the XDG specification says.
  if (told !== undefined && told !== '') return isAbsolute(told) ? told : undefined;
  const below = (folder: string | undefined, ...names: string[]) =>
    folder !== undefined && isAbsolute(folder) && isOwn(folder) ? join(folder, ...names) : undefined;
  if (platform === 'win32') return below(local, 'partner', 'Cache');
  const caches = platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return below(xdg, 'partner') ?? below(home, ...caches, 'partner');
}

/** Says whether a folder is a user's and not everybody's to write into; without a user, whether it is one. */
export function isFolderOf(user: number | undefined, folder: string): boolean {
  try {
    const stats = statSync(folder);
    const isTheirs = user === undefined || (stats.uid === user && (stats.mode & 0o002) === 0);
    return stats.isDirectory() && isTheirs;
  } catch {
    // Not there, or not to be looked at.
    return false;
  }
}
