import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedName, portableName, troubleOnWindows } from '../../src/core/file-name.ts';
import { isWithin, slashPath, slashPathFrom } from '../../src/core/file-path.ts';

describe('a path from a folder', () => {
  it.each([
    [posix, '/a/b', '/a/b/stages/01.yaml', 'stages/01.yaml'],
    [posix, '/a/b', '/a/b', ''],
    [posix, '/a/b', '/a/c', '../c'],
    // A backslash is a letter there.
    [posix, '/a', '/a/b\\c', 'b\\c'],
    [win32, 'C:\\a\\b', 'C:\\a\\b\\stages\\01.yaml', 'stages/01.yaml'],
    [win32, 'C:\\a\\b', 'c:\\A\\B\\stages\\01.yaml', 'stages/01.yaml'],
    [win32, '\\\\server\\share\\a', '\\\\server\\share\\a\\b', 'b'],
    [win32, 'C:\\a', 'D:\\b\\c', 'D:/b/c'],
  ])('has slashes: %#', (rules, folder, path, way) => {
    expect(slashPathFrom(folder, path, rules)).toBe(way);
  });

  it('keeps every letter of a name on POSIX', () => {
    fc.assert(fc.property(fc.string(), (name) => slashPath(name, posix) === name));
  });
});

describe('what lies within a folder', () => {
  it.each([
    [posix, '/a/b', '/a/b', true],
    [posix, '/a/b', '/a/b/..c/d', true],
    [posix, '/a/b', '/a/bc', false],
    [posix, '/a/b', '/a', false],
    [win32, 'C:\\a', 'c:\\A\\b', true],
    [win32, 'C:\\a', 'C:\\a\\..b', true],
    [win32, 'C:\\a', 'D:\\a\\b', false],
    [win32, 'C:\\a', '\\\\server\\a', false],
    [win32, 'C:\\a', 'C:\\', false],
  ])('is told by its path: %#', (rules, folder, path, expected) => {
    expect(isWithin(folder, path, rules)).toBe(expected);
  });
});

describe('a name that Windows does not take', () => {
  it.each(['con', 'NUL', 'aux.yaml', 'Com1', 'lpt9.tar.gz', 'COM¹', 'conin$', 'prn .txt', 'con '])(
    'is a device: %s',
    (name) => expect(troubleOnWindows(name)).toBe('device'),
  );
  it.each(['a:b', 'a?', 'a*b', '"', 'a|b', 'a<b', 'a\tb', 'a\\b'])('has a character of its own: %s', (name) =>
    expect(troubleOnWindows(name)).toBe('characters'),
  );
  it.each(['readers.', 'readers ', 'a. .'])('ends in what it drops: %j', (name) =>
    expect(troubleOnWindows(name)).toBe('end'),
  );
  it.each([
    'console',
    'com',
    'com10',
    'auxiliary.md',
    '.gitignore',
    'קוראים בדרום',
    'nul-report.html',
    'a.con',
  ])('is not %s', (name) => expect(troubleOnWindows(name)).toBeUndefined());
});

describe('a name that every system takes', () => {
  it('is that of an id, save for a device’s', () => {
    const ids = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/);
    fc.assert(
      fc.property(ids, fc.constantFrom('', '.html', '.csv', '.tar.gz'), (id, extension) => {
        const name = portableName(`${id}${extension}`);
        expect(troubleOnWindows(name)).toBeUndefined();
        if (troubleOnWindows(id) === undefined) expect(name).toBe(`${id}${extension}`);
      }),
    );
    expect(portableName('con.html')).toBe('con_.html');
    expect(portableName('lpt1')).toBe('lpt1_');
  });

  it('is the same in capitals, and composed or not', () => {
    expect(foldedName('01-Scoping.yaml')).toBe(foldedName('01-SCOPING.YAML'));
    expect(foldedName('réunion')).toBe(foldedName('re\u0301union'));
  });
});

describe('the program', () => {
  it('takes paths apart in one place only', () => {
    const root = join(import.meta.dirname, '..', '..', 'src');
    // The cache's folder is named by the rules of the system that is asked about, in the tests of each.
    const own = ['core/file-path.ts', 'cache-folder.ts'];
    const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !own.includes(slashPath(file)))
      .filter((file) =>
        /import \{[^}]*\b(?:relative|sep|posix|win32)\b[^}]*\} from 'node:path'|\bsplit\(sep\)/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(others).toEqual([]);
  });
});
