import { posix, win32 } from 'node:path';

/**
 * The program's own folder for what can be made again at any time, by each system's custom: XDG's on Linux,
 * `Library/Caches` on a Mac, the local application data on Windows. `PARTNER_CACHE` names another folder, or is
 * `off`. Undefined where nothing says whose folder it could be.
 */
export function cacheFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  const { PARTNER_CACHE: told, XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env;
  if (told === 'off') return undefined;
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const own = (folder: string | undefined, ...names: string[]) =>
    folder !== undefined && isAbsolute(folder) ? join(folder, ...names) : undefined;
  if (told !== undefined && told !== '') return own(told);
  if (platform === 'win32') return own(local, 'partner', 'Cache');
  // What is no absolute path is passed over, as the XDG specification says.
  const fallback =
    platform === 'darwin' ? own(home, 'Library', 'Caches', 'partner') : own(home, '.cache', 'partner');
  return own(xdg, 'partner') ?? fallback;
}
