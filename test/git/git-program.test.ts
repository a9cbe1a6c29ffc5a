import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutGitVariables } from '../../src/git/environment.ts';
import { gitProgram } from '../../src/git/git-program.ts';
import { run } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';

const windows = { ...posix, ...win32, default: win32 } as unknown as typeof posix;

describe('git on Windows', () => {
  const everywhere = () => true;

  it('is looked for in the folders of Path alone, and never in the one that it is to work in', () => {
    const found: string[] = [];
    const isFile = (file: string) => {
      found.push(file);
      return file === 'D:\\git\\cmd\\git.exe';
    };
    const Path = '.;;bin;C:tools;\\tools;..\\x;"C:\\Program Files\\nodejs";D:\\git\\cmd;E:\\late';
    expect(gitProgram({ Path }, windows, isFile)).toBe('D:\\git\\cmd\\git.exe');
    expect(found).toEqual(['C:\\Program Files\\nodejs\\git.exe', 'D:\\git\\cmd\\git.exe']);
  });

  it('may lie on a share', () =>
    expect(gitProgram({ PATH: '\\\\server\\tools' }, windows, everywhere)).toBe(
      '\\\\server\\tools\\git.exe',
    ));

  it.each([{}, { PATH: '' }, { PATH: '.;bin' }])('is missing where Path has no such folder: %j', (env) => {
    expect(() => gitProgram(env, windows, everywhere)).toThrow('git-missing');
  });

  it('gets no folder but those, under one name, and is told not to look in the working folder', () => {
    const env = { Path: '.;C:\\git', GIT_DIR: 'x', SystemRoot: 'C:\\Windows' };
    expect(withoutGitVariables(env, windows)).toEqual({
      PATH: 'C:\\git',
      SystemRoot: 'C:\\Windows',
      NoDefaultCurrentDirectoryInExePath: '1',
    });
  });
});

describe('git elsewhere', () => {
  it('is left to the system, with the full folders of PATH, or with none', () => {
    expect(gitProgram({ PATH: '.' }, posix)).toBe('git');
    expect(withoutGitVariables({ PATH: '/a b:.::bin:/c' }, posix)).toEqual({ PATH: '/a b:/c' });
    for (const PATH of ['', '.', ':', 'bin:./x'])
      expect(withoutGitVariables({ PATH }, posix)).toEqual({ PATH: '/nonexistent' });
    expect(withoutGitVariables({ PATH: undefined }, posix)).toEqual({});
  });

  it.each(['', '.', ':', './', 'bin:.'])(
    'is never the one that lies in the partnership, with PATH=%j',
    (PATH) => {
      const folder = newFolder();
      cpSync(exampleFolder('harbour-skills'), folder, { recursive: true });
      const trap = join(folder, 'git');
      writeFileSync(trap, '#!/bin/sh\necho trapped >&2\nexit 1\n');
      chmodSync(trap, 0o755);
      // The trap is one: a shell with this PATH runs it.
      if (PATH !== 'bin:.')
        expect(() =>
          execFileSync('/bin/sh', ['-c', 'git'], { cwd: folder, env: { PATH }, stdio: 'pipe' }),
        ).toThrow('trapped');
      const { code, err } = run(folder, ['history'], { PATH });
      expect(err).not.toContain('trapped');
      expect([code, err]).toEqual([2, expect.stringContaining('git')]);
    },
  );
});
