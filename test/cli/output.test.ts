import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { run, runJson } from './program.ts';
import { runInTerminal, whyNoTerminal } from './terminal.ts';

let above: string;
let folder: string;
let files: string[];

beforeAll(() => {
  above = newFolder();
  folder = join(above, 'harbour-skills');
  cpSync(fileURLToPath(new URL('../../examples/harbour-skills', import.meta.url)), folder, {
    recursive: true,
  });
  files = readdirSync(folder);
});

describe('--out - is stdout', () => {
  it.each([
    [['report']],
    [['report', '--format', 'md']],
    [['document', 'status']],
    [['export', '--table', 'metrics']],
    [['export', '--format', 'ics']],
  ])('of %j', (args) => {
    const piped = run(folder, args);
    expect(piped.code).toBe(0);
    expect(run(folder, [...args, '-o', '-'])).toEqual(piped);
    expect(readdirSync(folder)).toEqual(files);
  });

  it('of a page of many partnerships', () => {
    const piped = run(above, ['report']);
    expect(piped.out).toContain('<html');
    expect(run(above, ['report', '--out', '-'])).toEqual(piped);
    expect(readdirSync(above)).toEqual(['harbour-skills']);
  });

  it.each([
    [['export', '--format', 'xlsx'], 'goes to a file'],
    [['document', 'status', '--format', 'docx'], 'goes to a file'],
    [['report', '--watch'], '--watch writes anew'],
  ])('is refused of %j', (args, told) => {
    expect(runJson(folder, [...args, '--out', '-'])).toMatchObject({
      code: 2,
      json: { error: { code: 'usage', message: expect.stringContaining(told) } },
    });
    expect(readdirSync(folder)).toEqual(files);
  });

  it.skipIf(whyNoTerminal !== undefined)('also at a terminal, where a page goes to a file otherwise', () => {
    const { code, shown } = runInTerminal(folder, ['report', '--out', '-']);
    expect([code, shown.includes('</html>')]).toEqual([0, true]);
    expect(readdirSync(folder)).toEqual(files);
  });
});
