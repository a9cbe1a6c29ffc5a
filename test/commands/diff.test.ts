import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git, newRepository } from '../git/repositories.ts';
import { done, on, partner, recordedPartnership } from './recorded.ts';

interface Difference {
  readonly from: { readonly revision: string | null; readonly commit: string | null };
  readonly to: { readonly revision: string | null; readonly commit: string | null };
  readonly changes: readonly { readonly kind: string; readonly subject: string; readonly text: string }[];
}

async function changes(folder: string, ...args: readonly string[]): Promise<Difference> {
  return JSON.parse(await done(folder, 'diff', '--json', ...args)) as Difference;
}

const short = ({ changes: list }: Difference) => list.map(({ kind, subject }) => `${kind} ${subject}`);

describe('diff', () => {
  it('tells what is not committed, and nothing where all is', async () => {
    const { folder } = await recordedPartnership();
    expect((await changes(folder)).changes).toEqual([]);
    expect(await done(folder, 'diff')).toContain('Nothing changed.');
    await done(folder, 'set', 'sources/survey', 'title=National survey');
    expect(await changes(folder)).toMatchObject({
      from: { revision: 'HEAD' },
      to: { revision: null, commit: null },
      changes: [
        {
          kind: 'changed',
          subject: 'sources/survey',
          from: { title: 'Literacy survey' },
          to: { title: 'National survey' },
          text: 'Changed: Sources, National survey (survey). Title: Literacy survey → National survey',
        },
      ],
    });
  });

  it('tells what changed between two revisions, also written as A..B, and back', async () => {
    const { folder } = await recordedPartnership();
    const forward = [
      'checked stakeholders-mapped',
      'checked affected-heard',
      'checked vision-drafted',
      'added sources/survey',
    ];
    expect(short(await changes(folder, 'HEAD~3', 'HEAD~1'))).toEqual(forward);
    expect(short(await changes(folder, 'HEAD~3..HEAD~1'))).toEqual(forward);
    expect(short(await changes(folder, 'HEAD~1', 'HEAD~3'))).toEqual([
      'unchecked stakeholders-mapped',
      'unchecked affected-heard',
      'unchecked vision-drafted',
      'removed sources/survey',
    ]);
    expect(short(await changes(folder, 'HEAD~3', '--stage', 'building'))).toEqual([]);
  });

  it('speaks the language of the reader', async () => {
    const { folder } = await recordedPartnership();
    const out = await done(folder, 'diff', 'HEAD~2', 'HEAD~1', '--lang', 'he');
    expect(out).toContain('נוסף למקורות: Literacy survey (survey)');
  });

  it('finds the folder where it stood, and tells of a partnership that was not there yet', async () => {
    const { repository, folder } = await recordedPartnership();
    git(repository, ['tag', 'before']);
    const moved = join(repository, 'moved');
    renameSync(folder, moved);
    await done(moved, 'check', 'motives-known');
    commitAll(repository, 'moved', on('2026-02-10'));
    expect(short(await changes(moved, 'before'))).toEqual(['checked motives-known']);
    rmSync(join(moved, 'stages', '10-concluding.yaml'));
    expect(short(await changes(moved))).toEqual(['removed stages/concluding']);
  });

  it('works before the first commit', async () => {
    const repository = newRepository();
    await done(repository, 'init', 'readers', '--name', 'Readers');
    expect(short(await changes(join(repository, 'readers')))).toEqual(['started readers']);
  });

  it('says why it cannot compare with a review', async () => {
    const { folder } = await recordedPartnership();
    const { code, err } = await partner(folder, 'diff', '--since-review', 'building');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('no recorded review') as string });
  });
});

describe('status --at', () => {
  it('tells where the partnership stood, on the day of that commit', async () => {
    const { repository, folder } = await recordedPartnership();
    const at = JSON.parse(await done(folder, 'status', '--at', 'HEAD~3', '--json')) as object;
    expect(at).toMatchObject({
      as_of: '2026-02-02',
      commit: git(repository, ['rev-parse', 'HEAD~3']),
      current: { stage: 'scoping' },
      gate: { open: false },
    });
    const later = JSON.parse(
      await done(folder, 'status', '--at', 'main', '--json', '--today', '2026-06-01'),
    ) as object;
    expect(later).toMatchObject({ as_of: '2026-06-01', current: { stage: 'identifying' } });
  });

  it('finds it where the folder stood, and says where it was not there yet', async () => {
    const { repository, folder } = await recordedPartnership();
    const root = git(repository, ['rev-list', '--max-parents=0', 'HEAD']);
    const moved = join(repository, 'moved');
    renameSync(folder, moved);
    commitAll(repository, 'moved', on('2026-02-10'));
    expect(JSON.parse(await done(moved, 'status', '--at', root, '--json'))).toMatchObject({
      as_of: '2026-02-01',
    });
    git(repository, ['checkout', '-q', '--orphan', 'empty']);
    git(repository, ['commit', '-q', '--allow-empty', '-m', 'nothing', '--only']);
    git(repository, ['checkout', '-q', '-f', 'main']);
    const { code, err } = await partner(moved, 'status', '--at', 'empty');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('no such partnership yet') as string,
    });
  });
});
