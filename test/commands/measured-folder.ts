import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PartnershipParts } from '../core/partnership-with.ts';
import { newFolder } from '../folders.ts';
import { atTerminal } from './context.ts';

const stageOf: Readonly<Record<string, string>> = {
  milestones: 'planning',
  metrics: 'planning',
  needs: 'resourcing',
  pledges: 'resourcing',
  progress: 'implementing',
  contributions: 'implementing',
  observations: 'measuring',
  health: 'reviewing',
};

/** A partnership on disk with the sections of a case, made by the program itself. */
export async function measuredFolder({ sections = {}, partners = [] }: PartnershipParts): Promise<string> {
  const parent = newFolder();
  const members = partners.flatMap((partner) => {
    const { id, name, sector } = partner as Readonly<Record<string, string>>;
    return ['--partner', `${id}:${name}:${sector}`];
  });
  const argv = ['init', 'case', '--name', 'Case', '--lang', 'en', '--currency', 'ILS', ...members];
  const made = await atTerminal(parent, [...argv, '--started', '2026-01-01', '--no-input']);
  if (made.code !== 0) throw new Error(made.err);
  const root = join(parent, 'case');
  const files = readdirSync(join(root, 'stages'));
  for (const [section, entries] of Object.entries(sections)) {
    const file = files.find((name) => name.endsWith(`-${stageOf[section]}.yaml`)) ?? '';
    // JSON is YAML of the flow kind.
    const list = (entries as readonly object[]).map((entry) => `  - ${JSON.stringify(entry)}\n`).join('');
    appendFileSync(join(root, 'stages', file), `${section}:\n${list}`);
  }
  return root;
}
