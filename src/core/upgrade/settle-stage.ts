import { equalData, isPlainMapping, type PlainMapping } from '../equal-data.ts';
import type { StageData } from '../schema/stage.ts';
import type { ItemNoteKind, UpgradeNote } from './note.ts';

/** Both templates of a stage, such that a merge with the person's file does what was decided, and what that is. */
export interface SettledStage {
  readonly base: StageData;
  readonly theirs: StageData;
  readonly notes: readonly UpgradeNote[];
}

/** A stage before and after: by the old template, in the person's file, and by the new template. */
export interface StageSides {
  readonly base: StageData;
  readonly ours: unknown;
  readonly theirs: StageData;
}

type Item = StageData['checklist'][number];

/**
 * Decides what a merge of two templates and a person's file cannot know. An item that the new version has not got
 * goes only where nobody touched it: not ticked, not reworded, not commented on or waived (`touched`, by ids).
 * One that the person took out stays out unless the gate asks for it. One that the person had of their own under
 * the id of a new one keeps its tick and gets the new demands.
 */
export function settleStage({ base, ours, theirs }: StageSides, touched: ReadonlySet<string>): SettledStage {
  const mine = itemsIn(ours);
  const stage = theirs.stage;
  const notes: UpgradeNote[] = [];
  const note = (kind: ItemNoteKind, item: string) => notes.push({ kind, stage, item });
  if (base.title !== theirs.title && isPlainMapping(ours) && ours.title === base.title)
    notes.push({ kind: 'stage_title', stage });
  const known = new Map(base.checklist.map((item) => [item.id, item]));
  const wanted = new Map(theirs.checklist.map((item) => [item.id, item]));
  const before = base.checklist.flatMap((item): Item[] => {
    const own = mine.get(item.id);
    const next = wanted.get(item.id);
    if (own === undefined) return [];
    if (next !== undefined) {
      for (const kind of demandNotes(item, next)) note(kind, item.id);
      if (item.text !== next.text && own.text === item.text) note('item_text', item.id);
      return [item];
    }
    const isTouched = touched.has(item.id) || !equalData(own, item);
    note(isTouched ? 'item_kept' : 'item_removed', item.id);
    return isTouched ? [] : [item];
  });
  const after = theirs.checklist.flatMap((item): Item[] => {
    const own = mine.get(item.id);
    const was = known.get(item.id);
    if (was !== undefined && own !== undefined) return [item];
    if (was !== undefined && !item.required) return [];
    note('item_added', item.id);
    if (own === undefined) return [item];
    const { text: _, ...rest } = own;
    // Without a text of its own here, two different ones are for somebody to decide.
    before.push(rest as unknown as Item);
    const demands = { required: item.required || own.required === true, ...evidenceOf(item, own) };
    return [{ ...own, ...demands, text: item.text } as unknown as Item];
  });
  return { base: { ...base, checklist: before }, theirs: { ...theirs, checklist: after }, notes };
}

function demandNotes(was: Item, is: Item): ItemNoteKind[] {
  const kinds: ItemNoteKind[] = [];
  if (was.required !== is.required) kinds.push(is.required ? 'item_required' : 'item_optional');
  const [asked, asks] = [was.evidence_required === true, is.evidence_required === true];
  if (asked !== asks) kinds.push(asks ? 'item_evidence' : 'item_no_evidence');
  return kinds;
}

function evidenceOf(item: Item, own: PlainMapping): { evidence_required?: true } {
  return item.evidence_required === true || own.evidence_required === true ? { evidence_required: true } : {};
}

function itemsIn(data: unknown): ReadonlyMap<string, PlainMapping> {
  const list = isPlainMapping(data) && Array.isArray(data.checklist) ? data.checklist : [];
  return new Map(
    list.flatMap((item: unknown): [string, PlainMapping][] =>
      isPlainMapping(item) && typeof item.id === 'string' ? [[item.id, item]] : [],
    ),
  );
}
