import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { program, run, runJson } from './program.ts';

const example = fileURLToPath(new URL('../../examples/harbour-skills', import.meta.url));
const env = { PARTNER_TODAY: '2026-11-23' };
let folder: string;

beforeEach(() => {
  folder = join(newFolder(), 'harbour');
  cpSync(example, folder, { recursive: true });
});

const stage = () => readFileSync(join(folder, 'stages', '08-measuring.yaml'), 'utf8');

function pipe(input: string | Uint8Array, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('record as a black box', () => {
  it('records one observation below the others and leaves every other byte alone', () => {
    const before = stage();
    const { code, out } = run(folder, ['record', 'completion', '17/21', '--source', 'College register'], env);
    expect([code, out]).toEqual([0, 'Recorded completion on 23 Nov 2026: 17/21\n']);
    expect(stage()).toBe(
      `${before}  - metric: completion\n    on: 2026-11-23\n    num: 17\n    den: 21\n    source: College register\n`,
    );
    expect(run(folder, ['validate'], env).code).toBe(0);
  });

  it('records what is piped in, once', () => {
    const table = 'metric,on,value\nstarters,2026-11-20,66\njobs,2026-11-20,33\n';
    expect(pipe(table, ['record', '--from', '-']).out).toContain('Recorded 2 observations of 2 metrics\n');
    const once = stage();
    expect(pipe(table, ['record', '--from', '-']).code).toBe(0);
    expect(stage()).toBe(once);
  });

  it('tells of a table that is piped in by its name, and of one that has no end', () => {
    const bad = pipe('metric,on,value\nstarters,2026-11-20,x\n', ['record', '--from', '-']);
    expect([bad.code, bad.err.split('\n')[1]]).toEqual([
      2,
      expect.stringContaining('stdin:2:21: "x" is not a plain number'),
    ]);
    expect(pipe('x'.repeat(3_000_000), ['record', '--from', '-']).err).toContain('larger than 1 MiB');
  });

  it('finds a table from the folder of -C and through a link', () => {
    writeFileSync(join(folder, 'more.csv'), 'metric,on,value\nstarters,2026-11-20,66\n');
    symlinkSync(join(folder, 'more.csv'), join(folder, 'link.csv'));
    const { code, json } = runJson(
      join(folder, '..'),
      ['-C', 'harbour', 'record', '--from', 'link.csv'],
      env,
    );
    expect([code, json]).toMatchObject([
      0,
      { changed: ['stages/08-measuring.yaml'], result: { recorded: 1 } },
    ]);
  });

  it('refuses with a code and a place that programs can read', () => {
    expect(runJson(folder, ['record', 'startrs', '1'], env)).toMatchObject({
      code: 2,
      json: { error: { code: 'unknown-metric' } },
    });
    writeFileSync(join(folder, 'bad.csv'), 'metric,on,value\nstartrs,2026-11-20,66\n');
    const { code, json } = runJson(folder, ['record', '--from', 'bad.csv'], env);
    expect([code, json]).toMatchObject([
      2,
      {
        error: {
          code: 'invalid-table',
          diagnostics: [{ code: 'unknown-metric', file: 'bad.csv', line: 2, column: 1 }],
        },
      },
    ]);
  });

  it('asks nobody where nobody is', () => {
    expect(pipe('', ['record'])).toMatchObject({ code: 2, out: '' });
  });

  it('records five thousand rows in one go', () => {
    const day = (index: number) => new Date(Date.UTC(2012, 0, 1 + index)).toISOString().slice(0, 10);
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `mentor-hours,${day(index)},${index % 9},Timesheets`,
    );
    const table = ['metric,on,value,source', ...rows].join('\n');
    expect(pipe(table, ['record', '--from', '-', '--quiet']).code).toBe(0);
    expect(stage().match(/source: Timesheets\n/g)?.length).toBeGreaterThanOrEqual(5_000);
  });
});
