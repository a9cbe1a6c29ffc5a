import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { done, eventsIn, recordedPartnership } from '../commands/recorded.ts';
import { newFolder } from '../folders.ts';
import { commitAll, git } from './repositories.ts';

const hasOnlyCrlf = (text: string) => /\r\n/.test(text) && !/[^\r]\n/.test(text);

it('a clone in which git turns line ends into those of Windows is the same partnership', async () => {
  const { repository, folder } = await recordedPartnership();
  const templates = join(import.meta.dirname, '..', '..', 'templates', 'documents');
  mkdirSync(join(folder, 'documents'));
  cpSync(join(templates, 'status.en.md'), join(folder, 'documents', 'status.en.md'));
  commitAll(repository, 'a template');
  const clone = join(newFolder(), 'clone');
  git(repository, ['clone', '-q', '-c', 'core.autocrlf=true', repository, clone]);
  const theirs = join(clone, 'work', 'readers');
  const stage = join(theirs, 'stages', '01-scoping.yaml');
  expect(hasOnlyCrlf(readFileSync(stage, 'utf8'))).toBe(true);
  expect(hasOnlyCrlf(readFileSync(join(theirs, 'documents', 'status.en.md'), 'utf8'))).toBe(true);

  for (const argv of [
    ['status', '--json'],
    ['history'],
    ['history', '--verify'],
    ['document', 'status'],
    ['validate', '--json'],
  ])
    expect(await done(theirs, ...argv)).toBe(await done(folder, ...argv));
  expect((await eventsIn(theirs)).every(({ committed }) => committed)).toBe(true);

  await done(theirs, 'add', 'sources', 'id=census', 'title=Census');
  expect(hasOnlyCrlf(readFileSync(stage, 'utf8'))).toBe(true);
  expect(git(clone, ['diff', '--numstat']).split(/\s/)[1]).toBe('0');
});
