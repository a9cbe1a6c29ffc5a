import { equalData } from '../../core/equal-data.ts';
import { stageFile } from '../../core/model.ts';
import type { Partnership } from '../../core/partnership.ts';
import { type NewFile, newPartnershipFiles } from '../../core/scaffold.ts';
import type { Model } from '../../core/schema/model.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import type { Correspondence, StagePair } from '../../core/upgrade/correspondence.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';
import { newFileText } from '../create-partnership.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import type { SideNames } from '../merge/mark-conflicts.ts';
import { bytesOf } from '../merge/version.ts';
import type { SourceText } from '../read-source.ts';
import { commentsMissing } from './comments.ts';
import { type Desk, layInPlace, layOut } from './desk.ts';
import { mergeStage } from './merge-stage.ts';

/** The stage files of a partnership in a new version of its model. */
export interface PlannedStages {
  readonly turns: readonly FileTurn[];
  /** The files of `turns` as the rest is checked by: with the person's side wherever both sides differ. */
  readonly settled: ReadonlyMap<string, Uint8Array | undefined>;
  readonly conflicts: readonly { readonly file: string; readonly path: string }[];
  readonly notes: readonly UpgradeNote[];
}

/** What the stages are planned by. `old` and `next` are the models that the partnership goes by, before and after. */
export interface StageRequest {
  readonly partnership: Partnership;
  readonly files: ReadonlyMap<string, SourceText>;
  readonly old: Model;
  readonly next: Model;
  readonly correspondence: Correspondence;
  readonly names: SideNames;
}

/** Brings every stage file that is not kept as it is to the new version. */
export function planStages(request: StageRequest): PlannedStages {
  const { partnership, old, next, correspondence } = request;
  const was = templatesOf(partnership, old);
  const is = templatesOf(partnership, next);
  const desk = layOut(request.files, correspondence, was, is);
  const notes: UpgradeNote[] = layInPlace(desk, correspondence);
  const turns = new Map<string, FileTurn>();
  const settled = new Map<string, Uint8Array | undefined>();
  const conflicts: { file: string; path: string }[] = [];
  const put = (file: string, after: Uint8Array | undefined, checked = after) => {
    const before = request.files.get(file)?.bytes;
    turns.set(file, { file, before: turns.get(file)?.before ?? before, after });
    settled.set(file, checked);
  };
  for (const { stage, index } of correspondence.dropped) {
    const file = stageFile(old, index);
    const left = desk.get(stage.id);
    const isUntouched = left !== undefined && isAsTemplate(left, was[index]);
    notes.push({ kind: isUntouched ? 'stage_removed' : 'stage_left', stage: stage.id });
    put(file, isUntouched || left === undefined ? undefined : bytesOf(left.ours));
  }
  for (const pair of correspondence.pairs)
    if (isMovedAway(pair, old, next)) put(oldFile(pair, old) ?? '', undefined);
  for (const pair of correspondence.pairs) {
    const file = stageFile(next, pair.is.index);
    const place = desk.get(pair.is.stage.id);
    if (pair.isKept) {
      const source = request.files.get(oldFile(pair, old) ?? '')?.bytes;
      if (oldFile(pair, old) !== file) put(file, source);
      continue;
    }
    const template = is[pair.is.index];
    if (template === undefined || place === undefined) continue;
    notes.push(...stageNotes(pair));
    const former = pair.was === undefined ? template : (was[pair.was.index] ?? template);
    if (isSameTemplate(former, template)) {
      put(file, bytesOf(place.ours));
      continue;
    }
    const merged = mergeStage({
      was: former,
      is: template,
      base: place.base,
      ours: place.ours,
      waived: waivedIn(partnership, pair),
      names: request.names,
      sections: sectionsIn(next),
    });
    notes.push(...merged.notes);
    conflicts.push(...merged.conflicts.map((path) => ({ file, path })));
    put(file, merged.bytes, merged.settled);
  }
  return { turns: [...turns.values()], settled, conflicts, notes };
}

// What the new version leaves as it was is none of its business.
function isSameTemplate(was: NewFile, is: NewFile): boolean {
  return equalData(was.data, is.data) && equalData(was.comment, is.comment);
}

function stageNotes({ was, is }: StagePair): UpgradeNote[] {
  if (was === undefined) return [{ kind: 'stage_added', stage: is.stage.id }];
  if (was.stage.id === is.stage.id) return [];
  return [{ kind: 'stage_renamed', stage: is.stage.id, from: was.stage.id }];
}

function oldFile({ was }: StagePair, old: Model): string | undefined {
  return was === undefined ? undefined : stageFile(old, was.index);
}

function isMovedAway(pair: StagePair, old: Model, next: Model): boolean {
  const file = oldFile(pair, old);
  return file !== undefined && file !== stageFile(next, pair.is.index);
}

/** A partnership's stage files as `init` would write them by a model. */
function templatesOf(
  { id, name, language, currency, started }: Partnership,
  model: Model,
): readonly NewFile[] {
  const files = newPartnershipFiles({
    ...{ id, name, language, model, partners: [] },
    ...{ currency: currency ?? '', started: started ?? '' },
  });
  return files.slice(0, model.stages.length);
}

function isAsTemplate({ base, ours }: Desk, template: NewFile | undefined): boolean {
  if (!equalData(base, ours.data) || template === undefined) return false;
  return commentsMissing(ours.text, newFileText(template)).length === 0;
}

function waivedIn({ reviews }: Partnership, { was }: StagePair): ReadonlySet<string> {
  const ofStage = reviews.filter(({ value }) => value.stage === was?.stage.id);
  return new Set(ofStage.flatMap(({ value }) => (value.waivers ?? []).map(({ item }) => item)));
}
