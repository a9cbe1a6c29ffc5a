import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { partner, recordedPartnership } from '../commands/recorded.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git, gitEnvironment, writeFiles } from './repositories.ts';

let repository: string;
let folder: string;
let traps: string;

beforeEach(async () => {
  ({ repository, folder } = await recordedPartnership());
  traps = newFolder();
});

/** A program that leaves a trace when it is run, and passes its input on where it is to; the path of it. */
function trap(name: string, passesOn = true): string {
  const script = join(newFolder(), name);
  writeFileSync(script, `#!/bin/sh\necho run > '${join(traps, name)}'\n${passesOn ? 'cat' : ''}\nexit 0\n`);
  chmodSync(script, 0o755);
  return script;
}

/** The traps that something ran into since the last time. */
function sprung(): string[] {
  const found = readdirSync(traps);
  for (const name of found) rmSync(join(traps, name));
  return found.sort();
}

function configure(...settings: readonly (readonly [string, string])[]): void {
  for (const [key, value] of settings) git(repository, ['config', key, value]);
}

const readings: readonly (readonly string[])[] = [
  ['history'],
  ['history', '--json'],
  ['history', '--by', 'stage'],
  ['history', '--verify'],
  ['diff'],
  ['diff', 'HEAD~2'],
  ['diff', 'HEAD~3', 'HEAD'],
  ['diff', '--since-review', 'scoping'],
  ['status', '--at', 'HEAD~1'],
];

/** Runs everything that reads; none of it may fail. */
async function readAll(): Promise<void> {
  for (const argv of readings) {
    const { code, err } = await partner(folder, ...argv);
    expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' });
  }
}

/** Runs git itself, as a person would who trusts the checkout: the proof that a trap is one. */
function runGitUnguarded(...args: readonly string[]): void {
  spawnSync('git', args, {
    cwd: folder,
    env: { ...gitEnvironment(), GIT_PAGER: 'cat' },
    stdio: 'ignore',
    timeout: 10_000,
  });
}

describe('reading a hostile checkout runs nothing of it', () => {
  it('hooks', async () => {
    const hooks = join(repository, '.git', 'hooks');
    for (const name of [
      'pre-commit',
      'post-checkout',
      'post-index-change',
      'reference-transaction',
      'fsmonitor-watchman',
    ]) {
      writeFileSync(join(hooks, name), `#!/bin/sh\necho run > '${join(traps, name)}'\n`);
      chmodSync(join(hooks, name), 0o755);
    }
    await readAll();
    expect(sprung()).toEqual([]);
    runGitUnguarded('checkout', '--detach', 'HEAD~1');
    expect(sprung()).toContain('post-checkout');
  });

  it('a monitor of the file system', async () => {
    configure(['core.fsmonitor', trap('fsmonitor')]);
    await readAll();
    expect(sprung()).toEqual([]);
    runGitUnguarded('status');
    expect(sprung()).toEqual(['fsmonitor']);
  });

  it('textconv, external diff and merge drivers', async () => {
    configure(
      ['diff.trap.textconv', trap('textconv')],
      ['diff.outer.command', trap('diff-command')],
      ['diff.external', trap('external-diff')],
      ['merge.trap.driver', trap('merge-driver')],
    );
    writeFiles(repository, { '.gitattributes': '*.yaml diff=trap merge=trap\nreviews.yaml diff=outer\n' });
    await readAll();
    expect(sprung()).toEqual([]);
    runGitUnguarded('log', '-p', '-1', '--ext-diff');
    runGitUnguarded('log', '-p', '--no-ext-diff', '--textconv');
    expect(sprung()).toEqual(['diff-command', 'textconv']);
  });

  it('filters of contents', async () => {
    configure(
      ['filter.trap.clean', trap('clean')],
      ['filter.trap.smudge', trap('smudge')],
      ['filter.trap.process', trap('process')],
      ['filter.trap.required', 'false'],
    );
    writeFiles(repository, { '.gitattributes': '*.yaml filter=trap\n' });
    writeFiles(folder, { 'x.yaml': 'x: 1\n' });
    await readAll();
    expect(sprung()).toEqual([]);
    runGitUnguarded('add', 'x.yaml');
    expect(sprung()).not.toEqual([]);
  });

  it('the program that checks signatures, unless that is asked for', async () => {
    const object = git(repository, ['cat-file', 'commit', 'HEAD']).split('\n\n');
    const signature = '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEz\n -----END PGP SIGNATURE-----\n\n';
    const forged = spawnSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: repository,
      input: `${object[0]}${signature}${object.slice(1).join('\n\n')}\n`,
      encoding: 'utf8',
    }).stdout.trim();
    git(repository, ['reset', '-q', '--soft', forged]);
    configure(['gpg.program', trap('gpg')], ['log.showSignature', 'true']);
    await readAll();
    expect(sprung()).toEqual([]);
    const { code, err } = await partner(folder, 'history', '--signatures');
    expect(code).toBe(0);
    expect(err).toContain('gpg.program');
    expect(sprung()).toEqual(['gpg']);
  });

  it('pagers, editors, credential helpers and commands of the transport', async () => {
    configure(
      ['core.pager', trap('pager')],
      ['pager.log', trap('pager-log')],
      ['core.editor', trap('editor')],
      ['credential.helper', trap('credential')],
      ['core.sshCommand', trap('ssh')],
      ['core.alternateRefsCommand', trap('alternates')],
      ['alias.log', `!${trap('alias')}`],
    );
    await readAll();
    expect(sprung()).toEqual([]);
  });

  it('a fetch of what a partial clone lacks', async () => {
    const { oid, path } = blobOf('HEAD:work/readers/reviews.yaml');
    rmSync(path);
    configure(
      ['core.repositoryFormatVersion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', repository],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', trap('uploadpack', false)],
    );
    await partner(folder, 'history');
    await partner(folder, 'history', '--verify');
    expect(sprung()).toEqual([]);
    runGitUnguarded('cat-file', 'blob', oid);
    expect(sprung()).toEqual(['uploadpack']);
  });
});

function blobOf(name: string): { oid: string; path: string } {
  const oid = git(repository, ['rev-parse', name]);
  return { oid, path: join(repository, '.git', 'objects', oid.slice(0, 2), oid.slice(2)) };
}

describe('a hostile revision', () => {
  it.each([
    ['--output=TARGET'],
    ['--ext-diff'],
    ['-O/dev/null'],
    ['HEAD\n--output=TARGET'],
    ['HEAD --output=TARGET'],
    [':(exclude)x'],
    [''],
    ['HEAD:work'],
  ])('%j names no commit, and is taken for no option', async (hostile) => {
    const target = join(newFolder(), 'written');
    const revision = hostile.replace('TARGET', target);
    for (const argv of [
      ['diff', '--', revision],
      ['diff', '--', 'HEAD', revision],
      ['status', `--at=${revision}`],
    ]) {
      const { code, err } = await partner(folder, ...argv);
      expect({ argv, code }).toEqual({ argv, code: 2 });
      expect(err).toContain('git knows no commit');
    }
    expect(existsSync(target)).toBe(false);
  });
});

it('shows names and messages of commits without obeying them', async () => {
  mkdirSync(join(folder, 'docs'));
  writeFiles(folder, { 'docs/a.txt': 'a' });
  const { code } = await partner(folder, 'check', 'candidates-compared');
  expect(code).toBe(0);
  commitAll(repository, 'evil \u001b[2J\u001b]0;title\u0007 \u202e reversed', {
    name: 'Mal\u001b[31mlory \u202e',
    date: '2026-02-09T10:00:00+02:00',
  });
  for (const argv of [['history'], ['history', '--lang', 'he'], ['history', '--verify']]) {
    const { out } = await partner(folder, ...argv);
    expect(out).not.toMatch(/[\u001b\u0007\u202e]/);
  }
  expect((await partner(folder, 'history')).out).toContain('evil \\x1b[2J');
});
