import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { program } from '../cli/program.ts';
import { newFolder } from '../folders.ts';
import { layOut } from './program/scenarios.ts';
import { type Ended, ran } from './program/struck.ts';
import { isSameTree, rubbishIn, treeOf } from './program/tree.ts';

// Root passes every test of permissions, so the program runs as nobody.
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asNobody = isRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
const check = ['check', 'resource-holders-consulted'];

let folder: string;
beforeEach(() => {
  folder = newFolder();
  layOut(folder);
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    if (isRoot) chownSync(join(folder, name), nobody, nobody);
});

function ranAsNobody(context: TestContext, args: readonly string[]): Promise<Ended> {
  const [name = '', ...words] = [...asNobody, process.execPath, program, '--version'];
  if (spawnSync(name, words).status !== 0) {
    const reason = 'the program cannot be run as another user here';
    console.log(`${context.task.name}: skipped, ${reason}`);
    context.skip(reason);
  }
  return ran([...asNobody, process.execPath, program, ...args], '/');
}

const oneLine = /^partner: error: [^\n]+\n[^\n]+\n$/;

describe('where it may not', () => {
  const cases: readonly [string, string, number, string][] = [
    ['a stage file is read-only', 'stages/01-scoping.yaml', 0o444, '01-scoping.yaml'],
    ['a stage file cannot be read', 'stages/01-scoping.yaml', 0o000, '01-scoping.yaml'],
    ['the stages cannot be added to', 'stages', 0o555, '01-scoping.yaml'],
    ['the stages cannot be entered', 'stages', 0o000, 'stages'],
    ['the folder cannot be added to', '', 0o555, '.partner'],
    ['partnership.yaml cannot be read', 'partnership.yaml', 0o000, 'partnership.yaml'],
    ['the folder cannot be entered', '', 0o000, ''],
  ];
  for (const [name, path, mode, named] of cases) {
    it(`${name}: nothing is changed, and it is said in a line`, async (context) => {
      const before = treeOf(folder);
      chmodSync(join(folder, path), mode);
      const { code, err } = await ranAsNobody(context, ['-C', folder, ...check]);
      chmodSync(join(folder, path), path.endsWith('.yaml') ? 0o644 : 0o755);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(oneLine) });
      expect(err).toContain(named);
      expect(isSameTree(treeOf(folder), before)).toBe(true);
      expect(rubbishIn(folder)).toEqual([]);
    });
  }
});

describe('the notes of undo', () => {
  const undo = () => join(folder, '.partner', 'undo');

  it('cannot be written: the command works, and says that undo will not know of it', async (context) => {
    expect((await ranAsNobody(context, ['-C', folder, ...check])).code).toBe(0);
    const names = readdirSync(undo());
    chmodSync(undo(), 0o555);
    const { code, err } = await ranAsNobody(context, ['-C', folder, 'uncheck', ...check.slice(1)]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/undo[^\n]* \(EACCES\)\n$/) });
    expect(readdirSync(undo())).toEqual(names);
    // And nothing is taken back whose note could not follow.
    const before = treeOf(folder);
    const refused = await ranAsNobody(context, ['-C', folder, 'undo']);
    expect(refused.code).toBe(2);
    expect(isSameTree(treeOf(folder), before)).toBe(true);
    chmodSync(undo(), 0o755);
  });

  it('cannot be read: undo passes them over', async (context) => {
    expect((await ranAsNobody(context, ['-C', folder, ...check])).code).toBe(0);
    chmodSync(undo(), 0o311);
    const before = treeOf(folder);
    expect((await ranAsNobody(context, ['-C', folder, 'undo'])).code).toBe(2);
    expect((await ranAsNobody(context, ['-C', folder, 'undo', '--list'])).code).toBe(0);
    expect(isSameTree(treeOf(folder), before)).toBe(true);
    chmodSync(undo(), 0o755);
    expect((await ranAsNobody(context, ['-C', folder, 'undo'])).code).toBe(0);
  });
});
