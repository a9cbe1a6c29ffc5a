import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { PartnerError } from '../../src/core/partner-error.ts';
import { writeOutput } from '../../src/store/write-output.ts';
import { newFolder } from '../folders.ts';

let root: string;

beforeEach(() => {
  root = newFolder();
  mkdirSync(join(root, 'stages'));
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'partnership.yaml'), 'format: 1\n');
});

const bytes = Buffer.from('new');

function refusal(write: () => void): string {
  try {
    write();
  } catch (error) {
    if (error instanceof PartnerError) return error.code;
    throw error;
  }
  return 'written';
}

describe('writing something made for people', () => {
  it('makes a file, and writes over one that stands there', () => {
    const file = join(root, 'docs', 'report.html');
    writeOutput(file, Buffer.from('old'));
    writeOutput(file, bytes);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it.each([
    'partnership.yaml',
    'Partnership.YAML',
    'reviews.yaml',
    'stages/01-scoping.yaml',
    'stages/report.html',
    'models/own/model.yaml',
    '.partner/report.html',
    '.git/config',
  ])('leaves the files of the partnership and of its tools alone: %s', (file) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    const before = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
    expect(refusal(() => writeOutput(join(root, file), bytes))).toBe('output-protected');
    const after = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
    expect(after).toBe(before);
  });

  it('knows them behind a link as well', () => {
    const link = join(newFolder(), 'stages-elsewhere');
    symlinkSync(join(root, 'stages'), link);
    expect(refusal(() => writeOutput(join(link, 'report.html'), bytes))).toBe('output-protected');
  });

  it('does not follow a link to a file, nor write into what is no folder', () => {
    symlinkSync(join(root, 'partnership.yaml'), join(root, 'docs', 'report.html'));
    expect(refusal(() => writeOutput(join(root, 'docs', 'report.html'), bytes))).toBe('not-a-regular-file');
    expect(refusal(() => writeOutput(join(root, 'nowhere', 'report.html'), bytes))).toBe('no-output-folder');
    expect(readFileSync(join(root, 'partnership.yaml'), 'utf8')).toBe('format: 1\n');
  });

  it('replaces under a name that it chose itself only what it knows to be its own', () => {
    const file = join(root, 'x-report.html');
    writeFileSync(file, 'mine');
    expect(refusal(() => writeOutput(file, bytes, () => false))).toBe('output-in-the-way');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    writeOutput(file, bytes, (existing) => Buffer.from(existing).toString() === 'mine');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});
