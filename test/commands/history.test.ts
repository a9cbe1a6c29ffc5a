import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { commitAll, git, newRepository } from '../git/repositories.ts';
import { advance, done, eventsIn, inShort, on, partner, recordedPartnership } from './recorded.ts';

const first = [
  'reviewed',
  'added sources/survey',
  'checked vision-drafted',
  'checked affected-heard',
  'checked stakeholders-mapped',
  'checked problem-stated',
  'partner_joined partners/leumi',
  'started readers',
];

/** Events in short, without the ids of reviews, which are at random. */
const short = (events: Parameters<typeof inShort>[0]) =>
  inShort(events).map((one) => one.replace(/^reviewed .*/, 'reviewed'));

describe('history', () => {
  it('tells events newest first, with commit, author and date', async () => {
    const { repository, folder } = await recordedPartnership();
    const events = await eventsIn(folder);
    expect(short(events)).toEqual(first);
    const [review] = events;
    expect(review).toMatchObject({
      at: '2026-02-05T10:00:00+02:00',
      commit: git(repository, ['rev-parse', 'HEAD']),
      author: 'Dana Levi',
      committed: true,
      stage: 'scoping',
      from: null,
      to: { decision: 'advance', round: 1 },
    });
    expect(events[5]).toMatchObject({
      stage: 'scoping',
      to: { on: '2026-02-02', by: 'Dana', evidence: ['memo.pdf'] },
      text: 'Done: The problem is stated with data · Dana · 2 Feb 2026 · evidence: memo.pdf',
    });
  });

  it('tells a review with its notes, and its conditions as people read them', async () => {
    const { folder } = await recordedPartnership();
    const items = ['candidates-compared', 'assessment-complete', 'due-diligence', 'motives-known'];
    await done(folder, 'check', ...items);
    const conditions = ['Sign the letter;Noa;2026-04-30', 'Ask the city'].flatMap((one) => [
      '--condition',
      one,
    ]);
    await advance(folder, '2026-02-20', '--notes', 'Dana dissents', ...conditions);
    const [event] = await eventsIn(folder);
    expect(event?.text).toBe(
      'Gate review, round 1: advance · Date: 20 Feb 2026 · Reviewers: Noa (leumi) · Notes: Dana dissents · ' +
        'Conditions: Sign the letter (Noa, Due: 30 Apr 2026), Ask the city',
    );
    const { out } = await partner(folder, 'history', '--lang', 'he');
    expect(out).toContain('הערות: Dana dissents');
    expect(out).toContain('תנאים: Sign the letter (Noa, לביצוע עד: 30/04/2026), Ask the city');
    const book = join(folder, 'reviews.yaml');
    writeFileSync(book, readFileSync(book, 'utf8').replace('met: false', 'met: true'));
    writeFileSync(book, readFileSync(book, 'utf8').replace('Dana dissents', 'All agree'));
    commitAll(folder, 'reviewed', on('2026-02-21'));
    expect((await eventsIn(folder))[0]?.text).toContain(
      'Conditions: Sign the letter (Noa, Due: 30 Apr 2026, Met: yes)',
    );
  });

  it('calls by its name what a progress, an answer and a seat speak of, and tells its note as one', async () => {
    const { folder } = await recordedPartnership();
    await done(folder, 'add', 'milestones', 'id=hall', 'title=The hall opens', 'owner=Noa', 'due=2026-03-01');
    await done(folder, 'add', 'progress', 'milestone=hall', 'done_on=2026-02-27', 'note=Two days early');
    await done(
      folder,
      'add',
      'health',
      'partner=leumi',
      'dimension=trust',
      'score=4',
      'on=2026-02-27',
      'comment=Good',
    );
    expect((await eventsIn(folder)).slice(0, 3).map(({ text }) => text)).toEqual([
      'Added to Health check: Leumi Card (leumi), trust, 27 Feb 2026 · Score (1–5): 4 · Comment: Good',
      'Added to Progress: The hall opens (hall) · Done on: 27 Feb 2026 · Note: Two days early',
      'Added to Milestones: The hall opens (hall)',
    ]);
    commitAll(folder, 'opened', on('2026-02-28'));
    await done(folder, 'set', 'progress/hall', 'note=Three days early');
    expect((await eventsIn(folder))[0]?.text).toBe(
      'Changed: Progress, The hall opens (hall). Note: Two days early → Three days early',
    );
    await done(folder, 'remove', 'progress/hall');
    expect((await eventsIn(folder))[0]?.text).toBe('Removed from Progress: The hall opens (hall)');
    expect(await done(folder, 'history', '--lang', 'he')).toContain('הוסר מהתקדמות: The hall opens (hall)');
  });

  it('puts what is not committed on top, and says so', async () => {
    const { folder } = await recordedPartnership();
    await done(folder, 'add', 'candidates', 'id=kav', 'name=Kav', 'sector=ngo', 'status=longlist');
    await done(folder, 'uncheck', 'scoping/vision-drafted');
    const events = await eventsIn(folder);
    expect(short(events)).toEqual(['added candidates/kav', 'unchecked vision-drafted', ...first]);
    expect(events[0]).toMatchObject({ committed: false, commit: null, author: null, at: null });
    expect(await done(folder, 'history')).toContain('Not committed yet');
  });

  it('keeps to a stage and to a day', async () => {
    const { folder } = await recordedPartnership();
    expect(short(await eventsIn(folder, '--since', '2026-02-04'))).toEqual([
      'reviewed',
      'added sources/survey',
    ]);
    expect(await eventsIn(folder, '--stage', 'building')).toEqual([]);
    const { code, err } = await partner(folder, 'history', '--stage', 'scopping');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('did you mean scoping?') as string,
    });
  });

  it('shows the rounds of the stages and how long they took', async () => {
    const { folder } = await recordedPartnership();
    const out = await done(folder, 'history', '--json');
    const { rounds } = JSON.parse(out) as { rounds: readonly object[] };
    expect(rounds).toMatchObject([
      {
        stage: 'scoping',
        round: 1,
        from: '2026-01-12',
        to: '2026-02-05',
        days: 24,
        decision: 'advance',
        events: 6,
      },
      { stage: 'identifying', round: 1, from: '2026-02-05', to: null, days: 24, decision: null, events: 0 },
    ]);
    expect(await done(folder, 'history', '--by', 'stage')).toMatch(
      /Comprehensive scoping +1 +12 Jan 2026 +5 Feb 2026 +24 +advance +6/,
    );
  });

  it('follows a folder that was renamed, moved and changed on the way', async () => {
    const { repository, folder } = await recordedPartnership();
    const before = short(await eventsIn(folder));
    mkdirSync(join(repository, 'archive'));
    const moved = join(repository, 'archive', 'קוראים');
    renameSync(folder, moved);
    await done(moved, 'check', 'candidates-compared');
    commitAll(repository, 'moved', on('2026-02-10'));
    const top = join(repository, 'top');
    renameSync(moved, top);
    commitAll(repository, 'moved again', on('2026-02-11'));
    expect(short(await eventsIn(top))).toEqual([
      'changed folder',
      'checked candidates-compared',
      'changed folder',
      ...before,
    ]);
    expect((await eventsIn(top))[0]).toMatchObject({ from: 'archive/קוראים', to: 'top' });
  });

  it('does not take another partnership for its own, before or after it in the same place', async () => {
    const { repository, folder } = await recordedPartnership();
    const moved = join(repository, 'moved');
    renameSync(folder, moved);
    commitAll(repository, 'moved', on('2026-02-10'));
    await done(join(repository, 'work'), 'init', 'readers', '--name', 'Others', '--id', 'others');
    commitAll(repository, 'another one in its place', on('2026-02-11'));
    expect(short(await eventsIn(moved))).toEqual(['changed folder', ...first]);
    rmSync(moved, { recursive: true });
    commitAll(repository, 'gone', on('2026-02-12'));
    renameSync(folder, moved);
    commitAll(repository, 'the other one moves there', on('2026-02-13'));
    expect(short(await eventsIn(moved))).toEqual(['changed folder', 'started others']);
  });

  it('tells the events of side branches once, and of a merge only what no side had', async () => {
    const { repository, folder } = await recordedPartnership();
    git(repository, ['checkout', '-q', '-b', 'side']);
    await done(folder, 'check', 'candidates-compared', '--by', 'Dana');
    commitAll(repository, 'side', on('2026-02-10'));
    git(repository, ['checkout', '-q', 'main']);
    await done(folder, 'check', 'motives-known', '--by', 'Noa');
    commitAll(repository, 'main', on('2026-02-11'));
    git(repository, ['merge', '-q', '--no-commit', 'side'], on('2026-02-12'));
    await done(folder, 'check', 'conflicts-declared');
    commitAll(repository, 'merge', on('2026-02-12'));
    expect(git(repository, ['rev-list', '--count', '--merges', 'HEAD'])).toBe('1');
    expect(short(await eventsIn(folder))).toEqual([
      'checked conflicts-declared',
      'checked motives-known',
      'checked candidates-compared',
      ...first,
    ]);
  });

  it('merges the edits of a side into a folder that was moved on the other', async () => {
    const { repository, folder } = await recordedPartnership();
    git(repository, ['checkout', '-q', '-b', 'side']);
    const moved = join(repository, 'moved');
    renameSync(folder, moved);
    commitAll(repository, 'moved', on('2026-02-10'));
    git(repository, ['checkout', '-q', 'main']);
    await done(folder, 'check', 'motives-known');
    commitAll(repository, 'ticked where it was', on('2026-02-11'));
    git(repository, ['merge', '-q', '-m', 'merge', 'side'], on('2026-02-12'));
    expect(short(await eventsIn(moved))).toEqual(['checked motives-known', 'changed folder', ...first]);
  });

  it('says that a shallow clone is cut, and blames nobody for what came before', async () => {
    const { repository } = await recordedPartnership();
    const clone = join(newFolder(), 'clone');
    git(repository, ['clone', '-q', '--depth', '2', `file://${repository}`, clone]);
    const folder = join(clone, 'work', 'readers');
    const { code, out, err } = await partner(folder, 'history', '--lang', 'en');
    expect(code).toBe(0);
    expect(err).toContain('shallow clone');
    expect(out).not.toContain('Partnership started');
    expect(short(await eventsIn(folder))).toEqual(['reviewed']);
  });

  it('works on a detached head and in a linked work tree', async () => {
    const { repository } = await recordedPartnership();
    const tree = join(newFolder(), 'tree');
    git(repository, ['worktree', 'add', '-q', '--detach', tree, 'HEAD~1']);
    expect(short(await eventsIn(join(tree, 'work', 'readers')))).toEqual(first.slice(1));
  });

  it('works at the root of a repository', async () => {
    const repository = newRepository();
    await done(repository, 'init', '.', '--name', 'Root', '--id', 'root');
    commitAll(repository, 'start', on('2026-02-01'));
    expect(short(await eventsIn(repository))).toEqual(['started root']);
  });

  it('tells everything as not committed where nothing was, and where the repository is empty', async () => {
    const repository = newRepository();
    await done(repository, 'init', 'readers', '--name', 'Readers');
    const folder = join(repository, 'readers');
    expect(short(await eventsIn(folder))).toEqual(['started readers']);
    writeFileSync(join(repository, 'other.txt'), '');
    git(repository, ['add', 'other.txt']);
    git(repository, ['commit', '-q', '-m', 'other']);
    expect(await eventsIn(folder)).toMatchObject([{ kind: 'started', committed: false }]);
  });

  it('shows a file that was broken at some commit as such, and the changes where it can be read again', async () => {
    const { repository, folder } = await recordedPartnership();
    const stage = join(folder, 'stages', '02-identifying.yaml');
    const sound = readFileSync(stage, 'utf8');
    writeFileSync(stage, `<<<<<<< ours\n${sound}`);
    commitAll(repository, 'conflict left', on('2026-02-10'));
    writeFileSync(stage, sound);
    await done(folder, 'check', 'motives-known');
    commitAll(repository, 'mended', on('2026-02-11'));
    const events = await eventsIn(folder);
    expect(short(events)).toEqual(['checked motives-known', 'changed stages/02-identifying.yaml', ...first]);
    expect(events[1]?.text).toContain('cannot be read');
  });

  it('tells a file that is broken now, and all the rest', async () => {
    const { folder } = await recordedPartnership();
    writeFileSync(join(folder, 'partnership.yaml'), 'id: [\n');
    expect(short(await eventsIn(folder))).toEqual(['changed partnership.yaml', ...first]);
  });

  it('says where there is no repository, and where there is no git', async () => {
    const { folder } = await recordedPartnership();
    const copy = join(newFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    const lone = await partner(copy, 'history');
    expect(lone.code).toBe(2);
    expect(lone.err).toContain('is not in a git repository');
    expect(lone.err).toContain('git init');
    const { atTerminal } = await import('./context.ts');
    const gitless = await atTerminal(folder, ['history', '--json'], [], { PATH: newFolder() });
    expect(gitless.code).toBe(2);
    expect(JSON.parse(gitless.out)).toMatchObject({ error: { code: 'git-missing' } });
  });

  it('takes a settings file that bends the output of git for what it is', async () => {
    const { repository, folder } = await recordedPartnership();
    for (const [key, value] of [
      ['log.showRoot', 'false'],
      ['diff.relative', 'true'],
      ['diff.renames', 'copies'],
      ['diff.noprefix', 'true'],
      ['diff.orderFile', '/nonexistent'],
      ['log.follow', 'true'],
      ['log.date', 'relative'],
      ['format.pretty', 'oneline'],
      ['core.quotePath', 'true'],
      ['core.abbrev', '4'],
      ['color.ui', 'always'],
      ['log.diffMerges', 'off'],
    ] as const) {
      git(repository, ['config', key, value]);
    }
    expect(short(await eventsIn(folder))).toEqual(first);
  });

  it('sorts the second decision of a stage into its second round', async () => {
    const { repository, folder } = await recordedPartnership();
    await done(
      folder,
      'advance',
      '--decision',
      'return',
      '--to',
      'scoping',
      '--reason',
      'look again',
      '--on',
      '2026-02-20',
    );
    commitAll(repository, 'return', on('2026-02-20'));
    await advance(folder, '2026-02-25');
    commitAll(repository, 'again', on('2026-02-25'));
    const { rounds } = JSON.parse(await done(folder, 'history', '--json')) as { rounds: readonly object[] };
    expect(rounds).toMatchObject([
      { stage: 'scoping', round: 1, decision: 'advance' },
      { stage: 'identifying', round: 1, decision: 'return', days: 15 },
      { stage: 'scoping', round: 2, decision: 'advance', days: 5, events: 1 },
      { stage: 'identifying', round: 2, decision: null },
    ]);
  });
});
