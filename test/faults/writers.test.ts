import {
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFilesInFolder, createFolderAtomically } from '../../src/store/files/create-folder.ts';
import { type FileSystem, openFlags } from '../../src/store/files/file-system.ts';
import { createFile, replaceFile } from '../../src/store/files/write-file.ts';
import { fullDisk, shortDisk } from './failpoint.ts';
import { type Scenario, sweep, temporaries } from './sweep.ts';

const facts = { pid: process.pid, host: hostname(), signal: process.kill };
const oldBytes = Buffer.from('stage: scoping\nowner: דנה\n');
const newBytes = Buffer.from(`stage: scoping\nowner: רות\n${'# a longer file\n'.repeat(40)}`);

function changing(write: (path: string, fs: FileSystem) => void): Scenario {
  return {
    prepare: (folder) => writeFileSync(join(folder, 'a.yaml'), oldBytes, { mode: 0o640 }),
    run: (folder, fs) => write(join(folder, 'a.yaml'), fs),
    judge: (folder) => {
      if (!existsSync(join(folder, 'a.yaml'))) return 'torn';
      const found = readFileSync(join(folder, 'a.yaml'));
      return found.equals(oldBytes) ? 'old' : found.equals(newBytes) ? 'new' : 'torn';
    },
  };
}

function creating(run: (folder: string, fs: FileSystem) => void): Scenario {
  return {
    prepare: () => {},
    run,
    judge: (folder) => {
      if (!existsSync(join(folder, 'a.yaml'))) return 'old';
      return readFileSync(join(folder, 'a.yaml')).equals(newBytes) ? 'new' : 'torn';
    },
  };
}

const files = [
  { path: 'stages/01-scoping.yaml', bytes: oldBytes },
  { path: 'partnership.yaml', bytes: newBytes },
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

function judgeFiles(folder: string): 'new' | 'torn' {
  if (filesIn(folder).length !== files.length) return 'torn';
  return files.every(({ path, bytes }) => readFileSync(join(folder, path)).equals(bytes)) ? 'new' : 'torn';
}

function report(name: string, { states, faults }: { states: number; faults: string[] }): void {
  console.log(`${name}: ${states} states, ${faults.length} faults`);
}

describe('one fault at every operation leaves the old or the new content whole', () => {
  it('replaces a file', () => {
    const result = sweep(
      changing((path, fs) => replaceFile({ path, bytes: newBytes, expected: oldBytes }, fs)),
    );
    report('replaceFile', result);
    expect(result.faults).toEqual([]);
    expect(result.states).toBeGreaterThan(150);
  });

  it('creates a file', () => {
    const result = sweep(
      creating((folder, fs) => createFile({ path: join(folder, 'a.yaml'), bytes: newBytes }, fs)),
    );
    report('createFile', result);
    expect(result.faults).toEqual([]);
    expect(result.states).toBeGreaterThan(90);
  });

  it('creates a folder of files', () => {
    const result = sweep({
      prepare: () => {},
      run: (folder, fs) => createFolderAtomically(join(folder, 'above', 'literacy'), files, facts, fs),
      judge: (folder) =>
        existsSync(join(folder, 'above', 'literacy')) ? judgeFiles(join(folder, 'above', 'literacy')) : 'old',
    });
    report('createFolderAtomically', result);
    expect(result.faults).toEqual([]);
    expect(result.states).toBeGreaterThan(200);
  });

  it.each(['an empty folder', 'a folder with documents'])(
    'adds the files to %s, the one that counts last',
    (name) => {
      const write = name === 'an empty folder' ? createFolderAtomically : createFilesInFolder;
      const result = sweep({
        prepare: (folder) => {
          mkdirSync(join(folder, 'literacy'));
          if (write === createFilesInFolder) writeFileSync(join(folder, 'literacy', 'memo.txt'), 'mine');
        },
        run: (folder, fs) => write(join(folder, 'literacy'), files, facts, fs),
        judge: (folder) =>
          existsSync(join(folder, 'literacy', 'partnership.yaml'))
            ? judgeFiles(join(folder, 'literacy'))
            : 'old',
      });
      report(`files in ${name}`, result);
      expect(result.faults).toEqual([]);
      expect(result.states).toBeGreaterThan(200);
    },
  );
});

describe('on a disk without hard links', () => {
  it('creates a file that is whole, empty, or not there', () => {
    const refuse = () => {
      throw Object.assign(new Error('EPERM: no links'), { code: 'EPERM', errno: -1 });
    };
    const scenario = creating((folder, fs) =>
      createFile({ path: join(folder, 'a.yaml'), bytes: newBytes }, { ...fs, link: refuse }),
    );
    const isEmpty = (folder: string) =>
      existsSync(join(folder, 'a.yaml')) && readFileSync(join(folder, 'a.yaml')).length === 0;
    const { states, faults } = sweep({
      ...scenario,
      judge: (folder) => (isEmpty(folder) ? 'old' : scenario.judge(folder)),
    });
    console.log(`createFile without links: ${states} states, ${faults.length} faults`);
    expect(faults).toEqual([]);
  });
});

describe('disks that take only a part', () => {
  it.each([1, 7, 100])('writes on, %i bytes at a time', (most) => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-short-'));
    const path = join(folder, 'a.yaml');
    writeFileSync(path, oldBytes);
    replaceFile({ path, bytes: newBytes, expected: oldBytes }, shortDisk(most));
    expect(readFileSync(path)).toEqual(newBytes);
    rmSync(folder, { recursive: true });
  });

  it('keeps the old bytes when the disk fills up at any byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-full-'));
    const path = join(folder, 'a.yaml');
    writeFileSync(path, oldBytes);
    for (let room = 0; room < newBytes.length; room += 13) {
      expect(() => replaceFile({ path, bytes: newBytes, expected: oldBytes }, fullDisk(room))).toThrow(
        'disk-full',
      );
      expect(readFileSync(path)).toEqual(oldBytes);
      expect(temporaries(folder)).toEqual([]);
    }
    rmSync(folder, { recursive: true });
  });
});

// Writers that must not pass: were they found good, the sweep would prove nothing.
describe('the same sweep catches', () => {
  it('a writer that writes in place', () => {
    const result = sweep(changing(writeInPlace));
    report('in place', result);
    expect(result.faults.some((text) => text.startsWith('kill') && text.endsWith('torn'))).toBe(true);
  });

  it('a writer that ignores how much was written', () => {
    const result = sweep(changing(writeOnceAndRename));
    report('one write and a rename', result);
    expect(result.faults.some((text) => text.startsWith('short') && text.endsWith('torn'))).toBe(true);
    expect(result.faults.some((text) => text.startsWith('zero') && text.endsWith('torn'))).toBe(true);
  });

  it('a writer that leaves its temporary behind', () => {
    const result = sweep(changing(writeOnceAndRename));
    expect(result.faults.some((text) => text.includes('left .partner-tmp-'))).toBe(true);
  });
});

function writeInPlace(path: string, fs: FileSystem): void {
  const fd = fs.open(path, constants.O_WRONLY | constants.O_TRUNC);
  fs.write(fd, newBytes, 0, newBytes.length);
  fs.close(fd);
}

// As write-file-atomic 7 does it: one write, its count ignored.
function writeOnceAndRename(path: string, fs: FileSystem): void {
  const temporary = join(dirname(path), '.partner-tmp-naive');
  const fd = fs.open(temporary, openFlags.createNew, 0o600);
  fs.write(fd, newBytes, 0, newBytes.length);
  fs.fsync(fd);
  fs.close(fd);
  fs.rename(temporary, path);
}
