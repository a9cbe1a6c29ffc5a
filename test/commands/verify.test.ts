import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { commitAll, git } from '../git/repositories.ts';
import { advance, done, on, partner, recordedPartnership } from './recorded.ts';

interface Verification {
  readonly proofs: readonly {
    readonly stage: string;
    readonly verdict: string;
    readonly commit: string | null;
    readonly reasons: readonly {
      readonly code: string;
      readonly commit: string | null;
      readonly missing: readonly object[];
    }[];
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

/** The verdict and the reasons of every review, oldest first, and the exit code. */
async function verified(folder: string, ...flags: readonly string[]) {
  const { code, out, err } = await partner(folder, 'history', '--verify', '--json', ...flags);
  expect(err).toBe('');
  const { proofs } = JSON.parse(out) as Verification;
  return {
    code,
    verdicts: proofs.map(({ verdict, reasons }) => [verdict, ...reasons.map((one) => one.code)].join(' ')),
    proofs,
  };
}

/** Changes a file as somebody does in an editor who wants no trace in the book. */
function edit(folder: string, file: string, before: string | RegExp, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(before, after);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

const scoping = 'stages/01-scoping.yaml';
const book = 'reviews.yaml';

/** A partnership with two gates passed, the second with a waiver. */
async function twoGates() {
  const made = await recordedPartnership();
  const { repository, folder } = made;
  await done(
    folder,
    'check',
    'candidates-compared',
    'assessment-complete',
    'motives-known',
    '--on',
    '2026-02-10',
  );
  commitAll(repository, 'identifying', on('2026-02-10'));
  await advance(
    folder,
    '2026-02-12',
    '--waive',
    'due-diligence=the registrar answers next week',
    '--reason',
    'clear',
  );
  commitAll(repository, 'second gate', on('2026-02-12'));
  return made;
}

describe('a history that is as it was written', () => {
  it('is proved gate by gate, waivers and all, and exits with 0', async () => {
    const { repository, folder } = await twoGates();
    const { code, verdicts, proofs } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 0, verdicts: ['proved', 'proved'] });
    expect(proofs[1]?.commit).toBe(git(repository, ['rev-parse', 'HEAD']));
    const { code: plain, out } = await partner(folder, 'history', '--verify');
    expect(plain).toBe(0);
    expect(out).toContain('2 gate reviews: all proved');
  });

  it('stays proved when conditions are met, running sections grow and the folder moves', async () => {
    const { repository, folder } = await twoGates();
    await done(
      folder,
      'check',
      'goals-agreed',
      'principles-adopted',
      'representatives-mandated',
      'memorandum-signed',
    );
    await advance(folder, '2026-02-14', '--condition', 'show the letter;Noa;2026-04-01');
    commitAll(repository, 'third gate', on('2026-02-14'));
    const reference = /id: (2026-02-14-building-\w+)/.exec(readFileSync(join(folder, book), 'utf8'))?.[1];
    await done(folder, 'set', `conditions/${reference}/1`, 'met=true');
    git(repository, ['mv', 'work/readers', 'readers']);
    commitAll(repository, 'met and moved', on('2026-02-15'));
    const { code, verdicts } = await verified(join(repository, 'readers'));
    expect({ code, verdicts }).toEqual({ code: 0, verdicts: ['proved', 'proved', 'proved'] });
  });

  it('stays proved through a return, a change of the stage and a new round', async () => {
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
    await done(folder, 'set', 'vision', 'Every child reads');
    commitAll(repository, 'vision', on('2026-02-21'));
    await advance(folder, '2026-02-25');
    commitAll(repository, 'again', on('2026-02-25'));
    expect(await verified(folder)).toMatchObject({ code: 0, verdicts: ['proved', 'proved', 'proved'] });
  });

  it('keeps to a stage and to a day', async () => {
    const { folder } = await twoGates();
    expect((await verified(folder, '--stage', 'identifying')).proofs.map(({ stage }) => stage)).toEqual([
      'identifying',
    ]);
    expect((await verified(folder, '--since', '2026-02-06')).verdicts).toEqual(['proved']);
  });
});

describe('a forged history is caught', () => {
  it('a past review that was edited', async () => {
    const { repository, folder } = await twoGates();
    edit(folder, book, 'reason: clear', 'reason: unanimous');
    const culprit = commitAll(repository, 'tidy', on('2026-02-20'));
    const { code, verdicts, proofs } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: ['proved', 'failed edited'] });
    expect(proofs[1]?.reasons[0]).toMatchObject({ commit: culprit, fields: ['reason'] });
    const { out } = await partner(folder, 'history', '--verify');
    expect(out).toContain('it was edited since; fields: reason');
    expect((await partner(folder, 'history')).out).toContain('A past review was edited');
  });

  it('a past review that was edited and is not committed yet', async () => {
    const { folder } = await twoGates();
    edit(folder, book, 'name: Noa', 'name: Dana');
    expect(await verified(folder)).toMatchObject({ code: 1, verdicts: ['failed edited', 'proved'] });
  });

  it('a past review that was removed', async () => {
    const { repository, folder } = await twoGates();
    const text = readFileSync(join(folder, book), 'utf8');
    writeFileSync(join(folder, book), text.slice(0, text.indexOf('  - id: 2026-02-12')));
    const culprit = commitAll(repository, 'tidy', on('2026-02-20'));
    const { code, verdicts, proofs } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: ['proved', 'failed removed'] });
    expect(proofs[1]?.reasons[0]?.commit).toBe(culprit);
  });

  it('a past review that a merge dropped', async () => {
    const { repository, folder } = await twoGates();
    git(repository, ['checkout', '-q', '-b', 'forged', 'HEAD~2']);
    writeFileSync(join(repository, 'other.txt'), 'x');
    commitAll(repository, 'something else', on('2026-02-20'));
    git(repository, ['merge', '-q', '-s', 'ours', '-m', 'merge', 'main'], on('2026-02-21'));
    const { code, verdicts } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: ['proved', 'failed removed'] });
  });

  it('a gate that was passed with open items', async () => {
    const { repository, folder } = await recordedPartnership();
    const text = readFileSync(join(folder, book), 'utf8');
    const forged = text
      .slice(text.indexOf('  - id:'))
      .replace(/seal: .*/, '')
      .replaceAll('scoping', 'identifying')
      .replaceAll('2026-02-05', '2026-02-06');
    writeFileSync(join(folder, book), text + forged);
    commitAll(repository, 'gate', on('2026-02-06'));
    const { code, verdicts, proofs } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: ['proved', 'failed gate_shut no_seal'] });
    expect(proofs[1]?.reasons[0]?.missing).toContainEqual({
      item: 'due-diligence',
      section: null,
      why: 'not_done',
    });
    const { out } = await partner(folder, 'history', '--verify');
    expect(out).toContain('its gate was not open; open: candidates-compared');
  });

  it('a gate passed with items that were ticked only afterwards', async () => {
    const { repository, folder } = await recordedPartnership();
    const stage = join(folder, 'stages', '02-identifying.yaml');
    const open = readFileSync(stage, 'utf8');
    await done(
      folder,
      'check',
      'candidates-compared',
      'assessment-complete',
      'motives-known',
      'due-diligence',
    );
    await advance(folder, '2026-02-12');
    const ticked = readFileSync(stage, 'utf8');
    writeFileSync(stage, open);
    commitAll(repository, 'gate', on('2026-02-12'));
    writeFileSync(stage, ticked);
    commitAll(repository, 'ticks', on('2026-02-13'));
    expect(await verified(folder)).toMatchObject({
      code: 1,
      verdicts: ['proved', 'failed gate_shut seal_differs'],
    });
  });

  it('a sealed stage that was changed, and says how to see what', async () => {
    const { repository, folder } = await twoGates();
    edit(folder, scoping, 'title: Literacy survey', 'title: Another survey');
    commitAll(repository, 'small fix', on('2026-02-20'));
    const { code, verdicts } = await verified(folder);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: ['failed changed_since', 'proved'] });
    const { out } = await partner(folder, 'history', '--verify');
    expect(out).toContain('partner diff --since-review scoping');
    const since = await done(folder, 'diff', '--since-review', 'scoping');
    expect(since).toContain('Literacy survey → Another survey');
    await done(
      folder,
      'advance',
      '--decision',
      'reconfirm',
      '--stage',
      'scoping',
      '--reason',
      'seen',
      '--on',
      '2026-02-21',
    );
    commitAll(repository, 'reconfirmed', on('2026-02-21'));
    expect(await verified(folder)).toMatchObject({ code: 0, verdicts: ['proved', 'proved', 'proved'] });
  });

  it('a seal that was made to fit afterwards', async () => {
    const { repository, folder } = await twoGates();
    edit(folder, scoping, 'title: Literacy survey', 'title: Another survey');
    const text = readFileSync(join(folder, book), 'utf8');
    await done(
      folder,
      'advance',
      '--decision',
      'reconfirm',
      '--stage',
      'scoping',
      '--reason',
      'x',
      '--on',
      '2026-02-13',
    );
    const seal = /seal: (\S+)\s*$/.exec(readFileSync(join(folder, book), 'utf8'))?.[1];
    writeFileSync(join(folder, book), text.replace(/seal: \S+/, `seal: ${seal}`));
    commitAll(repository, 'made to fit', on('2026-02-20'));
    expect((await partner(folder, 'validate')).out).not.toContain('broken-seal');
    expect(await verified(folder)).toMatchObject({ code: 1, verdicts: ['failed edited', 'proved'] });
  });

  it('a review that was put in above an older one, and a book in another order', async () => {
    const { repository, folder } = await twoGates();
    const text = readFileSync(join(folder, book), 'utf8');
    const head = text.slice(0, text.indexOf('  - id: '));
    const [one = '', two = ''] = text.slice(head.length).split(/^(?= {2}- id: )/m);
    const hold =
      '  - id: 2026-02-06-identifying-fake\n    stage: identifying\n    round: 1\n    date: 2026-02-06\n    decision: hold\n    reason: wait\n';
    writeFileSync(join(folder, book), head + one + hold + two);
    commitAll(repository, 'found in a drawer', on('2026-02-20'));
    expect((await verified(folder)).verdicts).toEqual(['proved', 'proved', 'failed inserted']);
    writeFileSync(join(folder, book), head + two + one);
    commitAll(repository, 'order', on('2026-02-21'));
    expect((await verified(folder)).verdicts).toEqual([
      'proved',
      'failed out_of_place reordered',
      'failed inserted removed',
    ]);
  });

  it('a replacement of the commit that git itself would follow', async () => {
    const { repository, folder } = await twoGates();
    edit(folder, book, 'reason: clear', 'reason: unanimous');
    git(repository, ['add', '-A']);
    git(repository, ['commit', '-q', '--amend', '--no-edit']);
    const forged = git(repository, ['rev-parse', 'HEAD']);
    git(repository, ['reset', '-q', '--hard', 'HEAD@{1}']);
    git(repository, ['replace', 'HEAD', forged]);
    edit(folder, book, 'reason: clear', 'reason: unanimous');
    expect(await verified(folder)).toMatchObject({ code: 1, verdicts: ['proved', 'failed edited'] });
  });
});

describe('what the record does not reach', () => {
  it('is not provable in a shallow clone, which does not pass as proved', async () => {
    const { repository } = await twoGates();
    const clone = join(newFolder(), 'clone');
    git(repository, ['clone', '-q', '--depth', '1', `file://${repository}`, clone]);
    const { code, verdicts } = await verified(join(clone, 'work', 'readers'));
    expect({ code, verdicts }).toEqual({
      code: 1,
      verdicts: ['unproved history_cut', 'unproved history_cut'],
    });
  });

  it('is not provable before it is committed', async () => {
    const { repository, folder } = await recordedPartnership();
    git(repository, ['reset', '-q', '--soft', 'HEAD~1']);
    expect(await verified(folder)).toMatchObject({ code: 1, verdicts: ['unproved uncommitted'] });
  });

  it('tells of two decisions of one round that a merge met with one of them', async () => {
    const { repository, folder } = await recordedPartnership();
    git(repository, ['checkout', '-q', '-b', 'side', 'HEAD~1']);
    await advance(folder, '2026-02-06');
    commitAll(repository, 'the gate, as the other side held it', on('2026-02-06'));
    git(repository, ['checkout', '-q', 'main']);
    git(repository, ['merge', '-q', '-s', 'ours', '-m', 'keep ours', 'side'], on('2026-02-07'));
    expect(await verified(folder)).toMatchObject({ code: 0, verdicts: ['proved', 'set_aside set_aside'] });
  });
});
