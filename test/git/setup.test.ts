import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run, runJson } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git, gitEnvironment, newRepository } from './repositories.ts';

const example = fileURLToPath(new URL('../../examples/harbour-skills', import.meta.url));
const install = (folder: string, ...args: string[]) =>
  run(folder, ['git', 'install', ...args], gitEnvironment());
const uninstall = (folder: string) => run(folder, ['git', 'uninstall'], gitEnvironment());

/** Every file of a folder, with its bytes and its mode. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.map((name) => [
      name,
      `${statSync(join(folder, name)).mode} ${readFileSync(join(folder, name), 'latin1')}`,
    ]),
  );
}

function tryCommit(repository: string): { code: number | null; said: string } {
  const args = ['commit', '--no-gpg-sign', '-m', 'try'];
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: repository,
    encoding: 'utf8',
    env: gitEnvironment(),
  });
  return { code: status, said: stdout + stderr };
}

describe('git install and uninstall', () => {
  it.each([
    ['no attributes', undefined],
    ['attributes', '*.png binary\n'],
    ['attributes whose last line has no end', '# mine\n*.png binary'],
    ['attributes with CRLF', '*.png binary\r\n'],
    ['empty attributes', ''],
  ])('leave everything as it was: %s', (_name, attributes) => {
    const repository = newRepository();
    if (attributes !== undefined) writeFileSync(join(repository, '.gitattributes'), attributes);
    const before = contents(repository);
    const { code, out } = install(repository);
    expect(code).toBe(0);
    expect(out).toContain('merge.partner.driver');
    const installed = contents(repository);
    expect(installed).not.toEqual(before);
    expect(install(repository).out).toContain('Nothing to do');
    expect(contents(repository)).toEqual(installed);
    expect(uninstall(repository).code).toBe(0);
    expect(contents(repository)).toEqual(before);
  });

  it('write nothing in a dry run, and tell programs all of it', () => {
    const repository = newRepository();
    const before = contents(repository);
    const { code, json } = runJson(repository, ['git', 'install', '--dry-run'], gitEnvironment());
    expect(code).toBe(0);
    expect(json).toMatchObject({
      changed: ['.gitattributes', '.git/hooks/pre-commit', '.git/hooks/pre-merge-commit'],
      result: { foreign_hooks: [] },
      dry_run: true,
    });
    expect(contents(repository)).toEqual(before);
  });

  it('keep lines that somebody added below', () => {
    const repository = newRepository();
    install(repository);
    const file = join(repository, '.gitattributes');
    writeFileSync(file, `${readFileSync(file, 'utf8')}*.docx binary\n`);
    expect(install(repository).out).toContain('Nothing to do');
    uninstall(repository);
    expect(readFileSync(file, 'utf8')).toBe('*.docx binary\n');
  });

  it('leave a hook of somebody else alone and say what to add to it', () => {
    const repository = newRepository();
    const hook = join(repository, '.git/hooks/pre-commit');
    mkdirSync(join(repository, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    const { code, out } = install(repository);
    expect(code).toBe(0);
    expect(out).toContain('validate --staged');
    expect(out).toContain('left alone');
    uninstall(repository);
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  });

  it('do not write into a folder of hooks that another tool has set', () => {
    const repository = newRepository();
    git(repository, ['config', 'core.hooksPath', '.husky']);
    const { out } = install(repository);
    expect(out).toContain('.husky/pre-commit was left alone');
    expect(existsSync(join(repository, '.husky'))).toBe(false);
    expect(existsSync(join(repository, '.git/hooks/pre-commit'))).toBe(false);
  });

  it('are refused outside a repository', () => {
    expect(install(newFolder()).code).toBe(2);
  });
});

describe('the hook', () => {
  function withExample(): { repository: string; stage: string } {
    const repository = newRepository();
    const folder = join(repository, "it's קוראים");
    cpSync(example, folder, { recursive: true });
    install(repository);
    commitAll(repository, 'sound');
    return { repository, stage: join(folder, 'stages/06-resourcing.yaml') };
  }

  it('keeps a broken partnership out of the history, and lets all else pass', () => {
    const { repository, stage } = withExample();
    const sound = readFileSync(stage, 'utf8');
    writeFileSync(stage, sound.replace('type: cash', 'type: gold'));
    git(repository, ['add', '-A']);
    const refused = tryCommit(repository);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('06-resourcing.yaml');
    git(repository, ['reset', '-q']);
    writeFileSync(join(repository, 'notes.txt'), 'no partnership');
    git(repository, ['add', 'notes.txt']);
    expect(tryCommit(repository)).toMatchObject({ code: 0 });
    writeFileSync(stage, sound.replace('type: cash', 'type: time'));
    git(repository, ['add', '-A']);
    expect(tryCommit(repository)).toMatchObject({ code: 0 });
  });

  it('says so and lets pass where the program is gone', () => {
    const { repository, stage } = withExample();
    const hook = join(repository, '.git/hooks/pre-commit');
    writeFileSync(hook, readFileSync(hook, 'utf8').replaceAll('bin/partner.js', 'bin/gone.js'));
    chmodSync(hook, 0o755);
    writeFileSync(stage, `${readFileSync(stage, 'utf8')}x-a: 1\n`);
    git(repository, ['add', '-A']);
    const { code, said } = tryCommit(repository);
    expect(code).toBe(0);
    expect(said).toContain('was not checked');
  });
});

it('heads each difference with the entry that it is in', () => {
  const repository = newRepository();
  cpSync(example, join(repository, 'a'), { recursive: true });
  install(repository);
  commitAll(repository, 'sound');
  const file = join(repository, 'a/stages/06-resourcing.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('    value: 126500', '    value: 126501'));
  expect(git(repository, ['diff', '-U0'])).toMatch(/^@@ .* @@ {3}- id: courses$/m);
});
