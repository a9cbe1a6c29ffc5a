import { PartnerError } from '../../core/partner-error.ts';
import type { NewFile } from '../../core/scaffold.ts';
import type { StageData } from '../../core/schema/stage.ts';
import type { Correspondence, ItemMove, SectionMove } from '../../core/upgrade/correspondence.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';
import { newFileText } from '../create-partnership.ts';
import { type Version, versionOf } from '../merge/version.ts';
import type { SourceText } from '../read-source.ts';
import {
  itemIndex,
  withItemOf,
  withItemRenamed,
  withKeyRenamed,
  withoutEntry,
  withSectionOf,
} from './carry.ts';
import { commentsMissing } from './comments.ts';

/** A stage as the merge is going to take it: what the old template would have it be, and the person's file. */
export interface Desk {
  base: StageData;
  ours: Version;
  /** A stage that the old version had not: its file is the new template still. */
  readonly isNew: boolean;
}

/** Every stage that is worked on, by its id: by the new one, or by the old one of a stage that is gone. */
export type Desks = Map<string, Desk>;

/** Lays out each stage's file beside its old template; a stage that is new begins as its template. */
export function layOut(
  files: ReadonlyMap<string, SourceText>,
  { dropped, pairs }: Correspondence,
  was: readonly NewFile[],
  is: readonly NewFile[],
): Desks {
  const desks: Desks = new Map();
  const lay = (id: string, template: NewFile | undefined, bytes: Uint8Array | undefined, isNew = false) => {
    if (template === undefined || bytes === undefined) return;
    const ours = versionOf(bytes);
    if (ours === undefined) throw new PartnerError('edit-refused', { path: template.file });
    desks.set(id, { base: template.data as StageData, ours, isNew });
  };
  for (const { stage, index } of dropped) lay(stage.id, was[index], files.get(was[index]?.file ?? '')?.bytes);
  for (const { was: before, is: after } of pairs) {
    if (before === undefined) {
      const template = is[after.index];
      if (template !== undefined)
        lay(after.stage.id, template, new TextEncoder().encode(newFileText(template)), true);
    } else lay(after.stage.id, was[before.index], files.get(was[before.index]?.file ?? '')?.bytes);
  }
  return desks;
}

/** Puts items and sections where the new version has them, in the templates and in the files alike. */
export function layInPlace(desks: Desks, { pairs, items, sections }: Correspondence): UpgradeNote[] {
  const later = new Map(
    pairs.flatMap(({ was, is }) => (was === undefined ? [] : [[was.stage.id, is.stage.id]])),
  );
  const deskFor = (stage: string) => desks.get(later.get(stage) ?? stage);
  const notes: UpgradeNote[] = [];
  for (const move of items) notes.push(...moveItem(move, deskFor(move.from.stage), desks.get(move.to.stage)));
  for (const move of sections)
    notes.push(
      ...moveSection(move, deskFor(move.from), move.to === undefined ? undefined : desks.get(move.to)),
    );
  return notes;
}

function moveItem(
  { from, to, isCopied }: ItemMove,
  source: Desk | undefined,
  target: Desk | undefined,
): UpgradeNote[] {
  const item = source?.base.checklist.find(({ id }) => id === from.item);
  if (source === undefined || target === undefined || item === undefined) return [];
  const isThere = itemIndex(source.ours.data, from.item) >= 0;
  if (source !== target) {
    if (isTaken(target, from.item, to.item)) return [];
    const given = withItemOf(source.ours, from.item, target.ours, target.isNew ? to.item : undefined);
    const left = isCopied
      ? source.ours
      : withoutEntry(source.ours, ['checklist', itemIndex(source.ours.data, from.item)]);
    if (losesComments(source.ours, target.ours, left, given)) return [];
    target.ours = given;
    target.base = { ...target.base, checklist: [...without(target.base, to.item), item] };
    source.ours = left;
    if (!isCopied) source.base = { ...source.base, checklist: without(source.base, from.item) };
  }
  target.ours = withItemRenamed(target.ours, from.item, to.item);
  target.base = {
    ...target.base,
    checklist: target.base.checklist.map((one) => (one.id === from.item ? { ...one, id: to.item } : one)),
  };
  if (!isThere) return [];
  if (source === target) return [{ kind: 'item_renamed', stage: to.stage, item: to.item, from: from.item }];
  return [{ kind: 'item_moved', stage: to.stage, item: to.item, from: from.stage }];
}

// Where a layout leaves no way to take a comment along, what it is about stays.
function losesComments(source: Version, target: Version, left: Version, given: Version): boolean {
  return commentsMissing(`${source.text}\n${target.text}`, `${left.text}\n${given.text}`).length > 0;
}

// What people have under one of the ids stays theirs, and the item where it was.
function isTaken({ ours, isNew }: Desk, from: string, to: string): boolean {
  const has = (id: string) => itemIndex(ours.data, id) >= 0;
  return isNew ? from !== to && has(from) : has(from) || has(to);
}

function without({ checklist }: StageData, ...ids: readonly string[]): StageData['checklist'] {
  return checklist.filter(({ id }) => !ids.includes(id));
}

function moveSection(
  { section, from, to }: SectionMove,
  source: Desk | undefined,
  target: Desk | undefined,
): UpgradeNote[] {
  if (source === undefined || !Object.hasOwn(source.ours.data as object, section)) return [];
  if (target === undefined || to === undefined) {
    // Its template, where it has one, goes with it: what people wrote there stays theirs.
    source.base = withoutKey(source.base, section);
    const as = `x-${section}`;
    const renamed = withKeyRenamed(source.ours, section, as);
    if (renamed === source.ours) return [];
    source.ours = renamed;
    return [{ kind: 'section_set_aside', stage: String((source.ours.data as StageData).stage), section, as }];
  }
  const carried = withSectionOf(source.ours, section, target.ours);
  const left = withoutEntry(source.ours, [section]);
  if (carried === target.ours || losesComments(source.ours, target.ours, left, carried)) return [];
  target.ours = carried;
  if (Object.hasOwn(source.base, section)) target.base = { ...target.base, [section]: source.base[section] };
  source.ours = left;
  source.base = withoutKey(source.base, section);
  return [{ kind: 'section_moved', stage: to, section, from }];
}

function withoutKey(data: StageData, key: string): StageData {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key)) as unknown as StageData;
}
