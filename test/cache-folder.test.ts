import { describe, expect, it } from 'vitest';
import { cacheFolderOf } from '../src/cache-folder.ts';

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
    expect(cacheFolderOf(env, platform)).toBe(folder);
  });
});
