import { idPattern } from '../id.ts';
import { exchangedFor } from '../misplaced.ts';
import { stageFile, stageIndex } from '../model.ts';
import { nearest } from '../nearest.ts';
import {
  type CheckedFile,
  type Entry,
  type Partnership,
  type StageRecord,
  stageData,
} from '../partnership.ts';
import type { ChecklistItemData } from '../schema/stage.ts';
import { errorAt, type Finding } from './finding.ts';
import { duplicates } from './references.ts';

/** Holds each stage file's head and checklist against what the model asks of that stage. */
export function checkChecklists(partnership: Partnership): Finding[] {
  return partnership.stages.flatMap((record) => {
    if (typeof record.source.data !== 'object' || record.source.data === null) return [];
    const { items } = record;
    return [
      ...stageName(partnership, record),
      ...duplicates(items as readonly Entry<unknown>[] as Entry[], ['id'], 'checklist'),
      ...(isOfAnotherStage(partnership, record)
        ? []
        : [...missingItems(record), ...weakenedItems(record, items)]),
    ];
  });
}

const wholeFile = (file: CheckedFile): Entry<unknown> => ({ value: file.data, file: file.file, path: [] });

function stageName(partnership: Partnership, record: StageRecord): Finding[] {
  const named = stageData(record).stage;
  if (typeof named !== 'string' || named === record.stage.id) return [];
  const known = partnership.model.stages.map(({ id }) => id);
  const isKnown = stageIndex(partnership.model, named) >= 0;
  const meant = isKnown ? undefined : nearest(named, known);
  const exchanged = exchangedFor(partnership.model, record.stage, record.source.data);
  const params = {
    stage: named,
    expected: record.stage.id,
    ...(exchanged && { home: stageFile(partnership.model, stageIndex(partnership.model, exchanged.id)) }),
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  return [errorAt(wholeFile(record.source), ['stage'], 'wrong-stage', params)];
}

/** A file that was put in another's place is told by its name; its items say nothing of this stage. */
function isOfAnotherStage(partnership: Partnership, record: StageRecord): boolean {
  const named = stageData(record).stage;
  return typeof named === 'string' && named !== record.stage.id && stageIndex(partnership.model, named) >= 0;
}

function missingItems(record: StageRecord): Finding[] {
  const listed: unknown = stageData(record).checklist;
  if (!Array.isArray(listed)) return [];
  const ids: unknown[] = listed.map((item) => item?.id);
  const missing = record.stage.checklist.filter((item) => item.required && !ids.includes(item.id));
  if (missing.length === 0) return [];
  // An id that is missing or malformed is told as such; it may be the very one that is looked for.
  if (!ids.every((id) => typeof id === 'string' && idPattern.test(id))) return [];
  const asked = new Set(record.stage.checklist.map(({ id }) => id));
  const own = (ids as string[]).filter((id) => !asked.has(id));
  return missing.map((item) => missingItem(record, item.id, ids, nearest(item.id, own)));
}

/** Told at the item that most likely is the missing one under a wrong id, else at the checklist. */
function missingItem(
  record: StageRecord,
  item: string,
  ids: readonly unknown[],
  found: string | undefined,
): Finding {
  const whole = wholeFile(record.source);
  const params = { item, stage: record.stage.id };
  if (found === undefined)
    return { ...errorAt(whole, ['checklist'], 'missing-item', params), at: 'key' as const };
  return errorAt(whole, ['checklist', ids.indexOf(found), 'id'], 'missing-item', { ...params, found });
}

function weakenedItems(record: StageRecord, items: readonly Entry<ChecklistItemData>[]): Finding[] {
  const demands = new Map(record.stage.checklist.map((item) => [item.id, item]));
  return items.flatMap((item) => {
    const demand = demands.get(item.value.id);
    // An id that stands twice is told as such: the second one is asked for once.
    demands.delete(item.value.id);
    if (!demand?.required || item.value.required) return [];
    return [errorAt(item, ['required'], 'weakened-item', { item: item.value.id })];
  });
}
