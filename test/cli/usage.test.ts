import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { program, run, runJson } from './program.ts';

let parent: string;
let folder: string;
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

function start(): void {
  parent = newFolder();
  folder = join(parent, 'readers');
  expect(
    run(parent, [
      'init',
      'readers',
      '--name',
      'Readers',
      '--lang',
      'en',
      '--partner',
      'leumi:Leumi Card:company',
      '--started',
      '2026-01-12',
    ]).code,
  ).toBe(0);
}

beforeAll(start);

describe('where a command works', () => {
  it('finds the partnership from any folder inside it, and with -C before or after the command', () => {
    const { out } = run(folder, ['status']);
    expect(out).toContain('Readers');
    mkdirSync(join(folder, 'docs', 'deep'), { recursive: true });
    expect(run(join(folder, 'docs', 'deep'), ['status']).out).toBe(out);
    expect(run(parent, ['-C', 'readers', 'status']).out).toBe(out);
    expect(run(parent, ['status', '--dir', 'readers/stages']).out).toBe(out);
  });

  it.each([
    [['status'], 'no-partnership'],
    [['-C', 'nowhere', 'status'], 'no-such-folder'],
    [['validate'], 'no-partnership'],
    [['validate', 'nowhere'], 'no-such-folder'],
  ])('says for %j that there is none (%s)', (args, code) => {
    const empty = newFolder();
    expect(runJson(empty, args)).toMatchObject({
      code: 2,
      json: { format: 1, error: { code, hint: expect.any(String) } },
    });
    const { code: exit, out, err } = run(empty, args);
    expect([exit, out, err.includes('    at ')]).toEqual([2, '', false]);
  });
});

describe('init', () => {
  it('never touches what stands there', () => {
    const before = readdirSync(folder).map((name) => name);
    for (const dir of ['readers', 'readers/partnership.yaml']) {
      expect(runJson(parent, ['init', dir, '--name', 'Other'])).toMatchObject({
        code: 2,
        json: { error: { code: 'folder-exists' } },
      });
    }
    expect(readdirSync(folder)).toEqual(before);
    expect(read('partnership.yaml')).toContain('name: Readers\n');
  });

  it('says first that a partnership stands there, whatever else is missing or wrong', () => {
    for (const more of [[], ['--model', 'iblf-11'], ['--dry-run']]) {
      const { code, out, err } = run(parent, ['init', 'readers', ...more]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/a partnership stands in .*readers already\n.*`partner status`/);
    }
    expect(run(parent, ['init', 'readers', '--lang', 'he']).err).toContain('כבר יש שותפות');
    writeFileSync(join(parent, 'a-file'), '');
    expect(run(parent, ['init', 'a-file']).err).toMatch(/something stands in .*a-file already/);
  });

  it('starts beside documents that are there already', () => {
    const place = newFolder();
    writeFileSync(join(place, 'notes.txt'), 'mine');
    expect(run(place, ['init', '.', '--name', 'Here', '--id', 'here']).code).toBe(0);
    expect(readFileSync(join(place, 'notes.txt'), 'utf8')).toBe('mine');
    expect(run(place, ['validate', '--strict']).code).toBe(0);
  });

  it.each([
    [['--name', ' '], 'invalid-value'],
    [['--name', 'X', '--id', 'Not An Id'], 'invalid-value'],
    [['--name', 'X', '--currency', 'shekel'], 'invalid-value'],
    [['--name', 'X', '--started', '2026-02-30'], 'usage'],
    [['--name', 'X', '--partner', 'leumi'], 'usage'],
    [['--name', 'X', '--partner', 'leumi:Leumi:bank'], 'usage'],
    [['--name', 'X', '--partner', 'a:A:ngo', '--partner', 'a:B:ngo'], 'duplicate-entry'],
    [['--name', 'X', '--model', 'iblf-11'], 'unknown-model'],
    [[], 'needs-answer'],
  ])('refuses %j as %s and makes no folder', (flags, code) => {
    const place = newFolder();
    expect(runJson(place, ['init', 'new', ...flags])).toMatchObject({ code: 2, json: { error: { code } } });
    expect(readdirSync(place)).toEqual([]);
  });

  it('takes a model of one’s own and keeps a copy of it in the partnership', () => {
    const place = newFolder();
    const model = readFileSync(new URL('../../templates/models/iblf-10/model.yaml', import.meta.url), 'utf8');
    mkdirSync(join(place, 'ours'));
    writeFileSync(join(place, 'ours', 'model.yaml'), model.replace('model: iblf-10', 'model: our-way'));
    expect(run(place, ['model', 'check', 'ours']).code).toBe(0);
    expect(run(place, ['init', 'new', '--name', 'New', '--model', 'ours']).code).toBe(0);
    expect(runJson(join(place, 'new'), ['status']).json).toMatchObject({
      model: 'our-way',
      progress: { of: 10 },
    });
    expect(run(join(place, 'new'), ['validate', '--strict']).code).toBe(0);
    writeFileSync(
      join(place, 'ours', 'model.yaml'),
      model.replace('sections: [challenge, vision', 'sections: [chalenge, vision'),
    );
    const checked = runJson(place, ['model', 'check', 'ours']);
    expect(checked).toMatchObject({
      code: 1,
      json: { diagnostics: [{ code: 'unknown-section', file: 'ours/model.yaml', line: expect.any(Number) }] },
    });
    expect(runJson(place, ['init', 'other', '--name', 'X', '--model', 'ours'])).toMatchObject({
      code: 1,
      json: { error: { code: 'invalid-model' } },
    });
  });
});

describe('writing commands', () => {
  it.each([
    ['check', 'problem-stated'],
    ['add', 'sources', 'title=A'],
    ['set', 'vision', 'Every child reads'],
    ['set', 'partnership', 'name=Other'],
    ['set', 'stages/planning', 'due=2026-05-01'],
    ['remove', 'partners/leumi'],
    ['advance', '--decision', 'hold', '--reason', 'x'],
  ])('%s %s … --dry-run shows the difference and writes nothing', (...args) => {
    const before = [
      'partnership.yaml',
      'reviews.yaml',
      'stages/01-scoping.yaml',
      'stages/04-planning.yaml',
    ].map(read);
    const { code, out } = run(folder, [...args, '--dry-run']);
    expect([code, out.slice(0, 6)]).toEqual([0, '--- a/']);
    expect(out).toMatch(/^[+-][^+-]/m);
    expect(
      ['partnership.yaml', 'reviews.yaml', 'stages/01-scoping.yaml', 'stages/04-planning.yaml'].map(read),
    ).toEqual(before);
  });

  it('change only their own lines in a file kept by hand, with its line ends and its comments', () => {
    start();
    const file = join(folder, 'stages/01-scoping.yaml');
    const odd =
      `\ufeff${read('stages/01-scoping.yaml').replace('    done: false\n', '    done:   false   # ask Dana\n').trimEnd()}`.replaceAll(
        '\n',
        '\r\n',
      );
    writeFileSync(file, odd);
    expect(run(folder, ['check', 'problem-stated', '--on', '2026-02-03']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(
      odd.replace('done:   false   # ask Dana\r\n', 'done:   true   # ask Dana\r\n    on: 2026-02-03\r\n'),
    );
    const again = runJson(folder, ['check', 'problem-stated']);
    expect(again).toMatchObject({ code: 0, json: { format: 1, changed: [] } });
  });

  it.each([
    [['check', 'problem-statd'], 'unknown-item', 'problem-stated'],
    [['check', 'targets-set'], 'unknown-item', 'planning/targets-set'],
    [['check', 'plannin/targets-set'], 'unknown-stage', 'planning'],
    [['check', 'problem-stated', 'planning/targets-set'], 'usage', 'different stages'],
    [['add', 'pledge', 'type=cash'], 'unknown-section', 'pledges'],
    [['add', 'exit', 'decision=close'], 'usage', 'partner set exit'],
    [['add', 'sources', 'titel=A'], 'unknown-key', 'title'],
    [['add', 'sources', 'A'], 'usage', 'key=value'],
    [['add', 'sources', 'url=x'], 'invalid-value', 'title'],
    [['add', 'pledges', 'partner=leumy', 'type=cash', 'status=idea'], 'invalid-value', 'leumi'],
    [
      ['add', 'pledges', 'partner=leumi', 'type=cash', 'amount=1e999', 'status=idea'],
      'invalid-value',
      '1e999',
    ],
    [['add', 'partners', 'id=leumi', 'name=X', 'sector=ngo'], 'duplicate-entry', 'leumi'],
    [['set', 'partners/leumy', 'name=X'], 'unknown-entry', 'leumi'],
    [['set', 'partners', 'name=X'], 'usage', 'partners/ID'],
    [['set', 'exit'], 'needs-answer', 'exit'],
    [['set', 'partnership', 'id=other'], 'unknown-key', 'name'],
    [['remove', 'sources/none'], 'unknown-entry', 'none'],
  ])('%j is refused as %s and names %s', (args, code, named) => {
    const result = runJson(folder, args);
    expect(result).toMatchObject({ code: 2, json: { format: 1, error: { code } } });
    expect(JSON.stringify(result.json)).toContain(named);
  });

  it('remove refuses what is still referred to', () => {
    expect(run(folder, ['add', 'goals', 'text=Reading', 'owner=leumi']).code).toBe(0);
    const refused = runJson(folder, ['remove', 'partners/leumi']);
    expect(refused).toMatchObject({ code: 2, json: { error: { code: 'still-referenced' } } });
    expect(run(folder, ['remove', 'goals/reading']).code).toBe(0);
    expect(read('stages/03-building.yaml')).toContain('goals: []\n');
  });

  it('refuse a file that is a link, and one that can’t be read as ours', () => {
    start();
    const outside = join(parent, 'outside.yaml');
    writeFileSync(outside, read('stages/01-scoping.yaml'));
    spawnSync('rm', [join(folder, 'stages/01-scoping.yaml')]);
    symlinkSync(outside, join(folder, 'stages/01-scoping.yaml'));
    expect(run(folder, ['check', 'problem-stated']).code).not.toBe(0);
    expect(readFileSync(outside, 'utf8')).not.toContain('done: true');
    expect(runJson(folder, ['validate']).json).toMatchObject({
      diagnostics: [{ code: 'not-a-regular-file', file: 'stages/01-scoping.yaml' }],
    });
  });

  it('say that a folder can’t be written, and leave it as it was', () => {
    // Root may write everywhere; without setpriv there is nobody else to be.
    const isRoot = process.getuid?.() === 0;
    start();
    chmodSync(parent, 0o755);
    const before = read('stages/01-scoping.yaml');
    const command = [process.execPath, program, '-C', folder, 'check', 'problem-stated', '--json'];
    if (!isRoot) chmodSync(join(folder, 'stages'), 0o555);
    const [name = '', ...args] = isRoot
      ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command]
      : command;
    const result = spawnSync(name, args, {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-03-01' },
    });
    expect([result.status, JSON.parse(result.stdout).error.code]).toEqual([2, 'not-writable']);
    expect(read('stages/01-scoping.yaml')).toBe(before);
    chmodSync(join(folder, 'stages'), 0o755);
  });
});

describe('the command line', () => {
  it.each([
    [['chek'], 'usage'],
    [['status', '--lang', 'fr'], 'usage'],
    [['status', '--frobnicate'], 'usage'],
    [['status', 'extra'], 'usage'],
    [['--today', '2026-02-30', 'status'], 'usage'],
    [['add'], 'usage'],
  ])('%j is wrong usage: exit 2, told in both languages, no stack', (args, code) => {
    expect(runJson(folder, args)).toMatchObject({ code: 2, json: { error: { code } } });
    for (const PARTNER_LANG of ['en', 'he']) {
      const { code: exit, out, err } = run(folder, args, { PARTNER_LANG });
      expect([exit, out, err.includes('    at ')]).toEqual([2, '', false]);
      expect(/[א-ת]/.test(err)).toBe(PARTNER_LANG === 'he');
    }
  });

  it('ends quietly where its reader has had enough, and says so where the disk is full', () => {
    const shell = (line: string) =>
      spawnSync('bash', ['--norc', '-c', line], {
        encoding: 'utf8',
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', NODE: process.execPath, P: program },
      });
    expect(shell('set -o pipefail; "$NODE" "$P" model show | head -1')).toMatchObject({
      status: 0,
      stderr: '',
    });
    const full = shell('"$NODE" "$P" status > /dev/full');
    expect([full.status, full.stderr.includes('ENOSPC')]).toEqual([2, true]);
  });

  it('prints all of a long answer into a pipe', () => {
    const { out } = run(folder, ['model', 'show', 'partnering-cycle-12', '--json']);
    expect(JSON.parse(out)).toMatchObject({ model: 'partnering-cycle-12' });
  });
});

describe('a folder of stages that is a link', () => {
  it('is told of as such, and does not keep other partnerships from being checked', () => {
    start();
    const elsewhere = join(parent, 'elsewhere');
    renameSync(join(folder, 'stages'), elsewhere);
    symlinkSync(elsewhere, join(folder, 'stages'));
    expect(run(parent, ['init', 'second', '--name', 'Second']).code).toBe(0);
    const { code, json } = runJson(parent, ['validate']);
    expect([code, json]).toMatchObject([1, { partnerships: 2 }]);
    const codes = (json as { diagnostics: { code: string; file: string }[] }).diagnostics.map(
      (one) => `${one.file} ${one.code}`,
    );
    expect(codes).toHaveLength(10);
    expect(codes[0]).toBe('readers/stages/01-scoping.yaml not-a-regular-file');
    expect(run(folder, ['check', 'problem-stated']).code).toBe(1);
    expect(readFileSync(join(elsewhere, '01-scoping.yaml'), 'utf8')).not.toContain('done: true');
  });
});
