import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChangeOptions, changePartnership } from '../../../src/store/change-partnership.ts';
import { journalFolder } from '../../../src/store/undo/journal.ts';
import { type Step, takeStep } from '../../../src/store/undo/take-step.ts';
import type { Edit } from '../../../src/store/yaml/data-edit.ts';
import { newFolder } from '../../folders.ts';

const small = fileURLToPath(new URL('../../faults/fuzz/small', import.meta.url));

export const scoping = 'stages/01-scoping.yaml';
export const book = 'reviews.yaml';
export const home = 'partnership.yaml';

export const options: ChangeOptions = {
  today: '2026-03-01',
  resources: fileURLToPath(new URL('../../../dist', import.meta.url)),
  dryRun: false,
  lock: {
    facts: { pid: process.pid, host: hostname(), signal: process.kill },
    now: '2026-03-01T10:00:00Z',
    command: 'set',
    user: 'noa',
    waitMs: 0,
    sleep: async () => {},
  },
};

/** A small sound partnership in a folder of its own. */
export function newPartnership(): string {
  const root = newFolder();
  cpSync(small, root, { recursive: true });
  return root;
}

/** What a command does: some edits of one file. */
export async function command(
  root: string,
  file: string,
  edits: readonly Edit[],
  more: Partial<ChangeOptions> = {},
): Promise<void> {
  await changePartnership(root, { ...options, ...more }, () => ({
    change: { file, edits },
    result: undefined,
  }));
}

/** Sets one value. */
export function set(root: string, file: string, path: readonly (string | number)[], value: unknown) {
  return command(root, file, [{ kind: 'set', path, value }]);
}

const approve = async () => {};

export function undo(root: string, more: Partial<ChangeOptions> = {}): Promise<Step> {
  return takeStep(root, 'undo', { ...options, ...more, approve });
}

export function redo(root: string, more: Partial<ChangeOptions> = {}): Promise<Step> {
  return takeStep(root, 'redo', { ...options, ...more, approve });
}

/** Every file of the partnership with its bytes, without the tool's own state. */
export function contents(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.partner'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(name, 'latin1')]));
}

/** The names in the journal. */
export function journal(root: string): string[] {
  return readdirSync(journalFolder(root)).sort();
}

export function text(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Changes a file as an editor would. */
export function byHand(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(text(root, file)));
}

/** Makes the folder of the journal, for what is put in it from outside. */
export function makeJournal(root: string): string {
  mkdirSync(journalFolder(root), { recursive: true });
  return journalFolder(root);
}
