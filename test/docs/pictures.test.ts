import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, 'docs', 'pictures');

function check(dir: string): { code: number | null; err: string } {
  const script = join(root, 'scripts', 'make-pictures.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check', '--dir', dir], {
    encoding: 'utf8',
  });
  return { code: status, err: stderr };
}

const isHere = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!isHere) console.warn('no `script` (util-linux) here: the pictures were not held against the program');

describe.skipIf(!isHere)('the pictures of the documentation', () => {
  it('show what the program prints (npm run pictures)', () => {
    expect(check(pictures)).toEqual({ code: 0, err: '' });
  });

  it('are found out where they do not', () => {
    const copies = newFolder();
    cpSync(pictures, copies, { recursive: true });
    const status = join(copies, 'status.en.svg');
    writeFileSync(status, readFileSync(status, 'utf8').replace('Harbour Skills', 'Harbour Kills'));
    const report = readFileSync(join(copies, 'report.he.dark.png'));
    report.writeUInt8(report.readUInt8(60) ^ 1, 60);
    writeFileSync(join(copies, 'report.he.dark.png'), report);
    const { code, err } = check(copies);
    expect(code).toBe(1);
    expect(err.match(/^\S+/gm)).toEqual(['status.en.svg', 'report.he.dark.png']);
  });
});

describe.each(readdirSync(pictures))('%s', (name) => {
  it('is small, and loads and runs nothing', () => {
    expect(statSync(join(pictures, name)).size).toBeLessThan(150_000);
    if (!name.endsWith('.svg')) return;
    const svg = readFileSync(join(pictures, name), 'utf8');
    expect(svg.match(/<script|href|url\(|@import|@font-face|\son\w+=/g)).toBeNull();
  });

  it('stands in a page of its language', () => {
    const pages = [
      'README.md',
      'README.he.md',
      ...readdirSync(join(root, 'docs')).map((page) => `docs/${page}`),
    ]
      .filter((page) => page.endsWith('.md') && page.includes('.he.') === name.includes('.he.'))
      .map((page) => readFileSync(join(root, page), 'utf8'));
    expect(pages.some((page) => page.includes(`pictures/${name}`))).toBe(true);
  });
});
