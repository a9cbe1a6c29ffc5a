import type { CommandOptions } from '../command-specs/command-spec.ts';
import { type Assignment, entryFrom, readAssignments, withId } from '../core/entry-input.ts';
import { PartnerError } from '../core/partner-error.ts';
import { fieldsOf } from '../core/schema/section.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { printable } from '../render/printable.ts';
import type { Planner } from '../store/change-partnership.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { askCandidate } from './ask-candidate.ts';
import { askFields } from './ask-fields.ts';
import { change, needsAnswer, type Telling } from './changing.ts';
import { findList, identity } from './section-target.ts';

interface Added {
  readonly section: string;
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** `partner add`: one entry at the end of a section, typed by its schema. */
export async function add(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const [name, words] = args as [string, readonly string[]];
  const asked = invocation.canAsk ? await askMissing(invocation, root, name, words) : [];
  if (words.length === 0 && asked.length === 0) throw await fieldsNeeded(invocation, root, name);
  const plan: Planner<Added> = ({ partnership }) => {
    const list = findList(partnership, name);
    const { section } = list;
    const fields = fieldsOf(section.entry);
    const assignments = [...readAssignments(section.name, fields, words), ...asked];
    const taken = new Set(list.entries.map((entry) => identity(section, entry)));
    const entry = withId(section, entryFrom(fields, assignments), (id) => taken.has(id));
    const id = identity(section, entry);
    // Two observations of a metric on one day can both be right: two sources, two sites.
    if (taken.has(id) && section.name !== 'observations')
      throw new PartnerError('duplicate-entry', { section: section.name, id });
    const edits = [{ kind: 'append' as const, path: list.path, value: entry, keyOrder: list.siblings }];
    return { change: { file: list.file, edits }, result: { section: section.name, id, entry } };
  };
  return (await change(invocation, root, options.dryRun === true, plan, telling)).exitCode;
}

/** What a section's entries are made of, for somebody who named none of it. */
async function fieldsNeeded(invocation: Invocation, root: string, name: string): Promise<PartnerError> {
  const { partnership } = await loadPartnership(root, loadOptions(invocation));
  const fields = fieldsOf(findList(partnership, name).section.entry).filter(({ key }) => key !== 'id');
  const words = fields.map(({ key, optional }) => (optional ? `[${key}=…]` : `${key}=…`)).join(' ');
  return needsAnswer('what the entry says', 'מה כתוב ברשומה', `partner add ${name} ${words}`);
}

async function askMissing(
  invocation: Invocation,
  root: string,
  name: string,
  words: readonly string[],
): Promise<Assignment[]> {
  const { partnership } = await loadPartnership(root, loadOptions(invocation));
  const { section } = findList(partnership, name);
  const fields = fieldsOf(section.entry);
  const assignments = readAssignments(section.name, fields, words);
  const given = new Set(assignments.map(({ path }) => path[0]));
  const isComplete = fields.every(({ key, optional }) => optional || given.has(key) || key === 'id');
  // With everything needed given, a person who typed fields wants no further questions.
  if (isComplete && words.length > 0) return [];
  const open = fields.filter(
    ({ key, optional }) => key !== 'id' && !given.has(key) && (!optional || words.length === 0),
  );
  return section.name === 'candidates'
    ? askCandidate(invocation, partnership, open, assignments)
    : askFields(invocation, partnership, open);
}

const telling: Telling<Added> = {
  json: ({ result }) => result,
  commit: ({ result }, words) => ({ subject: words.added(`${result.section}/${result.id}`) }),
  lines: (page, { result }, terms) =>
    page.paragraph([
      { text: printable(terms.changes.added(`${result.section}/${result.id}`)), style: 'good' },
    ]),
};
