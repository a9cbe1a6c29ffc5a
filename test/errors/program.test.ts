import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { cases, expected, layOut, today } from './gallery.ts';

const program = fileURLToPath(new URL('../../bin/partner.js', import.meta.url));
const nobody = 65534;

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program in a folder; as somebody without rights where that is asked for. */
function run(folder: string, args: readonly string[], asNobody = false): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: today },
    ...(asNobody ? { uid: nobody, gid: nobody } : {}),
    maxBuffer: 10_000_000,
  });
  return { code: status, out: stdout, err: stderr };
}

// A folder comes after those whose names begin with its own and a hyphen: the slash behind it counts.
const inOrder = [...cases].sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1));

describe('partner validate over a folder of partnerships', () => {
  it.each([
    ['all cases', 'en', inOrder],
    ['every tenth case', 'he', inOrder.filter((_, index) => index % 10 === 0)],
  ] as const)('prints what is expected of %s in %s, in the order of the files', (_, language, names) => {
    const portfolio = newFolder();
    for (const name of names) layOut(join(portfolio, name), name);
    const { code, out } = run(portfolio, ['validate', '--lang', language]);
    const lines = names.flatMap((name) =>
      expected(name, language)
        .trimEnd()
        .split('\n')
        .map((line) => `${name}/${line}`),
    );
    // All are copies of one partnership, which is told behind the rest.
    const told = out.split('\n');
    const ofOne = told.filter((line) => !line.includes(' error[shared-id]: '));
    expect(ofOne).toEqual([...lines, '']);
    expect(told.slice(0, lines.length)).toEqual(lines);
    expect(code).toBe(1);
    // Nothing that stands in a file may give the reader's terminal an order.
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('partner validate of one case', () => {
  it('ends with 1 for an error', () => {
    expect(run(layOut(newFolder(), 'unknown-reference-partner'), ['validate']).code).toBe(1);
  });

  it('ends with 0 for a warning, and with 1 where warnings count', () => {
    const folder = layOut(newFolder(), 'broken-seal');
    expect(run(folder, ['validate']).code).toBe(0);
    expect(run(folder, ['validate', '--strict']).code).toBe(1);
  });

  it('looks at one file where that is named, and counts no other', () => {
    const folder = layOut(newFolder(), 'unknown-reference-partner');
    const sound = run(folder, ['validate', 'stages/03-building.yaml', '--json']);
    expect([sound.code, JSON.parse(sound.out)]).toEqual([
      0,
      { format: 1, partnerships: 1, files: 1, diagnostics: [], newer_models: [] },
    ]);
    const wanting = run(folder, ['validate', 'stages/07-implementing.yaml', 'reviews.yaml', '--lang', 'en']);
    expect([wanting.code, wanting.out.split('\n').length]).toEqual([1, 2]);
    expect(wanting.err).toContain(' in 2 files');
  });

  it('passes over the folder that an init which was cut off has left', () => {
    const portfolio = newFolder();
    layOut(join(portfolio, 'readers'));
    layOut(join(portfolio, '.partner-tmp-0123456789abcdef'), 'file-empty');
    const { code, out } = run(portfolio, ['validate', '--json']);
    expect([code, JSON.parse(out).partnerships]).toEqual([0, 1]);
  });

  it('gives the same place, message and hint as JSON', () => {
    const { code, out } = run(layOut(newFolder(), 'unknown-reference-partner'), ['validate', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).diagnostics).toEqual([
      {
        code: 'unknown-reference',
        severity: 'error',
        file: 'stages/07-implementing.yaml',
        line: 44,
        column: 14,
        path: 'contributions[2].partner',
        message: 'no partner has the id "citty"',
        hint: 'did you mean "city"?',
      },
    ]);
  });

  it('tells of a file that it may not read, and of nothing else', () => {
    const folder = layOut(newFolder());
    const isRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'stages/03-building.yaml'), 0o000);
    const { code, out } = run(folder, ['validate', '--lang', 'en'], isRoot);
    expect([code, out]).toEqual([
      1,
      'stages/03-building.yaml:1:1: error[unreadable-file]: this file cannot be read (EACCES) (check its permissions)\n',
    ]);
    const hebrew = run(folder, ['validate', '--lang', 'he'], isRoot);
    expect(hebrew.out).toBe(
      'stages/03-building.yaml:1:1: error[unreadable-file]: אי אפשר לקרוא את הקובץ (EACCES) (יש לבדוק את ההרשאות)\n',
    );
  });
});
