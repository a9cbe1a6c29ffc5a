import { chmodSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StageRecord } from '../../../src/core/partnership.ts';
import { loadPartnership } from '../../../src/store/load-partnership.ts';
import { takeStep } from '../../../src/store/undo/take-step.ts';
import { newFolder } from '../../folders.ts';
import {
  book,
  byHand,
  command,
  contents,
  home,
  journal,
  newPartnership,
  options,
  redo,
  scoping,
  set,
  text,
  undo,
} from './folder.ts';

const planning = 'stages/02-planning.yaml';
const nothing = { code: 'nothing-to-undo' };

let root: string;
let first: Record<string, string>;
beforeEach(() => {
  root = newPartnership();
  first = contents(root);
});

const own = () => set(root, scoping, ['owner'], 'ענת');
const plan = () => set(root, planning, ['title'], 'The plan');
const rename = () => set(root, home, ['name'], 'גדול');

describe('undo', () => {
  it('goes back command by command, whatever file each changed', async () => {
    const states = [first];
    for (const change of [own, plan, rename]) {
      await change();
      states.push(contents(root));
    }
    for (const state of states.reverse().slice(1)) {
      const { files } = await undo(root);
      expect(files.every(({ isMerged }) => !isMerged)).toBe(true);
      expect(contents(root)).toEqual(state);
    }
    await expect(undo(root)).rejects.toMatchObject(nothing);
  });

  it('counts what is left each way', async () => {
    for (const change of [own, plan, rename]) await change();
    expect((await undo(root)).left).toEqual({ undo: 2, redo: 1 });
    expect((await undo(root)).left).toEqual({ undo: 1, redo: 2 });
    expect((await redo(root)).left).toEqual({ undo: 2, redo: 1 });
  });

  it('has nothing to do where no command was given', async () => {
    await expect(undo(root)).rejects.toMatchObject(nothing);
    await expect(redo(root)).rejects.toMatchObject({ code: 'nothing-to-redo' });
    expect(contents(root)).toEqual(first);
  });

  it('keeps no note of a command that changed nothing, or only tried', async () => {
    await set(root, scoping, ['owner'], 'דנה');
    await command(root, scoping, [{ kind: 'set', path: ['owner'], value: 'רות' }], { dryRun: true });
    await expect(set(root, scoping, ['due'], 'never')).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(undo(root)).rejects.toMatchObject(nothing);
  });

  it('writes nothing in a dry run', async () => {
    await own();
    const then = contents(root);
    const names = journal(root);
    const { files } = await undo(root, { dryRun: true });
    expect(Buffer.from(files[0]?.wanted ?? []).toString('latin1')).toBe(first[join(root, scoping)]);
    expect([contents(root), journal(root)]).toEqual([then, names]);
  });

  it('gives back line ends, the mark of byte order and the rights of the file', async () => {
    const odd = Buffer.from(`\uFEFF${text(root, scoping).replaceAll('\n', '\r\n')}`);
    writeFileSync(join(root, scoping), odd);
    chmodSync(join(root, scoping), 0o640);
    await own();
    expect(readFileSync(join(root, scoping)).equals(odd)).toBe(false);
    await undo(root);
    expect(readFileSync(join(root, scoping)).equals(odd)).toBe(true);
    expect(statSync(join(root, scoping)).mode & 0o777).toBe(0o640);
  });

  it('lets nobody read in its notes what nobody may read in the file', async () => {
    chmodSync(join(root, scoping), 0o600);
    await own();
    expect(statSync(join(root, '.partner', 'undo', journal(root)[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  it('refuses to bring back what would be an error now', async () => {
    await command(root, home, [
      { kind: 'append', path: ['partners'], value: { id: 'ayin', name: 'Ayin', sector: 'ngo' } },
    ]);
    byHand(root, planning, (old) => old.replace('partner: kav', 'partner: ayin'));
    const then = contents(root);
    await expect(undo(root)).rejects.toMatchObject({
      code: 'invalid-value',
      diagnostics: [{ code: 'unknown-reference', file: planning }],
    });
    expect(contents(root)).toEqual(then);
    byHand(root, planning, (old) => old.replace('partner: ayin', 'partner: kav'));
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('tells the warnings that come with it', async () => {
    // The seal of the review covers the stage: changing it back and forth breaks and mends it.
    await own();
    expect((await undo(root)).warnings).toEqual([]);
    expect((await redo(root)).warnings).toMatchObject([{ code: 'broken-seal' }]);
  });

  it('writes nothing where an editor saved a file meanwhile', async () => {
    await own();
    for (const file of [scoping, planning]) {
      const old = text(root, file);
      const approve = async () => byHand(root, file, (now) => `${now}# saved\n`);
      await expect(takeStep(root, 'undo', { ...options, approve })).rejects.toMatchObject({
        code: 'changed-meanwhile',
        params: { file: join(root, file) },
      });
      expect(text(root, file)).toBe(`${old}# saved\n`);
      writeFileSync(join(root, file), old);
    }
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('does only what a person agreed to', async () => {
    await own();
    const approve = async () => {};
    const agreed = await undo(root, { dryRun: true });
    await plan();
    const then = contents(root);
    await expect(takeStep(root, 'undo', { ...options, approve, agreed })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(contents(root)).toEqual(then);
  });
});

describe('redo', () => {
  it('does again what was taken back, in order', async () => {
    const states = [first];
    for (const change of [own, plan, rename]) {
      await change();
      states.push(contents(root));
    }
    for (let time = 0; time < 3; time++) await undo(root);
    for (const state of states.slice(1)) {
      await redo(root);
      expect(contents(root)).toEqual(state);
    }
    await expect(redo(root)).rejects.toMatchObject({ code: 'nothing-to-redo' });
  });

  it('is over once a new command was given', async () => {
    await own();
    await plan();
    await undo(root);
    await rename();
    await expect(redo(root)).rejects.toMatchObject({ code: 'nothing-to-redo' });
    await undo(root);
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('outlives a command that was refused, or changed nothing', async () => {
    await own();
    const then = contents(root);
    await undo(root);
    await expect(set(root, scoping, ['due'], 'never')).rejects.toMatchObject({ code: 'invalid-value' });
    await set(root, scoping, ['owner'], 'דנה');
    await redo(root);
    expect(contents(root)).toEqual(then);
  });
});

describe('a file that was changed since', () => {
  it('loses what the command did and keeps the rest, there and back', async () => {
    await own();
    byHand(root, scoping, (old) => old.replace('title: Survey', 'title: The survey # by hand'));
    const merged = await undo(root);
    expect(merged.files).toMatchObject([{ file: scoping, isMerged: true }]);
    expect(text(root, scoping)).toContain('owner: דנה\n');
    expect(text(root, scoping)).toContain('title: The survey # by hand\n');
    await redo(root);
    expect(text(root, scoping)).toContain('owner: ענת\n');
    expect(text(root, scoping)).toContain('title: The survey # by hand\n');
  });

  it('gives back an entry with its comments', async () => {
    byHand(root, scoping, (old) => old.replace('  - id: survey', '  # asked in the schools\n  - id: survey'));
    await command(root, scoping, [
      { kind: 'append', path: ['sources'], value: { id: 'second', title: 'Second' } },
    ]);
    await command(root, scoping, [{ kind: 'remove', path: ['sources', 0] }]);
    byHand(root, scoping, (old) => old.replace('area: South', 'area: North'));
    const { files } = await undo(root);
    const now = text(root, scoping);
    expect(now).toContain('area: North');
    expect(now.indexOf('id: survey')).toBeLessThan(now.indexOf('id: second'));
    const isThere = now.includes('# asked in the schools');
    expect(isThere || files[0]?.lostComments.includes('# asked in the schools')).toBe(true);
  });

  it('is left alone where it was changed in the same place', async () => {
    await own();
    byHand(root, scoping, (old) => old.replace('owner: ענת', 'owner: נועה'));
    const then = contents(root);
    await expect(undo(root)).rejects.toMatchObject({
      code: 'changed-since',
      params: { file: join(root, scoping), places: ['owner'] },
    });
    expect(contents(root)).toEqual(then);
    // Once somebody has taken it back by hand, the way is free.
    byHand(root, scoping, (old) => old.replace('owner: נועה', 'owner: דנה'));
    await undo(root);
    expect(contents(root)).toEqual(first);
    await expect(undo(root)).rejects.toMatchObject(nothing);
  });

  it('is left alone where it can no longer be read as YAML', async () => {
    await own();
    byHand(root, scoping, (old) => `${old}]`);
    const then = contents(root);
    await expect(undo(root)).rejects.toMatchObject({ code: 'changed-since' });
    expect(contents(root)).toEqual(then);
  });

  it('is left alone where it is gone, or became a link', async () => {
    await own();
    const aside = join(newFolder(), 'aside.yaml');
    renameSync(join(root, scoping), aside);
    await expect(undo(root)).rejects.toMatchObject({ code: 'changed-since' });
    symlinkSync(aside, join(root, scoping));
    await expect(undo(root)).rejects.toMatchObject({ code: 'not-a-regular-file' });
    expect(readFileSync(aside, 'utf8')).toContain('owner: ענת');
    rmSync(join(root, scoping));
    renameSync(aside, join(root, scoping));
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('is left alone where it is no stage of the model any more', async () => {
    await own();
    byHand(root, 'models/small/model.yaml', (old) => old.replace('id: scoping', 'id: looking'));
    renameSync(join(root, scoping), join(root, 'stages/01-looking.yaml'));
    byHand(root, 'stages/01-looking.yaml', (old) => old.replace('stage: scoping', 'stage: looking'));
    await expect(undo(root)).rejects.toMatchObject({
      code: 'changed-since',
    });
  });
});

describe('the minutes book', () => {
  const hold = {
    id: '2026-03-01-planning-aaaa',
    stage: 'planning',
    round: 1,
    date: '2026-03-01',
    decision: 'hold',
    reason: 'the rooms are not there yet',
  };
  const review = () => command(root, book, [{ kind: 'append', path: ['reviews'], value: hold }]);

  it('loses a review that was just written', async () => {
    await review();
    await undo(root);
    expect(contents(root)).toEqual(first);
    await redo(root);
    expect(text(root, book)).toContain(hold.id);
  });

  it('is left alone once anything else was written in it', async () => {
    await review();
    byHand(root, book, (old) => `${old}  # what was said afterwards\n`);
    const then = contents(root);
    await expect(undo(root)).rejects.toMatchObject({ code: 'changed-since' });
    expect(contents(root)).toEqual(then);
  });

  it('does not get a review back of a stage that was changed since', async () => {
    const { partnership } = await loadPartnership(root, options);
    const seal = (partnership.stages[1] as StageRecord).seal();
    const passed = { ...hold, decision: 'advance', seal };
    await command(root, book, [{ kind: 'append', path: ['reviews'], value: passed }]);
    await undo(root);
    byHand(root, planning, (old) => old.replace('title: Planning', 'title: The plan'));
    const then = contents(root);
    await expect(redo(root)).rejects.toMatchObject({
      code: 'review-outdated',
      diagnostics: [{ code: 'broken-seal', file: planning }],
    });
    expect(contents(root)).toEqual(then);
  });
});
