import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readingEnvironment, withoutGitVariables } from '../../src/git/environment.ts';
import { openObjects } from '../../src/git/objects.ts';
import { findRepository } from '../../src/git/repository.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git, newRepository, writeFiles } from './repositories.ts';

const env = { PATH: process.env.PATH ?? '' };

describe('the reader of objects', () => {
  it('answers in the order of the questions, whatever is missing or odd', async () => {
    const folder = newRepository();
    const text = 'line\n'.repeat(50_000);
    writeFiles(folder, { 'a.txt': 'a\n', 'large.txt': text, empty: '' });
    const commit = commitAll(folder, 'one');
    const objects = openObjects({ folder, env });
    const names = [
      'HEAD:a.txt',
      'nothing',
      'HEAD:large.txt',
      '',
      'HEAD\nHEAD',
      'HEAD:empty',
      'HEAD^{commit}',
    ];
    const found = await objects.readAll(names);
    expect(found.map((object) => object?.bytes?.toString('utf8').slice(0, 5))).toEqual([
      'a\n',
      undefined,
      'line\n',
      undefined,
      undefined,
      '',
      'tree ',
    ]);
    expect(found[2]?.bytes?.toString('utf8')).toBe(text);
    expect(found[6]?.oid).toBe(commit);
    await objects.close();
  });

  it('passes over an object that is too large, and goes on with the next', async () => {
    const folder = newRepository();
    writeFiles(folder, { huge: 'x'.repeat(17 * 1024 * 1024), 'a.txt': 'a\n' });
    commitAll(folder, 'huge');
    const objects = openObjects({ folder, env });
    const [huge, next] = await objects.readAll(['HEAD:huge', 'HEAD:a.txt']);
    expect(huge).toMatchObject({ size: 17 * 1024 * 1024, bytes: undefined });
    expect(next?.bytes?.toString()).toBe('a\n');
    await objects.close();
  });

  it('takes no name for an option', async () => {
    const folder = newRepository();
    commitAll(folder, 'one');
    const target = join(newFolder(), 'written');
    const objects = openObjects({ folder, env });
    expect(await objects.read(`--output=${target}`)).toBeUndefined();
    await objects.close();
    expect(existsSync(target)).toBe(false);
  });

  it('refuses at the first reading where there is no repository, and where there is no git', async () => {
    const nowhere = openObjects({ folder: newFolder(), env });
    await expect(nowhere.read('HEAD')).rejects.toMatchObject({ code: 'git-failed' });
    const gitless = openObjects({ folder: newFolder(), env: { PATH: newFolder() } });
    await expect(gitless.read('HEAD')).rejects.toMatchObject({ code: 'git-missing' });
  });
});

describe('the repository around a folder', () => {
  it('knows the place of a folder below its root', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'שותפויות/a b/x': '' });
    const below = join(folder, 'שותפויות', 'a b');
    expect(await findRepository({ folder: below, env })).toMatchObject({
      folder,
      prefix: 'שותפויות/a b/',
      isShallow: false,
    });
    expect(await findRepository({ folder, env })).toMatchObject({ folder, prefix: '' });
  });

  it('says where there is none, and where there is no git', async () => {
    const folder = newFolder();
    await expect(findRepository({ folder, env })).rejects.toMatchObject({ code: 'no-repository' });
    await expect(findRepository({ folder, env: { PATH: '' } })).rejects.toMatchObject({
      code: 'git-missing',
    });
  });

  it('is not misled by what a caller left in the environment', async () => {
    const other = newRepository();
    const folder = newFolder();
    const misled = { ...env, GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other };
    await expect(findRepository({ folder, env: misled })).rejects.toMatchObject({ code: 'no-repository' });
  });

  it('knows a shallow clone', async () => {
    const origin = newRepository();
    commitAll(origin, 'one');
    commitAll(origin, 'two');
    const clone = join(newFolder(), 'clone');
    git(origin, ['clone', '-q', '--depth', '1', `file://${origin}`, clone]);
    expect(await findRepository({ folder: clone, env })).toMatchObject({ isShallow: true });
  });
});

it("clears the caller's git settings and relative folders of the PATH, and adds its own", () => {
  const given = { GIT_DIR: 'x', git_config_count: '1', PATH: 'bin::/usr/bin:.', HOME: '/home/dana' };
  expect(withoutGitVariables(given)).toEqual({ PATH: '/usr/bin', HOME: '/home/dana' });
  expect(readingEnvironment(given)).toMatchObject({ LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', PATH: '/usr/bin' });
});
