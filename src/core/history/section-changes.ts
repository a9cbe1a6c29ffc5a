import { nameOf } from '../entry-name.ts';
import { valueAt } from '../schema/plain-data.ts';
import { type ListSection, listsInside, type MappingSection, type Section } from '../schema/section.ts';
import {
  type Change,
  type ChangeKind,
  changedFields,
  isMapping,
  isSameData,
  labelOf,
  listAt,
} from './change.ts';
import { pairEntries } from './pair-entries.ts';

// Sections whose growing has a word of its own.
const addedKinds: Readonly<Record<string, ChangeKind>> = {
  contributions: 'contributed',
  observations: 'observed',
};

/** What changed in one section of a stage; `undefined` stands for a section that is not there. */
export function changesOfSection(section: Section, stage: string, before: unknown, after: unknown): Change[] {
  if (before === after) return [];
  switch (section.form) {
    case 'text':
      return isSameData(before, after) ? [] : [changeOfValue(section.name, stage, before, after)];
    case 'list':
      return changesOfList(section, stage, asList(before), asList(after));
    case 'mapping':
      return changesOfMapping(section, stage, before, after);
  }
}

/** A thing that is one value, such as a text, as it came, changed or went. */
export function changeOfValue(
  subject: string,
  stage: string | null,
  before: unknown,
  after: unknown,
): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { kind, stage, subject, from: before ?? null, to: after ?? null, label: null };
}

function asList(data: unknown): readonly unknown[] {
  return listAt(data, []);
}

/** What changed in a list of entries that are told apart by their section's identity. */
export function changesOfList(
  section: ListSection,
  stage: string | null,
  before: readonly unknown[],
  after: readonly unknown[],
): Change[] {
  return pairEntries(before, after, (entry) => identityOf(section, entry)).map((pair) => {
    const subject = `${section.name}/${pair.key}`;
    const label = labelIn(section, pair.after ?? pair.before);
    if (isMapping(pair.before) && isMapping(pair.after)) {
      const fields = changedFields(pair.before, pair.after) ?? { from: pair.before, to: pair.after };
      return { kind: 'changed', stage, subject, ...fields, label };
    }
    const change = changeOfValue(subject, stage, pair.before, pair.after);
    const kind = change.kind === 'added' ? (addedKinds[section.name] ?? 'added') : change.kind;
    return { ...change, kind, label };
  });
}

function labelIn(section: ListSection, entry: unknown): string | null {
  // An entry that is known by what it speaks of has no name in its note: the milestone of a progress, say.
  if (section.own === undefined && section.identity.includes('id')) return labelOf(entry);
  return isMapping(entry) ? (nameOf(entry, section) ?? null) : null;
}

/** By what an entry is told apart from the others: the fields of its identity, as commands write them. */
export function identityOf({ identity }: Pick<ListSection, 'identity'>, entry: unknown): string {
  return identity.map((key) => String(valueAt(entry, [key]) ?? '')).join('/');
}

function changesOfMapping(section: MappingSection, stage: string, before: unknown, after: unknown): Change[] {
  const nested = listsInside(section);
  const was = isMapping(before) ? before : {};
  const is = isMapping(after) ? after : {};
  const fields = changedFields(
    was,
    is,
    nested.map(({ key }) => key),
  );
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const own: Change[] =
    fields === undefined ? [] : [{ kind, stage, subject: section.name, ...fields, label: null }];
  const inner = nested.flatMap(({ key, list }) =>
    changesOfList(list, stage, listAt(was, [key]), listAt(is, [key])),
  );
  return [...own.map(wholeOrFields), ...inner];
}

// What came or went as a whole was nothing before or is nothing now, not a mapping without fields.
function wholeOrFields(change: Change): Change {
  if (change.kind === 'added') return { ...change, from: null };
  return change.kind === 'removed' ? { ...change, to: null } : change;
}
