import type { Sections } from '../schema/registry.ts';
import { type ListSection, listSection } from '../schema/section.ts';
import { type Change, changedFields, isMapping, isSameData, listAt, type Mapping, pick } from './change.ts';
import { pairEntries } from './pair-entries.ts';
import { changeOfValue, changesOfSection } from './section-changes.ts';

// What every stage file holds beside its checklist and its sections.
const headKeys = ['title', 'owner', 'due'];

/**
 * What changed in a stage's file: its head, its checklist, its sections. A file that begins brings
 * only what was filled in already, since its checklist is the model's.
 */
export function changesOfStage(stage: string, before: unknown, after: unknown, sections: Sections): Change[] {
  const was = isMapping(before) ? before : undefined;
  const is = isMapping(after) ? after : undefined;
  if (was === undefined && is === undefined) return [];
  if (is === undefined)
    return [changeOfValue(`stages/${stage}`, stage, pick(was ?? {}, headKeys), undefined)];
  return [
    ...changesOfHead(stage, was, is),
    ...changesOfChecklist(stage, was, is),
    ...changesOfSections(stage, was ?? {}, is, sections),
  ];
}

function changesOfHead(stage: string, was: Mapping | undefined, is: Mapping): Change[] {
  if (was !== undefined && headKeys.every((key) => was[key] === is[key])) return [];
  // A title that comes with the file is the model's own.
  const old = was ?? pick(is, ['title']);
  const fields = changedFields(pick(old, headKeys), pick(is, headKeys));
  if (fields === undefined) return [];
  return [{ kind: 'changed', stage, subject: `stages/${stage}`, ...fields, label: null }];
}

function changesOfChecklist(stage: string, was: Mapping | undefined, is: Mapping): Change[] {
  const pairs = pairEntries(listAt(was, ['checklist']), listAt(is, ['checklist']), itemId);
  return pairs.flatMap(({ key, before, after }): Change[] => {
    const about = { stage, label: textOf(after ?? before) };
    if (!isMapping(after))
      return [{ ...about, kind: 'removed', subject: `checklist/${key}`, from: before ?? null, to: null }];
    const isNew = !isMapping(before);
    if (isNew && was !== undefined)
      return [{ ...about, kind: 'added', subject: `checklist/${key}`, from: null, to: after }];
    return changesOfItem(key, about, isNew ? undefined : before, after);
  });
}

// What a tick brings with it.
const tickKeys = ['on', 'by', 'evidence'];

function changesOfItem(
  id: string,
  about: Pick<Change, 'stage' | 'label'>,
  before: Mapping | undefined,
  after: Mapping,
): Change[] {
  const wasDone = before?.done === true;
  const isDone = after.done === true;
  const toggled = wasDone !== isDone;
  const tick: Change[] = toggled
    ? [
        {
          ...about,
          kind: isDone ? 'checked' : 'unchecked',
          subject: id,
          from: wasDone ? pick(before ?? {}, tickKeys) : null,
          to: isDone ? pick(after, tickKeys) : null,
        },
      ]
    : [];
  const fields =
    before === undefined ? undefined : changedFields(before, after, toggled ? ['done', ...tickKeys] : []);
  return fields === undefined
    ? tick
    : [...tick, { ...about, kind: 'changed', subject: `checklist/${id}`, ...fields }];
}

function itemId(item: unknown): string {
  return isMapping(item) ? String(item.id ?? '') : '';
}

function textOf(item: unknown): string | null {
  return isMapping(item) && typeof item.text === 'string' ? item.text : null;
}

function changesOfSections(stage: string, was: Mapping, is: Mapping, { find }: Sections): Change[] {
  const others = ['stage', 'checklist', ...headKeys];
  const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((key) => !others.includes(key));
  return keys.flatMap((key) => {
    const section = find(key) ?? unknownList(key, was[key], is[key]);
    if (section !== undefined) return changesOfSection(section, stage, was[key], is[key]);
    return isSameData(was[key], is[key]) ? [] : [changeOfValue(key, stage, was[key], is[key])];
  });
}

/** A list of entries with ids that no section is known for: one that the model has no more. */
function unknownList(name: string, ...lists: readonly unknown[]): ListSection | undefined {
  const present = lists.filter((list) => list !== undefined);
  const hasIds = (list: unknown) =>
    Array.isArray(list) && list.every((entry) => isMapping(entry) && typeof entry.id === 'string');
  if (!present.every(hasIds)) return undefined;
  return listSection(name, { en: name, he: name }, { type: 'mapping', fields: [] }, ['id']);
}
