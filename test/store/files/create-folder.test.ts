import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilesInFolder, createFolderAtomically } from '../../../src/store/files/create-folder.ts';
import { nodeFileSystem } from '../../../src/store/files/file-system.ts';

const facts = { pid: process.pid, host: hostname(), signal: process.kill };
let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-create-'));
  target = join(folder, 'literacy');
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = [
  { path: 'stages/01-scoping.yaml', bytes: Buffer.from('stage: scoping\n') },
  { path: 'stages/02-planning.yaml', bytes: Buffer.from('stage: planning\n') },
  { path: 'partnership.yaml', bytes: Buffer.from('format: 1\n') },
];

function expectAll(root: string): void {
  for (const { path, bytes } of files) expect(readFileSync(join(root, path))).toEqual(bytes);
}

function tree(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
}

describe('createFolderAtomically', () => {
  it('creates the folder, and those above it', () => {
    const deep = join(folder, 'a', 'b', 'literacy');
    createFolderAtomically(deep, files, facts);
    expectAll(deep);
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['literacy']);
    mkdirSync(join(folder, 'plain'));
    expect(statSync(deep).mode).toBe(statSync(join(folder, 'plain')).mode);
  });

  it('fills an empty folder and leaves it the same folder', () => {
    mkdirSync(target);
    const { ino } = statSync(target);
    createFolderAtomically(target, files, facts);
    expectAll(target);
    expect(statSync(target).ino).toBe(ino);
  });

  it('goes where a symlink to an empty folder leads', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', target);
    createFolderAtomically(target, files, facts);
    expectAll(join(folder, 'real'));
  });

  it.each(['full folder', 'file', 'dangling symlink'])('does not touch a %s', (what) => {
    if (what === 'full folder') mkdirSync(join(target, '.git'), { recursive: true });
    else if (what === 'file') writeFileSync(target, 'mine');
    else symlinkSync('nowhere', target);
    const names = tree(folder);
    const error = { code: 'folder-exists', exitCode: 2, params: { dir: target } };
    expect(() => createFolderAtomically(target, files, facts)).toThrow(expect.objectContaining(error));
    expect(tree(folder)).toEqual(names);
  });

  it('does not replace a folder that was filled at the last moment', () => {
    const rename = (from: string, to: string) => {
      mkdirSync(to);
      writeFileSync(join(to, 'theirs'), '');
      nodeFileSystem.rename(from, to);
    };
    expect(() => createFolderAtomically(target, files, facts, { ...nodeFileSystem, rename })).toThrow(
      'folder-exists',
    );
    expect(tree(folder)).toEqual(['literacy', 'literacy/theirs']);
  });

  it('says what is wrong with a path below a file', () => {
    writeFileSync(join(folder, 'file'), '');
    const error = { code: 'io-failed', params: { errno: 'ENOTDIR' } };
    const below = join(folder, 'file', 'literacy');
    expect(() => createFolderAtomically(below, files, facts)).toThrow(
      expect.objectContaining({ code: error.code, params: expect.objectContaining(error.params) }),
    );
  });
});

describe('createFilesInFolder', () => {
  it('adds the files to what is there', () => {
    mkdirSync(join(target, 'stages'), { recursive: true });
    writeFileSync(join(target, 'stages', 'photo.jpg'), 'mine');
    createFilesInFolder(target, files, facts);
    expectAll(target);
    expect(readFileSync(join(target, 'stages', 'photo.jpg'), 'utf8')).toBe('mine');
  });

  it('writes the last file last', () => {
    const seen: boolean[] = [];
    const link = (from: string, to: string) => {
      seen.push(existsSync(join(target, 'partnership.yaml')));
      nodeFileSystem.link(from, to);
      if (to.endsWith('partnership.yaml'))
        expect(tree(target).filter((name) => /\d.*yaml$/.test(name))).toHaveLength(2);
    };
    createFilesInFolder(target, files, facts, { ...nodeFileSystem, link });
    expect(seen).toEqual([false, false, false]);
  });

  it('creates nothing where one of the names is taken', () => {
    mkdirSync(join(target, 'stages'), { recursive: true });
    writeFileSync(join(target, 'stages', '02-planning.yaml'), 'mine');
    const names = tree(target);
    const error = {
      code: 'file-exists',
      params: { file: join(target, 'stages', '02-planning.yaml') },
    };
    expect(() => createFilesInFolder(target, files, facts)).toThrow(expect.objectContaining(error));
    expect(tree(target)).toEqual(names);
    expect(readFileSync(join(target, 'stages', '02-planning.yaml'), 'utf8')).toBe('mine');
  });

  it('takes back what it created where a name was taken meanwhile', () => {
    mkdirSync(target);
    const link = (from: string, to: string) => {
      if (to.endsWith('partnership.yaml')) writeFileSync(to, 'theirs');
      nodeFileSystem.link(from, to);
    };
    const create = () => createFilesInFolder(target, files, facts, { ...nodeFileSystem, link });
    expect(create).toThrow(expect.objectContaining({ code: 'file-exists' }));
    expect(tree(target)).toEqual(['partnership.yaml']);
    expect(readFileSync(join(target, 'partnership.yaml'), 'utf8')).toBe('theirs');
  });

  it('does not write through a folder that is a symlink out of it', () => {
    mkdirSync(target);
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', join(target, 'stages'));
    expect(() => createFilesInFolder(target, files, facts)).toThrow('not-a-regular-file');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    expect(readdirSync(target)).toEqual(['stages']);
  });

  it.each(['../a.yaml', '/tmp/a.yaml', 'stages/../../a.yaml', 'stages//a.yaml', ''])(
    'takes no path such as "%s"',
    (path) => {
      expect(() => createFilesInFolder(target, [{ path, bytes: Buffer.from('') }], facts)).toThrow(
        'not a relative path',
      );
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
