import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { live } from './life.ts';
import { nodeOf } from './nodes.ts';
import { plainEnvironment, program, runIn } from './packed.ts';

const root = join(import.meta.dirname, '..', '..');
const patience = { timeout: 300_000 };
let file: string;
let executable: string;
let lives: Record<'en' | 'he', ReturnType<typeof live>>;

beforeAll(() => {
  const built = newFolder();
  const script = join(root, 'scripts', 'single-file.js');
  execFileSync(process.execPath, [script, '--executable', built], { stdio: 'pipe' });
  // Alone, where nothing else of the program lies, under a name that asks for quotes.
  const folder = join(newFolder(), 'קובץ אחד 100%');
  mkdirSync(folder);
  [file, executable] = ['partner.cjs', 'partner'].map((name) => {
    copyFileSync(join(built, name), join(folder, name));
    return join(folder, name);
  }) as [string, string];
  const here = (language: 'en' | 'he') => live(newFolder(), [process.execPath, program], language);
  lives = { en: here('en'), he: here('he') };
}, 300_000);

describe('the program as one file', () => {
  // The oldest and the newest; what lies between them is tried with the package.
  it.each(['20.17', '26'])('does the main job on Node %s', patience, (version) => {
    const found = nodeOf(version);
    if ('reason' in found) {
      console.log(`Node ${version}: not tried, ${found.reason}`);
      return;
    }
    expect(live(newFolder(), [found.node, file], 'en')).toEqual(lives.en);
  });

  it('runs as a command, and holds the licences', () => {
    expect(runIn(newFolder(), [file, '--version']).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    for (const words of ['Permission is hereby granted', 'commander 14', 'docx 9', 'yaml 2', 'MIT License'])
      expect(text).toContain(words);
    expect(text.includes(root)).toBe(false);
  });
});

describe('the program as an executable', () => {
  it.each(['en', 'he'] as const)('does the main job without a Node, %s', patience, (language) => {
    expect(live(newFolder(), [executable], language)).toEqual(lives[language]);
  });
});

describe('what git is told to run', () => {
  it.each([
    ['one file', () => [process.execPath, file]],
    ['an executable', () => [executable]],
  ])('is the program itself: %s', patience, (_kind, command) => {
    const folder = newFolder();
    const env = plainEnvironment({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
    const git = (...args: string[]) =>
      runIn(folder, ['git', '-c', 'user.name=Noa', '-c', 'user.email=noa@example.org', ...args], env);
    git('init', '-q', '-b', 'main');
    const partner = (...args: string[]) => runIn(folder, [...command(), ...args], env);
    expect(partner('init', 'ours', '--name', 'Readers', '--lang', 'en').code).toBe(0);
    expect(partner('git', 'install').code).toBe(0);
    git('add', '-A');
    expect(git('commit', '-qm', 'start')).toMatchObject({
      code: 0,
      err: '1 partnership, 12 files: no problems\n',
    });
    // The hook refuses what is broken, in the program's words.
    appendFileSync(join(folder, 'ours', 'partnership.yaml'), 'colour: red\n');
    git('add', '-A');
    const refused = git('commit', '-qm', 'broken');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('error[unknown-key]');
    git('reset', '-q', '--hard');
    // The merge driver takes in both of two entries that were added at one place.
    const add = (id: string) =>
      partner('-C', 'ours', 'add', 'sources', `id=${id}`, `title=${id}`, '--commit');
    git('config', 'user.name', 'Noa');
    git('config', 'user.email', 'noa@example.org');
    git('switch', '-qc', 'theirs');
    expect(add('theirs')).toMatchObject({ code: 0 });
    git('switch', '-q', 'main');
    expect(add('ours')).toMatchObject({ code: 0 });
    expect(git('merge', '-q', '--no-edit', 'theirs')).toMatchObject({ code: 0 });
    const merged = readFileSync(join(folder, 'ours', 'stages', '01-scoping.yaml'), 'utf8');
    expect(merged).toMatch(/id: ours[\s\S]*id: theirs|id: theirs[\s\S]*id: ours/);
  });
});
