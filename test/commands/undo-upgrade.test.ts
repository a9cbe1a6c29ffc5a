import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../git/repositories.ts';
import { type Language, layOut, scaffold, textsIn } from '../upgrade/folder.ts';
import { first, inWords, item, modelOf, modelText, versionOne } from '../upgrade/models.ts';
import { atTerminal, type Session } from './context.ts';

const { begin, work, end } = first;
// An item is worded anew, one comes, a stage gets another file, and with it the last one.
const two = modelOf(2, [
  { ...begin, checklist: [item('agreed', 'It is agreed in writing'), ...begin.checklist.slice(1)] },
  { ...begin, id: 'between', checklist: [item('told', 'All are told')], sections: [] },
  work,
  end,
]);

let root: string;
const partner = (...words: string[]): Promise<Session> =>
  atTerminal(root, words, [], { PATH: process.env.PATH ?? '' });
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const upgrade = ['model', 'upgrade', '--model', 'next', '--yes'];

async function start(language: Language = 'en'): Promise<void> {
  root = layOut(await scaffold(versionOne, language));
  mkdirSync(join(root, 'next'));
  writeFileSync(join(root, 'next', 'model.yaml'), modelText(two));
}

async function done(...words: string[]): Promise<Session> {
  const session = await partner(...words);
  expect([words.join(' '), session.code, session.err]).toEqual([words.join(' '), 0, session.err]);
  return session;
}

describe.each(['en', 'he'] as const)('an upgrade, in %s', (language) => {
  it('is listed, taken back down to the last byte, and done again', async () => {
    await start(language);
    await done('check', 'agreed', '--by', 'Noa');
    const before = textsIn(root);
    await done(...upgrade);
    const after = textsIn(root);
    expect(Object.keys(after)).toContain('stages/02-between.yaml');
    expect((await done('undo', '--list')).out).toContain('model upgrade');
    const shown = await done('undo', '--dry-run');
    expect(shown.out).toContain('--- a/stages/02-between.yaml');
    expect(textsIn(root)).toEqual(after);
    const { out } = await done('undo', '--yes');
    expect(out).toContain(language === 'en' ? 'Taken back: partner model upgrade' : 'partner model upgrade');
    expect(textsIn(root)).toEqual(before);
    expect((await partner('validate', '--strict')).code).toBe(0);
    await done('redo', '--yes');
    expect(textsIn(root)).toEqual(after);
    // And what came before it, below it.
    await done('undo', '--yes');
    await done('undo', '--yes');
    expect(text('stages/01-begin.yaml')).not.toContain('done: true');
    expect((await partner('undo', '--yes')).code).toBe(2);
  });
});

describe('an upgrade', () => {
  it('is taken back where it left something to decide', async () => {
    await start();
    const path = join(root, 'stages/01-begin.yaml');
    writeFileSync(
      path,
      text('stages/01-begin.yaml').replace(inWords('It is agreed', 'en'), 'It is agreed by all'),
    );
    const before = textsIn(root);
    expect((await partner(...upgrade)).code).toBe(1);
    expect(text('stages/01-begin.yaml')).toContain('<<<<<<<');
    const left = textsIn(root);
    await done('undo', '--yes');
    expect(textsIn(root)).toEqual(before);
    const { out, err } = await done('redo', '--yes');
    expect(textsIn(root)).toEqual(left);
    expect(`${out}${err}`).toContain('One thing in the files does not fit the version that they follow now:');
    expect(`${out}${err}`).toContain('stages/01-begin.yaml: an unresolved merge');
    const { problems } = JSON.parse((await done('undo', '--json')).out);
    expect(problems).toEqual([]);
    expect(JSON.parse((await done('redo', '--dry-run', '--json')).out).problems).toMatchObject([
      { code: 'conflict-marker', file: 'stages/01-begin.yaml' },
    ]);
  });

  it('is taken back where its files had problems before, and these are told', async () => {
    await start();
    const file = join(root, 'stages/02-work.yaml');
    // An item that the first version asks for and the second one does not.
    const { id } = work.checklist[0] ?? { id: '' };
    writeFileSync(
      join(root, 'next', 'model.yaml'),
      modelText(modelOf(2, [begin, { ...work, checklist: [] }, end])),
    );
    writeFileSync(
      file,
      text('stages/02-work.yaml').replace(/checklist:\n(?: {2,4}.*\n)+/, 'checklist: []\n'),
    );
    const before = textsIn(root);
    await done(...upgrade);
    const { err } = await done('undo', '--yes', '--lang', 'he');
    expect(err).toContain('שני דברים בקבצים אינם מתאימים לגרסת המודל');
    expect(err).toContain(id);
    expect(textsIn(root)).toEqual(before);
  });

  it('is taken back around what was written since, and not at all where that has no place', async () => {
    await start();
    await done(...upgrade);
    await done('check', 'agreed', '--by', 'Noa');
    writeFileSync(
      join(root, 'stages/01-begin.yaml'),
      `${text('stages/01-begin.yaml')}challenge:\n  statement: Ours\n`,
    );
    await done('undo', '--yes');
    await done('undo', '--yes');
    expect(text('stages/01-begin.yaml')).toContain('statement: Ours');
    expect(text('partnership.yaml')).not.toContain('model_version');
    expect(existsSync(join(root, 'stages/02-between.yaml'))).toBe(false);
    await done('redo', '--yes');
    await done('check', 'between/told', '--by', 'Noa');
    await done('undo', '--yes');
    writeFileSync(join(root, 'stages/02-between.yaml'), `${text('stages/02-between.yaml')}owner: Dana\n`);
    const then = textsIn(root);
    expect(await partner('undo', '--yes')).toMatchObject({
      code: 2,
      err: expect.stringContaining('stages/02-between.yaml was changed since'),
    });
    expect(textsIn(root)).toEqual(then);
  });

  it('says so where it cannot be noted, and is carried out all the same', async () => {
    await start();
    mkdirSync(join(root, '.partner'));
    writeFileSync(join(root, '.partner', 'undo'), 'mine');
    const { err } = await done(...upgrade);
    expect(err).toContain('ENOTDIR');
    expect(text('partnership.yaml')).toContain('model_version: 2');
    expect(existsSync(join(root, '.partner', 'redo.json'))).toBe(false);
  });

  it('is said to be committed where it is', async () => {
    await start();
    git(root, ['init', '-q', '-b', 'main']);
    git(root, ['config', 'user.name', 'Dana']);
    git(root, ['config', 'user.email', 'dana@example.org']);
    commitAll(root, 'start');
    await done(...upgrade, '--commit');
    const { err } = await done('undo', '--yes');
    expect(err).toMatch(/stages\/02-between\.yaml/);
    expect(git(root, ['status', '--porcelain', 'stages'])).toContain('D stages/02-between.yaml');
    rmSync(join(root, 'next'), { recursive: true });
    expect((await partner('validate')).code).toBe(0);
  });
});
