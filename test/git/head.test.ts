import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../src/git/head.ts';
import { newFolder } from '../folders.ts';
import { commitAll, gitEnvironment, newRepository, writeFiles } from './repositories.ts';

const env = gitEnvironment();
const files = (folder: string, names: readonly string[]) =>
  new Map(names.map((name) => [name, readFileSync(join(folder, name)) as Uint8Array]));

describe('where a folder stands in its repository', () => {
  it('is the commit, and whether the files are as it has them', async () => {
    const root = newRepository();
    const folder = join(root, 'south');
    writeFiles(folder, { 'a.yaml': 'one\n', 'stages/b.yaml': 'two\n' });
    const id = commitAll(root, 'start');
    const names = ['a.yaml', 'stages/b.yaml'];
    expect(await headOf({ folder, env }, files(folder, names))).toEqual({ id, isChanged: false });
    writeFiles(folder, { 'stages/b.yaml': 'two\r\n' });
    expect(await headOf({ folder, env }, files(folder, names))).toEqual({ id, isChanged: false });
    writeFiles(folder, { 'stages/b.yaml': 'three\n' });
    expect(await headOf({ folder, env }, files(folder, names))).toEqual({ id, isChanged: true });
  });

  it('counts a file that was never committed as a change', async () => {
    const folder = newRepository();
    const id = commitAll(folder, 'start');
    writeFiles(folder, { 'a.yaml': 'one\n' });
    expect(await headOf({ folder, env }, files(folder, ['a.yaml']))).toEqual({ id, isChanged: true });
  });

  it.each([
    ['no repository', () => newFolder(), env],
    ['no commit', () => newRepository(), env],
    ['no git', () => newRepository(), { ...env, PATH: '/nonexistent' }],
  ])('is nothing where there is %s', async (_name, make, environment) => {
    const folder = make();
    writeFiles(folder, { 'a.yaml': 'one\n' });
    expect(await headOf({ folder, env: environment }, files(folder, ['a.yaml']))).toBeNull();
  });
});
