import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../src/store/merge/merge-files.ts';
import { readYaml } from '../../src/store/yaml/read.ts';
import { run } from '../cli/program.ts';
import { faultOf, type Pair, pairOf } from '../merge/pairs.ts';
import { commitAll, git, gitEnvironment, newRepository } from './repositories.ts';

const example = fileURLToPath(new URL('../../examples/harbour-skills', import.meta.url));

/** Runs git where it may well fail, and gives its exit code with all that it said. */
function tryGit(folder: string, ...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: gitEnvironment(),
  });
  return { code: status, said: stdout + stderr };
}

function installed(): string {
  const repository = newRepository();
  expect(run(repository, ['git', 'install'], gitEnvironment()).code).toBe(0);
  return repository;
}

// Each pair stands in a folder of its own, so that one merge tries many.
const pathOf = (pair: Pair, index: number) =>
  `${index}/${pair.file.includes('/stages/') ? 'stages/' : ''}${pair.file.split('/').at(-1)}`;

function put(repository: string, pairs: readonly Pair[], side: 'base' | 'ours' | 'theirs'): void {
  for (const [index, pair] of pairs.entries()) {
    const path = join(repository, pathOf(pair, index));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, pair[side]);
  }
}

describe('git with the merge driver', () => {
  const count = Number(process.env.MERGE_PAIRS ?? 24);
  it(`merges ${count} random pairs of edits on two branches`, () => {
    for (let from = 0; from < count; from += 100) {
      const pairs = Array.from({ length: Math.min(100, count - from) }, (_, index) =>
        pairOf(90_000 + from + index),
      );
      const repository = installed();
      // One file of a partnership alone is no sound partnership.
      rmSync(join(repository, '.git/hooks'), { recursive: true });
      put(repository, pairs, 'base');
      commitAll(repository, 'base');
      git(repository, ['switch', '-q', '-c', 'theirs']);
      put(repository, pairs, 'theirs');
      commitAll(repository, 'theirs');
      git(repository, ['switch', '-q', 'main']);
      put(repository, pairs, 'ours');
      commitAll(repository, 'ours');
      const { code } = tryGit(repository, 'merge', '--no-commit', 'theirs');
      expect(code).toBe(pairs.some(({ contradicts }) => contradicts) ? 1 : 0);
      const unmerged = git(repository, ['diff', '--name-only', '--diff-filter=U']).split('\n');
      const faults = pairs.flatMap((pair, index) => {
        const merged = readFileSync(join(repository, pathOf(pair, index)));
        const swapped = mergeFiles({ base: pair.base, ours: pair.theirs, theirs: pair.ours });
        const isMarked = unmerged.includes(pathOf(pair, index));
        if (isMarked !== pair.contradicts) return [`${from + index}: git says ${isMarked}`];
        return faultOf(pair, merged, swapped?.bytes ?? new Uint8Array()) ?? [];
      });
      expect(faults).toEqual([]);
    }
  }, 3_600_000);
});

describe('two people who work at once', () => {
  function twoClones() {
    const repository = installed();
    cpSync(example, join(repository, 'שותפות א'), { recursive: true });
    commitAll(repository, 'base');
    git(repository, ['branch', 'theirs']);
    return { repository, folder: join(repository, 'שותפות א') };
  }

  const both = (mine: readonly string[][], other: readonly string[][]) => {
    const { repository, folder } = twoClones();
    const work = (commands: readonly string[][]) => {
      for (const command of commands)
        expect(run(folder, command, gitEnvironment())).toMatchObject({ code: 0 });
    };
    git(repository, ['switch', '-q', 'theirs']);
    work(other);
    commitAll(repository, 'theirs');
    git(repository, ['switch', '-q', 'main']);
    work(mine);
    commitAll(repository, 'ours');
    return { repository, folder };
  };

  const ticks = ['check', 'targets-compared', '--by', 'Dana', '--evidence', 'a.pdf'];
  const neighbour = ['check', 'partners-saw-draft', '--by', 'Noa', '--evidence', 'b.pdf'];
  const figure = (value: string, source: string) => [
    'add',
    'observations',
    'metric=mentor-hours',
    'on=2026-02-01',
    `value=${value}`,
    `source=${source}`,
  ];

  it.each([
    ['merge', (repository: string) => tryGit(repository, 'merge', 'theirs')],
    ['rebase', (repository: string) => tryGit(repository, 'rebase', 'theirs')],
    ['cherry-pick', (repository: string) => tryGit(repository, 'cherry-pick', 'theirs')],
  ])('do not get in each other’s way in a %s', (_name, join_) => {
    const { repository, folder } = both([ticks, figure('7', 'Dana')], [neighbour, figure('9', 'Noa')]);
    expect(join_(repository)).toMatchObject({ code: 0 });
    const { data } = readYaml(readFileSync(join(folder, 'stages/08-measuring.yaml')));
    const stage = data as { checklist: { id: string; done: boolean }[]; observations: { source?: string }[] };
    const done = stage.checklist.filter((item) => item.done).map(({ id }) => id);
    expect(done).toEqual(expect.arrayContaining(['targets-compared', 'partners-saw-draft']));
    expect(stage.observations.map(({ source }) => source)).toEqual(expect.arrayContaining(['Dana', 'Noa']));
    expect(run(folder, ['validate']).code).toBe(0);
  });

  it('are asked where they decided one gate twice, and validate names the place', () => {
    const review = (name: string) => [
      'advance',
      '--decision',
      'return',
      '--to',
      'planning',
      '--reason',
      name,
    ];
    const { repository, folder } = both([review('one')], [review('two')]);
    const merged = tryGit(repository, 'merge', 'theirs');
    expect(merged.code).toBe(1);
    expect(merged.said).toContain('reviews[');
    const text = readFileSync(join(folder, 'reviews.yaml'), 'utf8');
    expect(text.match(/^<{7} ours$|^={7}$|^>{7} theirs$/gm)).toHaveLength(3);
    const marked = run(folder, ['validate']);
    expect(marked.code).toBe(1);
    expect(marked.out).toContain('reviews.yaml');
    expect(marked.out).toContain('conflict-marker');
    // The hook keeps the marks out of the history.
    git(repository, ['add', '-A']);
    expect(tryGit(repository, 'commit', '-m', 'unsolved').code).toBe(1);
  });

  it('fall back to lines where a version cannot be read', () => {
    const { repository, folder } = twoClones();
    const file = join(folder, 'stages/01-scoping.yaml');
    const text = readFileSync(file, 'utf8');
    git(repository, ['switch', '-q', 'theirs']);
    writeFileSync(file, text.replace('title:', 'title: ['));
    git(repository, ['commit', '-q', '--no-verify', '-am', 'theirs']);
    git(repository, ['switch', '-q', 'main']);
    writeFileSync(file, `${text}x-note: ours\n`);
    commitAll(repository, 'ours');
    const { code, said } = tryGit(repository, 'merge', '--no-verify', 'theirs');
    expect(code).toBe(0);
    expect(said).toContain('lines were merged');
    expect(readFileSync(file, 'utf8')).toBe(`${text.replace('title:', 'title: [')}x-note: ours\n`);
  });
});
