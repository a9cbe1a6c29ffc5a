import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { newPortfolio, portfolioDay } from '../portfolio-folder.ts';
import { run, runJson } from './program.ts';

const day = { PARTNER_TODAY: portfolioDay };
let root: string;

beforeAll(() => {
  root = newPortfolio();
});

describe('the built program', () => {
  it.each(['en', 'he'])('lists a portfolio into a pipe, uncut and without colours, in %s', (language) => {
    const { code, out, err } = run(root, ['list', '--lang', language], day);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\u001b');
    expect(out).not.toMatch(/[\u2066-\u2069]/);
    // What a terminal of a hundred columns has no room for.
    const header = out.split('\n').find((line) => /Next review|הבחינה הבאה/.test(line)) ?? '';
    expect(header).toMatch(/Problems|בעיות/);
    expect(out).toContain('מיומנויות בנמל');
  });

  it('takes the folder as an argument and by -C alike', () => {
    const other = newFolder();
    const byArgument = run(other, ['list', root, '--json'], day);
    const byFlag = run(other, ['list', '-C', root, '--json'], day);
    expect(byArgument.out).toBe(byFlag.out);
    expect(runJson(root, ['list', 'south'], day).json).toMatchObject({ partnerships: [{ dir: 'second' }] });
  });

  it('ends as validate does where nothing is below', () => {
    const empty = newFolder();
    mkdirSync(join(empty, 'a'));
    for (const args of [['list'], ['list', 'a'], ['list', 'missing']]) {
      const { code, json } = runJson(empty, args);
      expect(code).toBe(run(empty, ['validate', ...args.slice(1)]).code);
      expect(code).toBe(2);
      expect(json).toMatchObject({ format: 1, error: { code: expect.stringMatching(/^no-/) } });
    }
  });

  it('speaks of the argument where that led to nothing, and of what could be named where none was given', () => {
    const empty = newFolder();
    mkdirSync(join(empty, 'a'));
    const told = (...args: string[]) => run(empty, args).err.split('\n');
    const named = expect.stringMatching(/^ROOT is a folder with partnerships/);
    expect(told('list', 'missing')).toEqual([expect.stringContaining('there is no folder'), named, '']);
    expect(told('list', 'a')).toEqual([expect.stringContaining('no partnership there'), named, '']);
    expect(told('list')[1]).toContain('`partner list ROOT`');
    expect(told('validate', 'missing')[0]).toContain('there is no file or folder');
    expect(told('validate', 'missing')[1]).toMatch(/^PATH is a partnership/);
    expect(told('validate')[1]).toContain('`partner validate PATH`');
    // Here it is -C that led to nothing.
    expect(told('list', '-C', 'missing')[1]).toContain('-C');
    expect(told('list', 'missing', '--lang', 'he')[1]).toMatch(/^ב־ROOT מציינים תיקייה/);
    expect(told('validate', 'missing', '--lang', 'he')[1]).toMatch(/^ב־PATH מציינים שותפות/);
  });

  it('prints a page of a portfolio into a pipe', () => {
    const { code, out, err } = run(root, ['report', '--lang', 'he'], day);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^<!doctype html>\n<html lang="he" dir="rtl">/);
    expect(run(root, ['report', '--format', 'md', '--lang', 'en'], day).out).toContain('## Need attention');
  });
});
