import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatEntry } from '../../src/store/undo/entry.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git, newRepository } from '../git/repositories.ts';
import { expectGolden } from '../golden.ts';
import { type Answer, atTerminal, interrupt } from './context.ts';

const scoping = 'stages/01-scoping.yaml';
const items = ['problem-stated', 'stakeholders-mapped', 'affected-heard', 'vision-drafted'];
const names = { en: 'Readers in the South', he: 'קוראים בדרום' };

let folder: string;
const ask = (argv: readonly string[], answers: readonly Answer[] = [], env = {}) =>
  atTerminal(folder, argv, answers, env);
const partner = (...argv: readonly string[]) => ask(argv);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

async function start(lang: 'en' | 'he', parent = newFolder()): Promise<void> {
  folder = parent;
  const partnerWord = lang === 'en' ? 'leumi:Leumi Card:company' : 'leumi:לאומי קארד:company';
  const flags = ['--name', names[lang], '--lang', lang, '--partner', partnerWord, '--no-input'];
  expect((await partner('init', 'readers', ...flags)).code).toBe(0);
  folder = join(parent, 'readers');
}

async function done(...argv: readonly string[]): Promise<void> {
  const { code, err } = await partner(...argv);
  expect([argv.join(' '), code, err]).toEqual([argv.join(' '), 0, expect.not.stringContaining('error')]);
}

beforeEach(() => start('en'));

describe.each(['en', 'he'] as const)('at a terminal, in %s', (lang) => {
  beforeEach(async () => {
    await start(lang);
    await done('check', ...items.slice(0, 2), '--by', 'Noa');
    await done('add', 'sources', 'id=survey', 'title=Survey 2026');
  });

  it('shows what would change, asks, and tells what was taken back and done again', async () => {
    const sessions = [];
    for (const argv of [['undo'], ['undo', '--dry-run'], ['redo'], ['undo', '--list']])
      sessions.push({ argv, ...(await ask(argv, argv.length === 1 ? [true] : [])) });
    const story = sessions.map(({ argv, out, err, asked, code }) =>
      [`$ partner ${argv.join(' ')}`, err, ...asked.map((one) => `? ${one}\n`), out, `→ ${code}\n`].join(
        '\n',
      ),
    );
    expectGolden(`undo/session.${lang}.txt`, story.join('\n'));
  });
});

describe('the question', () => {
  beforeEach(() => done('check', ...items, '--by', 'Noa'));

  it.each<[string, Answer, number]>([
    ['no', false, 130],
    ['^C', interrupt, 130],
  ])('answered by %s leaves everything as it is', async (_name, answer, code) => {
    const before = text(scoping);
    expect((await ask(['undo'], [answer])).code).toBe(code);
    expect(text(scoping)).toBe(before);
    expect((await ask(['undo'], [true])).code).toBe(0);
  });

  it.each([[['--yes']], [['--no-input']], [['--json']], [['--quiet', '--yes']]])(
    'is not asked with %j',
    async (flags) => {
      const { code, asked } = await partner('undo', ...flags);
      expect([code, asked]).toEqual([0, []]);
      expect(text(scoping)).not.toContain('done: true');
    },
  );

  it('says nothing with --quiet', async () => {
    expect(await partner('undo', '--quiet', '--yes')).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('a file that was changed since', () => {
  it.each([
    ['en', 'Only what the command did is taken back'],
    ['he', 'מתבטל רק מה שעשתה הפקודה'],
  ])('is said to be one before the question, and once (%s)', async (lang, words) => {
    await done('check', 'problem-stated', '--by', 'Noa');
    writeFileSync(join(folder, scoping), `${text(scoping)}vision: By hand\n`);
    const { err, out, code } = await ask(['undo', '--lang', lang], [true]);
    expect(code).toBe(0);
    expect(`${err}${out}`.split(words)).toHaveLength(2);
    expect(text(scoping)).toContain('vision: By hand\n');
    expect(text(scoping)).not.toContain('done: true');
  });
});

describe('what cannot be done', () => {
  it('is said: no command was given yet, and the way to take init back', async () => {
    const { code, err } = await partner('undo');
    expect(code).toBe(2);
    expect(err).toContain('`init` is taken back by removing the folder');
    expect((await partner('redo')).code).toBe(2);
    expect((await partner('undo', '--list')).out).toContain('There is nothing to take back');
  });

  it('is wrong usage: a list that is also to be done', async () => {
    for (const flag of ['--yes', '--dry-run']) {
      const { code, err } = await partner('undo', '--list', flag);
      expect([code, err]).toEqual([2, expect.stringContaining('--list only shows')]);
    }
  });

  it('is told at its place: a change in the same lines since', async () => {
    await done('check', 'problem-stated', '--by', 'Noa');
    writeFileSync(join(folder, scoping), text(scoping).replace('by: Noa', 'by: Dana'));
    const { code, json } = await asJson('undo');
    expect(code).toBe(2);
    expect(json).toMatchObject({
      error: {
        code: 'changed-since',
        message: expect.stringMatching(/01-scoping\.yaml was changed .* checklist\[0\]\.by$/),
      },
    });
  });

  it('is told of where nothing can be noted, and the command works', async () => {
    mkdirSync(join(folder, '.partner'));
    symlinkSync(newFolder(), join(folder, '.partner', 'undo'));
    for (const argv of [
      ['check', 'problem-stated'],
      ['schema', '--write'],
    ]) {
      if (argv[0] === 'schema')
        writeFileSync(join(folder, scoping), text(scoping).replace(/^#.*\n#.*\n/, ''));
      const { code, err } = await partner(...argv);
      expect([code, err]).toEqual([0, expect.stringContaining('`partner undo` will not know of it')]);
      expect((await partner(...argv.map((word) => word.replace('check', 'uncheck')), '--quiet')).err).toBe(
        '',
      );
    }
  });
});

async function asJson(...argv: readonly string[]) {
  const { code, out } = await partner(...argv, '--json');
  return { code, json: JSON.parse(out) as Record<string, unknown> };
}

describe('in JSON', () => {
  it('names the command, what it did, and what is left', async () => {
    await done('set', 'vision', 'Every child reads');
    await done('check', 'problem-stated', '--by', 'Noa');
    const dry = await asJson('undo', '--dry-run');
    const wet = await asJson('undo');
    expect({ ...dry.json, dry_run: false }).toEqual(wet.json);
    expect(wet.json).toEqual({
      format: 1,
      changed: [scoping],
      result: {
        command: 'check',
        at: '2026-03-01T10:00:00.000Z',
        by: 'noa',
        changes: [expect.objectContaining({ kind: 'checked', subject: 'problem-stated', stage: 'scoping' })],
        merged: [],
        committed: [],
        left: { undo: 1, redo: 1 },
        unusable: 0,
      },
      dry_run: false,
      warnings: [],
      problems: [],
    });
    const { json } = await asJson('undo', '--list');
    expect(json).toEqual({
      format: 1,
      undo: [expect.objectContaining({ command: 'set', by: 'noa', files: [scoping] })],
      redo: [expect.objectContaining({ command: 'check', files: [scoping] })],
      unusable: 0,
    });
  });
});

describe('with git', () => {
  const journal = () => readdirSync(join(folder, '.partner', 'undo'));

  beforeEach(async () => {
    const repository = newRepository();
    await start('en', repository);
    commitAll(repository, 'start');
    await done('check', ...items, '--by', 'Noa');
  });

  it('keeps its notes out of it', () => {
    expect(journal()).toEqual(['00000001.done']);
    expect(git(folder, ['status', '--short', '--untracked-files=all', '.'])).toBe('M stages/01-scoping.yaml');
  });

  it('takes back what is committed in the files, and says that the commit stands', async () => {
    commitAll(folder, 'ticked');
    const { code, err } = await partner('undo', '--yes');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining(`The last commit still has this change; commit ${scoping}`),
    ]);
    expect(text(scoping)).not.toContain('done: true');
    expect(git(folder, ['log', '--format=%s'])).toBe('ticked\nstart');
  });

  it('takes back a review that is not committed', async () => {
    commitAll(folder, 'ticked');
    const before = text('reviews.yaml');
    await done('advance', '--reviewer', 'Dana:leumi');
    const { code, err } = await partner('undo', '--yes');
    expect([code, err]).toEqual([0, expect.not.stringContaining('commit')]);
    expect(text('reviews.yaml')).toBe(before);
  });

  it('never takes back a review that is committed', async () => {
    await done('advance', '--reviewer', 'Dana:leumi');
    commitAll(folder, 'passed');
    const book = text('reviews.yaml');
    for (const flag of ['--dry-run', '--yes']) {
      const { code, err } = await partner('undo', flag);
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/in the last commit already[\s\S]*--decision return/),
      ]);
    }
    expect(text('reviews.yaml')).toBe(book);
    git(folder, ['reset', '-q', 'HEAD~1']);
    expect((await partner('undo', '--yes')).code).toBe(0);
    expect(text('reviews.yaml')).not.toContain('decision: advance');
  });

  it('does not guess where git cannot be asked', async () => {
    await done('advance', '--reviewer', 'Dana:leumi');
    const without = { PATH: newFolder() };
    const refused = await ask(['undo', '--yes'], [], without);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('git is needed')]);
    expect((await partner('undo', '--yes')).code).toBe(0);
    // What is no review needs no git.
    expect((await ask(['undo', '--yes'], [], without)).code).toBe(0);
  });
});

describe('files for editors', () => {
  it('come and go as a whole', async () => {
    const kept = Object.fromEntries(
      ['partnership.yaml', 'reviews.yaml', scoping].map((file) => [file, text(file)]),
    );
    for (const [file, old] of Object.entries(kept))
      writeFileSync(join(folder, file), old.replace(/^#.*\n#.*\n/, ''));
    renameSync(join(folder, 'schemas'), join(folder, 'aside'));
    await done('schema', '--write');
    expect(readdirSync(join(folder, 'schemas', 'stages'))).toHaveLength(10);
    const { out } = await partner('undo', '--yes');
    expect(out).toContain('• schemas/stages/scoping.json');
    expect(readdirSync(folder)).not.toContain('schemas');
    for (const [file, old] of Object.entries(kept)) expect(text(file)).toBe(old.replace(/^#.*\n#.*\n/, ''));
    await done('redo', '--yes');
    for (const [file, old] of Object.entries(kept)) expect(text(file)).toBe(old);
    expect(readdirSync(join(folder, 'schemas'))).toEqual(readdirSync(join(folder, 'aside')));
  });
});

describe('a note that somebody forged', () => {
  it('is shown, not obeyed', async () => {
    await done('check', 'problem-stated');
    const after = readFileSync(join(folder, scoping));
    const before = Buffer.from(text(scoping).replace('title:', 'title: x\u001b[2J'));
    const entry = { command: 'check\u001b]0;owned\u0007', at: '\u001b[2J', user: '\u202evil', files: [] };
    const bytes = formatEntry({ ...entry, files: [{ file: scoping, before, after }] });
    writeFileSync(join(folder, '.partner', 'undo', '00000002.done'), bytes);
    const list = await partner('undo', '--list');
    expect(list.code).toBe(0);
    const refused = await partner('undo', '--yes');
    expect(refused.code).not.toBe(0);
    for (const shown of [list.out, list.err, refused.out, refused.err])
      expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(readFileSync(join(folder, scoping)).equals(after)).toBe(true);
  });
});
