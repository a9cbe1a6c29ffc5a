import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { writeTogether } from '../../../src/store/files/redo-journal.ts';
import { formatEntry } from '../../../src/store/undo/entry.ts';
import { journalFolder, maxBytes, maxEntries } from '../../../src/store/undo/journal.ts';
import { settledEntries } from '../../../src/store/undo/settle.ts';
import { writeWithUndo } from '../../../src/store/undo/write-with-undo.ts';
import { newFolder } from '../../folders.ts';
import {
  byHand,
  command,
  contents,
  journal,
  makeJournal,
  newPartnership,
  options,
  redo,
  scoping,
  set,
  text,
  undo,
} from './folder.ts';

let root: string;
let first: Record<string, string>;
beforeEach(() => {
  root = newPartnership();
  first = contents(root);
});

const own = (name = 'ענת') => set(root, scoping, ['owner'], name);
const entry = (name: string) => join(journalFolder(root), name);

/** Writes a file of any bytes with a note of it, as commands do under the lock. */
function write(file: string, before: Buffer, after: Buffer): void {
  makeJournal(root);
  writeFileSync(join(root, file), before);
  writeWithUndo(root, [{ file, before, after }], options);
}

describe('the journal', () => {
  it('keeps the newest commands and drops the others', () => {
    const version = (number: number) => Buffer.from(`number: ${number}\n`);
    for (let number = 1; number <= maxEntries + 5; number++)
      write(scoping, version(number - 1), version(number));
    expect(journal(root)).toHaveLength(maxEntries);
    expect(journal(root)[0]).toBe('00000006.done');
    expect(journal(root).at(-1)).toBe(`000000${maxEntries + 5}.done`);
  });

  it('keeps no more bytes than it may, and the newest command whatever its size', () => {
    const version = (number: number) => Buffer.alloc(1_000_000, `${number}`);
    for (let number = 1; number <= 12; number++) write(scoping, version(number - 1), version(number));
    const sizes = journal(root).map((name) => lstatSync(entry(name)).size);
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect(sum).toBeLessThanOrEqual(maxBytes);
    expect(sum + 2_000_000).toBeGreaterThan(maxBytes);
    expect(settledEntries(root, { holdsLock: false })).toMatchObject({
      entries: { length: sizes.length },
      unusable: 0,
    });
  });

  it('lies in the folder that keeps itself out of git', async () => {
    await own();
    expect(readFileSync(join(root, '.partner', '.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(join(root, '.partner')).sort()).toEqual(['.gitignore', 'undo']);
  });

  it('counts on from whatever number stands there, and begins anew at the end of numbers', async () => {
    await own();
    renameSync(entry('00000001.done'), entry('999999999999998.done'));
    await own('רות');
    expect(journal(root)).toContain('999999999999999.done');
    await own('נועה');
    expect(journal(root)).toEqual(['00000001.done']);
    await undo(root);
    expect(text(root, scoping)).toContain('owner: רות');
  });

  it.each([
    '1.done',
    '000000002.done',
    '00000002.DONE',
    '00000002.done~',
    '-0000001.done',
    '00000002',
    '0000000000000002.done',
  ])('takes no notice of a file of the name %s', async (name) => {
    await own();
    writeFileSync(entry(name), 'mine');
    await own('רות');
    await undo(root);
    await undo(root);
    expect(contents(root)).toEqual(first);
    expect(readFileSync(entry(name), 'utf8')).toBe('mine');
  });
});

describe('where nothing can be noted', () => {
  const reasons: string[] = [];
  const told = { onNoUndo: (reason: string) => void reasons.push(reason) };
  beforeEach(() => {
    reasons.length = 0;
  });
  const change = () =>
    command(root, scoping, [{ kind: 'set', path: ['owner'], value: 'ענת' }], told).then(() =>
      expect(text(root, scoping)).toContain('owner: ענת'),
    );

  it('a command works all the same and says so: a file stands in the way', async () => {
    mkdirSync(join(root, '.partner'));
    writeFileSync(journalFolder(root), 'mine');
    await change();
    expect(reasons).toEqual(['ENOTDIR']);
    expect(readFileSync(journalFolder(root), 'utf8')).toBe('mine');
    await expect(undo(root)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  it('a command works all the same and says so: a link stands in the way', async () => {
    const elsewhere = newFolder();
    mkdirSync(join(root, '.partner'));
    symlinkSync(elsewhere, journalFolder(root));
    await change();
    expect(reasons).toEqual(['ENOTDIR']);
    expect(readdirSync(elsewhere)).toEqual([]);
    await expect(undo(root)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  // Root passes every permission; there the fault tests do the same with errors of the system.
  it.runIf(process.getuid?.() !== 0)('a command works all the same and says so: no permission', async () => {
    chmodSync(makeJournal(root), 0o500);
    await change();
    expect(reasons).toEqual(['EACCES']);
  });

  it('a change that is too large for the journal is not kept', () => {
    const before = Buffer.alloc(0);
    const after = Buffer.alloc(maxBytes + 1);
    const files = [{ file: scoping, before, after }];
    writeFileSync(join(root, scoping), before);
    mkdirSync(join(root, '.partner'));
    writeWithUndo(root, files, { ...options, ...told });
    expect(lstatSync(join(root, scoping)).size).toBe(after.length);
    expect(reasons).toEqual(['EFBIG']);
    expect(existsSync(journalFolder(root))).toBe(false);
  });
});

describe('a command of several files that fails at one', () => {
  const [one, two] = [scoping, 'stages/02-planning.yaml'];
  /** Fails where the second file gets its name, as often as it is told to. */
  const failing = (code: string, times: number) => {
    makeJournal(root);
    const files = [one, two].map((file) => {
      const before = readFileSync(join(root, file));
      return { file, before, after: Buffer.concat([before, Buffer.from('# more\n')]) };
    });
    let left = times;
    const rename = (from: string, to: string) => {
      if (to === join(root, two) && left > 0) {
        left -= 1;
        throw Object.assign(new Error(code), { code, errno: -1, syscall: 'rename' });
      }
      nodeFileSystem.rename(from, to);
    };
    writeWithUndo(root, files, options, { ...nodeFileSystem, rename });
  };

  it('changes none, and leaves no note', () => {
    expect(() => failing('EIO', 1)).toThrow('io-failed');
    expect(contents(root)).toEqual(first);
    expect(readdirSync(join(root, '.partner'))).toEqual([]);
  });

  it('is tried again without a note where the disk is full', () => {
    failing('ENOSPC', 1);
    expect([one, two].every((file) => text(root, file).endsWith('# more\n'))).toBe(true);
    expect(readdirSync(join(root, '.partner'))).toEqual([]);
  });

  it('changes none where the disk stays full', () => {
    expect(() => failing('ENOSPC', 2)).toThrow('disk-full');
    expect(contents(root)).toEqual(first);
    expect(readdirSync(join(root, '.partner'))).toEqual([]);
  });
});

describe('what a dead process left', () => {
  const asDone = () => readFileSync(entry('00000001.done'));

  it('before it wrote: is nothing, and hides nothing', async () => {
    await own();
    await undo(root);
    renameSync(entry('00000001.undone'), entry('00000001.doing'));
    await expect(undo(root)).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(redo(root)).rejects.toMatchObject({ code: 'nothing-to-redo' });
    expect(journal(root)).toEqual([]);
  });

  it('after it wrote: can be taken back', async () => {
    await own();
    renameSync(entry('00000001.done'), entry('00000001.doing'));
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('after it wrote: can be taken back below the next command', async () => {
    await own();
    renameSync(entry('00000001.done'), entry('00000001.doing'));
    await own('רות');
    expect(journal(root)).toEqual(['00000001.done', '00000002.done']);
    await undo(root);
    await undo(root);
    expect(contents(root)).toEqual(first);
  });

  it('while it noted: a torn note is passed over without a word', async () => {
    await own();
    writeFileSync(entry('00000002.doing'), asDone().subarray(0, 150));
    expect(settledEntries(root, { holdsLock: false }).unusable).toBe(0);
    expect((await undo(root)).unusable).toBe(0);
    expect(contents(root)).toEqual(first);
    expect(journal(root)).toEqual(['00000001.undone']);
  });

  it.each([
    ['undoing', 'before it took back', true, 'undo'],
    ['undoing', 'after it took back', false, 'redo'],
    ['redoing', 'before it did again', false, 'redo'],
    ['redoing', 'after it did again', true, 'undo'],
  ] as const)('in the state %s, %s', async (state, _when, isDone, next) => {
    await own();
    const then = contents(root);
    if (!isDone) await undo(root);
    renameSync(entry(isDone ? '00000001.done' : '00000001.undone'), entry(`00000001.${state}`));
    await (next === 'undo' ? undo(root) : redo(root));
    expect(contents(root)).toEqual(isDone ? first : then);
  });

  describe('between two files of one command', () => {
    const [one, two] = [scoping, 'stages/02-planning.yaml'];
    const pair = (file: string) => {
      const before = first[join(root, file)] ?? '';
      return {
        file,
        before: Buffer.from(before, 'latin1'),
        after: Buffer.from(`${before}# more\n`, 'latin1'),
      };
    };
    /** One of two files is written and the other not yet, with the note in its state and the journal of both. */
    const leave = (state: string, isBack: boolean) => {
      const files = [one, two].map(pair);
      const turns = isBack
        ? files.map(({ file, before, after }) => ({ file, before: after, after: before }))
        : files;
      for (const { file, before } of turns) writeFileSync(join(root, file), before);
      makeJournal(root);
      writeFileSync(entry(`00000001.${state}`), formatEntry({ command: 'schema', at: '', files }));
      const dying = (from: string, to: string) => {
        if (to === join(root, two)) throw new Error('killed');
        nodeFileSystem.rename(from, to);
      };
      const unlink = (path: string) => {
        if (!path.endsWith('redo.json')) nodeFileSystem.unlink(path);
      };
      // What a dead process would have done after that fails as well.
      const replace = { ...nodeFileSystem, rename: dying, unlink };
      expect(() => writeTogether(root, turns, replace)).toThrow();
      for (const { file, after } of turns.slice(0, 1)) writeFileSync(join(root, file), after);
      expect(existsSync(join(root, '.partner', 'redo.json'))).toBe(true);
    };
    const isMore = () => [one, two].map((file) => text(root, file).endsWith('# more\n'));

    it.each([
      ['doing', false, 'done'],
      ['undoing', true, 'undone'],
      ['redoing', false, 'done'],
    ] as const)(
      '%s: it is as good as written, and the next command finishes it',
      async (state, isBack, end) => {
        leave(state, isBack);
        // Whoever only reads leaves them, and sees what it is going to be.
        expect(settledEntries(root, { holdsLock: false }).entries).toMatchObject([{ state: end }]);
        expect(isMore()).toEqual([!isBack, isBack]);
        await set(root, 'partnership.yaml', ['name'], 'גדול');
        expect(isMore()).toEqual([!isBack, !isBack]);
        // A new command ends the way forward.
        expect(journal(root)).toEqual(isBack ? ['00000002.done'] : ['00000001.done', '00000002.done']);
      },
    );

    it('with one changed by hand since: nothing of that is lost, and what was done stays', async () => {
      leave('doing', false);
      byHand(root, two, (old) => old.replace('title: Planning', 'title: The plan'));
      await set(root, 'partnership.yaml', ['name'], 'גדול');
      expect(isMore()).toEqual([true, false]);
      expect(text(root, two)).toContain('title: The plan');
      expect(journal(root)).toEqual(['00000001.done', '00000002.done']);
    });

    it('without a journal, the files say what can be taken back', async () => {
      leave('doing', false);
      rmSync(join(root, '.partner', 'redo.json'));
      expect(isMore()).toEqual([true, false]);
      await undo(root);
      expect(contents(root)).toEqual(first);
    });
  });

  it('before it could drop what had been undone: that does not come back', async () => {
    await own();
    await undo(root);
    const undone = readFileSync(entry('00000001.undone'));
    await own('רות');
    writeFileSync(entry('00000001.undone'), undone);
    expect(settledEntries(root, { holdsLock: false }).entries).toHaveLength(1);
    await undo(root);
    expect(contents(root)).toEqual(first);
    await redo(root);
    expect(text(root, scoping)).toContain('owner: רות');
  });
});

describe('a journal that somebody spoiled', () => {
  it.each<[string, () => void]>([
    [
      'cut off',
      () => writeFileSync(entry('00000002.done'), readFileSync(entry('00000002.done')).subarray(9)),
    ],
    ['empty', () => writeFileSync(entry('00000002.done'), '')],
    ['no entry', () => writeFileSync(entry('00000002.done'), 'partner-undo\n\u0000\u001b]0;x\u0007')],
    [
      'a link',
      () => {
        renameSync(entry('00000002.done'), join(root, 'aside'));
        symlinkSync(join(root, 'aside'), entry('00000002.done'));
      },
    ],
    [
      'a folder',
      () => {
        rmSync(entry('00000002.done'));
        mkdirSync(entry('00000002.done'));
      },
    ],
  ])('is passed over, and said to be: %s', async (_name, spoil) => {
    await own();
    await set(root, 'partnership.yaml', ['name'], 'גדול');
    spoil();
    const then = contents(root);
    const step = await undo(root);
    expect(step).toMatchObject({ unusable: 1, files: [{ file: scoping }] });
    expect(contents(root)[join(root, scoping)]).toBe(first[join(root, scoping)]);
    expect(text(root, 'partnership.yaml')).toContain("name: 'גדול'");
    await redo(root);
    expect(contents(root)).toEqual(then);
  });

  it('is left to the newer program that wrote it', async () => {
    await own();
    const newer = readFileSync(entry('00000001.done'), 'latin1').replace('partner-undo 1', 'partner-undo 2');
    writeFileSync(entry('00000002.done'), newer, 'latin1');
    expect((await undo(root)).unusable).toBe(1);
    expect(contents(root)).toEqual(first);
    expect(journal(root)).toEqual(['00000001.undone', '00000002.done']);
  });

  it('cannot name a file outside, or one that is none of the partnership’s', async () => {
    writeFileSync(join(root, 'notes.yaml'), 'mine');
    await own();
    for (const file of ['../outside.yaml', 'notes.yaml', 'stages/99-none.yaml']) {
      const before = Buffer.from('theirs');
      const bytes = formatEntry({
        command: 'set',
        at: '2026-03-01T10:00:00Z',
        files: [{ file, before, after: Buffer.from('mine') }],
      });
      writeFileSync(entry('00000002.done'), bytes);
      if (file.startsWith('stages/')) {
        writeFileSync(join(root, file), 'mine');
        await expect(undo(root)).rejects.toMatchObject({ code: 'changed-since' });
        expect(readFileSync(join(root, file), 'utf8')).toBe('mine');
        rmSync(join(root, file));
      } else {
        expect((await undo(root)).unusable).toBe(1);
        await redo(root);
      }
    }
    expect(readFileSync(join(root, 'notes.yaml'), 'utf8')).toBe('mine');
  });

  it('cannot lead through a folder of stages that became a link', async () => {
    await own();
    const elsewhere = newFolder();
    renameSync(join(root, 'stages'), join(elsewhere, 'stages'));
    symlinkSync(join(elsewhere, 'stages'), join(root, 'stages'));
    await expect(undo(root)).rejects.toMatchObject({ code: 'not-a-regular-file' });
    expect(readFileSync(join(elsewhere, scoping), 'utf8')).toContain('owner: ענת');
  });
});
