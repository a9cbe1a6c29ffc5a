import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolderOf, isFolderOf } from '../src/cache-folder.ts';
import { newFolder } from './folders.ts';

describe('the cache folder', () => {
  it.each([
    ['linux', { HOME: '/home/noa' }, '/home/noa/.cache/partner'],
    ['linux', { HOME: '/home/noa', XDG_CACHE_HOME: '/var/noa' }, '/var/noa/partner'],
    ['linux', { HOME: '/home/noa', XDG_CACHE_HOME: 'relative' }, '/home/noa/.cache/partner'],
    ['darwin', { HOME: '/Users/noa' }, '/Users/noa/Library/Caches/partner'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\noa\\AppData\\Local' },
      'C:\\Users\\noa\\AppData\\Local\\partner\\Cache',
    ],
    ['linux', { HOME: '/home/noa', PARTNER_CACHE: '/tmp/mine' }, '/tmp/mine'],
    ['linux', { HOME: '/home/noa', PARTNER_CACHE: '' }, '/home/noa/.cache/partner'],
    ['linux', { HOME: '/home/noa', PARTNER_CACHE: 'off' }, undefined],
    ['linux', { HOME: '/home/noa', PARTNER_CACHE: 'relative' }, undefined],
    ['linux', { HOME: 'relative' }, undefined],
    ['linux', {}, undefined],
    ['win32', { HOME: '/home/noa' }, undefined],
  ])('on %s with %j', (platform, env, folder) => {
    expect(cacheFolderOf(env, platform, () => true)).toBe(folder);
  });

  it('is nobody else’s: under sudo the home may be, and then it is none', () => {
    const others = (folder: string) => !folder.startsWith('/home/noa');
    expect(cacheFolderOf({ HOME: '/home/noa' }, 'linux', others)).toBe(undefined);
    expect(cacheFolderOf({ HOME: '/home/noa', XDG_CACHE_HOME: '/var' }, 'linux', others)).toBe(
      '/var/partner',
    );
    expect(cacheFolderOf({ HOME: '/home/noa', PARTNER_CACHE: '/home/noa/x' }, 'linux', others)).toBe(
      '/home/noa/x',
    );
  });

  it('is told by its owner, and by who may write there', () => {
    const folder = newFolder();
    const { uid } = statSync(folder);
    expect(isFolderOf(uid, folder)).toBe(true);
    expect(isFolderOf(uid + 1, folder)).toBe(false);
    expect(isFolderOf(undefined, folder)).toBe(true);
    expect(isFolderOf(uid, join(folder, 'missing'))).toBe(false);
    chmodSync(folder, 0o777);
    expect(isFolderOf(uid, folder)).toBe(false);
  });
});
