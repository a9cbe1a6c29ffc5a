import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';
import { atTerminal } from './context.ts';

const person = {
  GIT_AUTHOR_NAME: 'Dana & Levi',
  GIT_AUTHOR_EMAIL: 'dana@example.org',
  GIT_COMMITTER_NAME: 'Dana',
  GIT_COMMITTER_EMAIL: 'dana@example.org',
  GIT_AUTHOR_DATE: '2026-11-19T10:00:00+02:00',
  GIT_COMMITTER_DATE: '2026-11-19T10:00:00+02:00',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

function folder(isRecorded: boolean): string {
  const copy = join(newFolder(), 'harbour-skills');
  cpSync(exampleFolder('harbour-skills'), copy, { recursive: true });
  const git = (...argv: readonly string[]) =>
    execFileSync('git', argv, { cwd: copy, env: { ...process.env, ...person }, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  if (!isRecorded) return copy;
  git('add', '.');
  git('commit', '-q', '-m', 'Start');
  const home = join(copy, 'partnership.yaml');
  writeFileSync(home, readFileSync(home, 'utf8').replace(/^name: .*$/m, 'name: Harbour <i>Trades</i>'));
  return copy;
}

const report = (root: string, format: string, language = 'en') =>
  atTerminal(root, [
    'report',
    '--format',
    format,
    '--out',
    join(root, `page.${format}`),
    '--lang',
    language,
    '--today',
    '2026-11-20',
  ]);

const pageOf = async (root: string, format: string, language?: string) => {
  expect((await report(root, format, language)).code).toBe(0);
  return readFileSync(join(root, `page.${format}`), 'utf8');
};

describe('what git recorded last, in a report', () => {
  it.each([
    ['en', 'What was recorded last'],
    ['he', 'מה נרשם לאחרונה'],
  ])('is told on the page in %s, with nothing of it taken for markup', async (language, title) => {
    const page = await pageOf(folder(true), 'html', language);
    expect(page).toContain(`<h2 id="history">${title}</h2>`);
    expect(page).toContain('Dana &amp; Levi');
    expect(page).toContain('&lt;i&gt;Trades&lt;/i&gt;');
    expect(page).not.toMatch(/[\u2066-\u2069]/);
  });

  it('is told in Markdown and in JSON, newest first', async () => {
    const root = folder(true);
    expect(await pageOf(root, 'md')).toMatch(/## What was recorded last\n\n- [^\n]*Trades/);
    const { events } = JSON.parse(await pageOf(root, 'json'));
    // The newest thirty: what nobody has committed yet, then what the one commit brought.
    expect(events).toHaveLength(30);
    expect(events[0]).toMatchObject({ kind: 'changed', committed: false, author: null });
    expect(new Set(events.slice(1).map(({ author }: { author: string }) => author))).toEqual(
      new Set(['Dana & Levi']),
    );
  });

  it('is left out where nothing is recorded', async () => {
    const root = folder(false);
    expect(await pageOf(root, 'html')).not.toContain('id="history"');
    expect(JSON.parse(await pageOf(root, 'json')).events).toEqual([]);
  });
});
