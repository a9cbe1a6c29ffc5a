import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertInside } from '../../../src/store/files/inside-root.ts';

let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-inside-'));
  root = join(folder, 'literacy');
  mkdirSync(join(root, 'stages'), { recursive: true });
  mkdirSync(join(folder, 'literacy-2'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['partnership.yaml', 'stages/01-scoping.yaml', 'new/below/a.yaml'])('%s is inside', (path) => {
  assertInside(root, join(root, path));
});

it.each(['../a.yaml', '../literacy-2/a.yaml', 'stages/../../a.yaml'])('%s is outside', (path) => {
  expect(() => assertInside(root, join(root, path))).toThrow('not-a-regular-file');
});

it.each(['../literacy-2', '..', '/', '/nowhere/at/all', '../gone'])(
  'a folder that is a symlink to %s is outside',
  (to) => {
    symlinkSync(to, join(root, 'away'));
    expect(() => assertInside(root, join(root, 'away', 'a.yaml'))).toThrow('not-a-regular-file');
    expect(() => assertInside(root, join(root, 'away', 'below', 'a.yaml'))).toThrow('not-a-regular-file');
  },
);

it('a symlink to a folder inside is inside, and the root itself may be one', () => {
  symlinkSync('stages', join(root, 'other'));
  symlinkSync('literacy', join(folder, 'here'));
  assertInside(root, join(root, 'other', 'a.yaml'));
  assertInside(join(folder, 'here'), join(folder, 'here', 'stages', 'a.yaml'));
  assertInside(join(folder, 'here'), join(root, 'stages', 'a.yaml'));
});
