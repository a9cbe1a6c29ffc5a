import { nearest } from '../nearest.ts';
import {
  type CheckedFile,
  type Entry,
  type Partnership,
  type StageRecord,
  soundEntries,
  stageData,
} from '../partnership.ts';
import { stageIndex } from '../schema/model.ts';
import type { ChecklistItemData } from '../schema/stage.ts';
import { errorAt, type Finding } from './finding.ts';
import { duplicates } from './references.ts';

/** Holds each stage file's head and checklist against what the model asks of that stage. */
export function checkChecklists(partnership: Partnership): Finding[] {
  return partnership.stages.flatMap((record) => {
    if (typeof record.source.data !== 'object' || record.source.data === null) return [];
    const items = soundEntries<ChecklistItemData>(record.source, ['checklist']);
    return [
      ...stageName(partnership, record),
      ...duplicates(items as readonly Entry<unknown>[] as Entry[], ['id'], 'checklist'),
      ...missingItems(record),
      ...weakenedItems(record, items),
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
  const params = {
    stage: named,
    expected: record.stage.id,
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  return [errorAt(wholeFile(record.source), ['stage'], 'wrong-stage', params)];
}

function missingItems(record: StageRecord): Finding[] {
  const listed = stageData(record).checklist;
  if (!Array.isArray(listed)) return [];
  const present = new Set(listed.map((item) => item?.id));
  return record.stage.checklist
    .filter((item) => item.required && !present.has(item.id))
    .map((item) => ({
      ...errorAt(wholeFile(record.source), ['checklist'], 'missing-item', {
        item: item.id,
        stage: record.stage.id,
      }),
      at: 'key' as const,
    }));
}

function weakenedItems(record: StageRecord, items: readonly Entry<ChecklistItemData>[]): Finding[] {
  const demands = new Map(record.stage.checklist.map((item) => [item.id, item]));
  return items.flatMap((item) => {
    const demand = demands.get(item.value.id);
    if (!demand?.required || item.value.required) return [];
    return [errorAt(item, ['required'], 'weakened-item', { item: item.value.id })];
  });
}
