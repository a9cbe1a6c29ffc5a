import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { newFolder } from '../folders.ts';
import { atTerminal } from './context.ts';

const metrics = [
  ['id=children', 'name=Children reached', 'kind=output', 'aggregate=latest', 'unit=children', 'target=500'],
  ['id=reading', 'name=Reading at level', 'kind=outcome', 'aggregate=pooled', 'target=0.8'],
  ['id=books', 'name=ספרים', 'kind=output', 'aggregate=sum'],
];

/** Makes a partnership with three metrics, children, reading (pooled) and books, and gives its folder. */
export async function measuredPartnership(): Promise<string> {
  const parent = newFolder();
  const start = [
    'init',
    'readers',
    '--name',
    'Readers',
    '--lang',
    'en',
    '--started',
    '2025-01-12',
    '--currency',
    'ILS',
  ];
  const made = await atTerminal(parent, [...start, '--model', 'iblf-10', '--id', 'readers', '--no-input']);
  expect(made.code).toBe(0);
  const folder = join(parent, 'readers');
  for (const words of metrics) {
    const { code, err } = await atTerminal(folder, ['add', 'metrics', ...words, '--no-input']);
    expect([code, err]).toEqual([0, '']);
  }
  return folder;
}

/** A copy of a partnership, to be changed. */
export function copyOf(folder: string): string {
  const copy = join(newFolder(), 'readers');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** What the file of the measuring stage says from its observations on; empty where it has none. */
export function observationsIn(folder: string): string {
  const text = readFileSync(join(folder, 'stages', '08-measuring.yaml'), 'utf8');
  const at = text.indexOf('\nobservations:\n');
  return at < 0 ? '' : text.slice(at + 1);
}
