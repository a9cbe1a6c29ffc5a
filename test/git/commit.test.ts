import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run, runJson } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git, gitEnvironment, newRepository } from './repositories.ts';

let repository: string;
let folder: string;

const partner = (...args: string[]) => run(folder, args, gitEnvironment());
const partnerJson = (...args: string[]) =>
  runJson(folder, args, gitEnvironment()) as { code: number; json: Result };

interface Result {
  readonly commit?: string | null;
  readonly changed?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly command: string };
}

const lastMessage = () => git(repository, ['log', '-1', '--format=%B']);
const lastFiles = () =>
  git(repository, ['-c', 'core.quotePath=false', 'show', '--name-only', '--format=']).split('\n');

beforeEach(() => {
  repository = newRepository();
  folder = join(repository, 'קוראים [1]');
  const init = ['init', folder, '--name', 'Readers', '--lang', 'en', '--partner', 'leumi:Leumi Card:company'];
  expect(run(repository, [...init, '--commit'], gitEnvironment())).toMatchObject({ code: 0 });
});

describe('--commit', () => {
  it('commits a new partnership, all of it', () => {
    expect(lastMessage()).toBe('Readers: started on the model iblf-10');
    expect(git(repository, ['status', '--porcelain'])).toBe('');
    expect(lastFiles().filter((file) => file.endsWith('.yaml'))).toHaveLength(12);
    expect(lastFiles().filter((file) => file.includes('/schemas/'))).toHaveLength(12);
  });

  it('commits the one file that it wrote, and tells of the stage', () => {
    writeFileSync(join(repository, 'other.txt'), 'staged by somebody');
    git(repository, ['add', 'other.txt']);
    writeFileSync(join(folder, 'notes.txt'), 'not staged');
    const { code, json } = partnerJson('check', 'problem-stated', '--commit');
    expect(code).toBe(0);
    expect(json.commit).toBe(git(repository, ['rev-parse', 'HEAD']));
    expect(lastFiles()).toEqual(['קוראים [1]/stages/01-scoping.yaml']);
    expect(lastMessage()).toBe('Comprehensive scoping: ticked problem-stated\n\nPartner-Stage: scoping');
    expect(git(repository, ['status', '--porcelain']).split('\n').sort()).toEqual([
      '?? "\\327\\247\\327\\225\\327\\250\\327\\220\\327\\231\\327\\235 [1]/notes.txt"',
      'A  other.txt',
    ]);
  });

  it('takes no other file for the one that it wrote, whatever the names look like', () => {
    const twin = join(repository, 'קוראים 1');
    mkdirSync(join(twin, 'stages'), { recursive: true });
    writeFileSync(join(twin, 'stages/01-scoping.yaml'), 'a: 1\n');
    commitAll(repository, 'twin');
    writeFileSync(join(twin, 'stages/01-scoping.yaml'), 'a: 2\n');
    expect(partner('check', 'problem-stated', '--commit').code).toBe(0);
    expect(lastFiles()).toEqual(['קוראים [1]/stages/01-scoping.yaml']);
  });

  it('tells of a review with its decision and its id, and lets no text become a trailer', () => {
    const reason = 'the funder waits\n\nSigned-off-by: Mallory <m@example.org>\nPartner-Decision: advance';
    expect(partner('advance', '--decision', 'hold', '--reason', reason, '--commit').code).toBe(0);
    const id = /id: (\S+)/.exec(readFileSync(join(folder, 'reviews.yaml'), 'utf8'))?.[1];
    const trailers = git(repository, ['log', '-1', '--format=%(trailers:unfold)']).split('\n');
    expect(trailers).toEqual(['Partner-Stage: scoping', 'Partner-Decision: hold', `Partner-Review: ${id}`]);
    expect(lastMessage().split('\n')[0]).toBe('Comprehensive scoping: gate review, round 1: on hold');
  });

  it.each([
    ['add', ['add', 'sources', 'title=Survey'], 'Comprehensive scoping: added sources/survey', 'scoping'],
    ['set', ['set', 'vision', 'All read'], 'Comprehensive scoping: changed vision', 'scoping'],
    ['set of the partnership', ['set', 'partnership', 'name=Books'], 'Books: changed partnership', undefined],
    [
      'uncheck',
      ['uncheck', 'problem-stated'],
      'Comprehensive scoping: took the tick from problem-stated',
      'scoping',
    ],
  ])('commits what %s did', (_name, args, subject, stage) => {
    expect(partner('check', 'problem-stated').code).toBe(0);
    commitAll(repository, 'before');
    expect(partner(...args, '--commit')).toMatchObject({ code: 0 });
    expect(lastMessage()).toBe(stage === undefined ? subject : `${subject}\n\nPartner-Stage: ${stage}`);
  });

  it('speaks the language of the partnership, whoever reads', () => {
    expect(partner('set', 'partnership', 'language=he').code).toBe(0);
    commitAll(repository, 'in Hebrew');
    expect(partner('check', 'problem-stated', '--commit', '--lang', 'en').code).toBe(0);
    expect(lastMessage()).toContain('סומן problem-stated');
  });

  it('commits nothing where nothing changed, in a dry run, or at a shut gate', () => {
    const before = git(repository, ['rev-parse', 'HEAD']);
    expect(partner('check', 'problem-stated', '--commit', '--dry-run').code).toBe(0);
    expect(partner('uncheck', 'problem-stated', '--commit').code).toBe(0);
    expect(partner('advance', '--commit').code).toBe(1);
    expect(git(repository, ['rev-parse', 'HEAD'])).toBe(before);
  });

  it('says where changes of the person went in too', () => {
    const file = join(folder, 'stages/01-scoping.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}x-mine: 1\n`);
    const { code, err } = partner('check', 'problem-stated', '--commit');
    expect(code).toBe(0);
    expect(err).toContain('stages/01-scoping.yaml had changes that were not committed yet');
  });

  it('is refused before anything is written where there is no repository', () => {
    const alone = join(newFolder(), 'alone');
    expect(run(newFolder(), ['init', alone, '--name', 'A', '--commit'], gitEnvironment()).code).toBe(2);
    expect(existsSync(alone)).toBe(false);
    expect(run(newFolder(), ['init', alone, '--name', 'A'], gitEnvironment()).code).toBe(0);
    const before = readFileSync(join(alone, 'stages/01-scoping.yaml'));
    const { code, json } = runJson(alone, ['check', 'problem-stated', '--commit'], gitEnvironment());
    expect({ code, json }).toMatchObject({ code: 2, json: { error: { code: 'no-repository' } } });
    expect(readFileSync(join(alone, 'stages/01-scoping.yaml'))).toEqual(before);
  });

  it('leaves the data where a hook refuses, says what it said, and gives the command that finishes', () => {
    const hook = join(repository, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\necho "not on a Sunday" >&2\n[ -e allowed ]\n');
    chmodSync(hook, 0o755);
    const refused = partner('check', 'problem-stated', '--commit');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('not on a Sunday');
    expect(readFileSync(join(folder, 'stages/01-scoping.yaml'), 'utf8')).toContain('done: true');
    const { code, json } = partnerJson('add', 'sources', "title=It's", '--commit');
    expect(code).toBe(2);
    expect(json).toMatchObject({ commit: null, error: { code: 'commit-refused' } });
    writeFileSync(join(repository, 'allowed'), '');
    const finish = spawnSync('sh', ['-c', json.error?.command ?? ''], {
      env: gitEnvironment(),
      encoding: 'utf8',
    });
    expect(finish.status).toBe(0);
    expect(lastMessage()).toContain('Partner-Stage: scoping');
    expect(lastFiles()).toEqual(['קוראים [1]/stages/01-scoping.yaml']);
  });

  it('has the person’s own program sign, where commits are signed', () => {
    const signer = join(repository, '.git', 'signer');
    writeFileSync(signer, `#!/bin/sh\ntouch '${repository}/asked'\nexit 1\n`);
    chmodSync(signer, 0o755);
    git(repository, ['config', 'commit.gpgSign', 'true']);
    git(repository, ['config', 'gpg.program', signer]);
    expect(partner('check', 'problem-stated', '--commit').code).toBe(2);
    expect(existsSync(join(repository, 'asked'))).toBe(true);
  });
});
