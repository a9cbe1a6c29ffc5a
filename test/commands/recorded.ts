import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Authorship, commitAll, newRepository } from '../git/repositories.ts';
import { atTerminal, type Session } from './context.ts';

/** One event of `history --json`. */
export interface Told {
  readonly at: string | null;
  readonly commit: string | null;
  readonly author: string | null;
  readonly committed: boolean;
  readonly kind: string;
  readonly stage: string | null;
  readonly subject: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly text: string;
}

/** Runs the program in a folder as a person at a terminal would; git is at hand. */
export function partner(folder: string, ...argv: readonly string[]): Promise<Session> {
  return atTerminal(folder, argv, [], { PATH: process.env.PATH ?? '', HOME: '/nonexistent' });
}

/** Runs what must not fail, and gives what it printed. */
export async function done(folder: string, ...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await partner(folder, ...argv);
  expect({ argv, code, err: code === 0 ? '' : err }).toEqual({ argv, code: 0, err: '' });
  return out;
}

/** The events of a partnership, newest first. */
export async function eventsIn(folder: string, ...flags: readonly string[]): Promise<readonly Told[]> {
  const out = await done(folder, 'history', '--json', '--lang', 'en', ...flags);
  return (JSON.parse(out) as { events: readonly Told[] }).events;
}

/** Events in short: kind and subject, newest first. */
export function inShort(events: readonly Told[]): string[] {
  return events.map(({ kind, subject }) => `${kind} ${subject}`);
}

/** A day as an instant of a commit. */
export const on = (day: string): Authorship => ({ date: `${day}T10:00:00+02:00` });

/**
 * A new repository with a partnership in a folder below its root, in which two ticks, an entry and a
 * gate review have been recorded: one commit each, from 2026-02-01 on.
 */
export async function recordedPartnership(): Promise<{ repository: string; folder: string }> {
  const repository = newRepository();
  mkdirSync(join(repository, 'work'));
  const folder = join(repository, 'work', 'readers');
  const start = ['--name', 'Readers', '--lang', 'en', '--started', '2026-01-12', '--today', '2026-02-01'];
  await done(join(repository, 'work'), 'init', 'readers', ...start, '--partner', 'leumi:Leumi Card:company');
  commitAll(repository, 'start', on('2026-02-01'));
  await done(
    folder,
    'check',
    'problem-stated',
    '--on',
    '2026-02-02',
    '--by',
    'Dana',
    '--evidence',
    'memo.pdf',
  );
  commitAll(repository, 'problem stated', on('2026-02-02'));
  await done(
    folder,
    'check',
    'stakeholders-mapped',
    'affected-heard',
    'vision-drafted',
    '--on',
    '2026-02-03',
  );
  commitAll(repository, 'scoping done', on('2026-02-03'));
  await done(folder, 'add', 'sources', 'id=survey', 'title=Literacy survey');
  commitAll(repository, 'a source', on('2026-02-04'));
  await advance(folder, '2026-02-05');
  commitAll(repository, 'first gate', on('2026-02-05'));
  return { repository, folder };
}

/** Records a gate review of the current stage that lets it pass; more flags say more. */
export function advance(folder: string, day: string, ...flags: readonly string[]): Promise<string> {
  return done(folder, 'advance', '--on', day, '--reviewer', 'Noa:leumi', ...flags);
}
