import { equalData } from '../../core/equal-data.ts';
import type { NewFile } from '../../core/scaffold.ts';
import type { Sections } from '../../core/schema/registry.ts';
import type { StageData } from '../../core/schema/stage.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';
import { settleStage } from '../../core/upgrade/settle-stage.ts';
import { newFileText } from '../create-partnership.ts';
import type { SideNames } from '../merge/mark-conflicts.ts';
import { mergeFiles, wholeFile } from '../merge/merge-files.ts';
import { bytesOf, type Version, versionOf } from '../merge/version.ts';
import { itemIndex } from './carry.ts';
import { commentsMissing, isCommented } from './comments.ts';
import { withHeadOf } from './head-comments.ts';

/** A stage's file with a new version of the model in it; `settled` has the person's side wherever both differ. */
export interface MergedStage {
  readonly bytes: Uint8Array;
  readonly settled: Uint8Array;
  readonly conflicts: readonly string[];
  readonly notes: readonly UpgradeNote[];
}

/** A stage by the old and by the new template, and as the person's file has it, items already in their places. */
export interface StageMerge {
  readonly was: NewFile;
  readonly is: NewFile;
  readonly base: StageData;
  readonly ours: Version;
  /** Items that the minutes book names. */
  readonly waived: ReadonlySet<string>;
  readonly names: SideNames;
  /** Those of the newer version of the model. */
  readonly sections: Sections;
}

/** Brings a person's file from one template to another. */
export function mergeStage({ was, is, base, ours, waived, names, sections }: StageMerge): MergedStage {
  const theirs = is.data as StageData;
  const touched = new Set([...waived, ...commentedItems(ours, base)]);
  const settled = settleStage({ base, ours: ours.data, theirs }, touched);
  const mine: Version = { ...ours, text: withHeadOf(ours.text, was.comment, is.comment) };
  const sides = {
    base: textOf(settled.base),
    ours: bytesOf(keptIfRead(mine, ours)),
    theirs: textOf(settled.theirs),
  };
  const merged = mergeFiles(sides, 7, sections, names) ?? wholeFile(sides, 7, names);
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  // A layout that leaves no way to keep a comment is for people to merge.
  const isWhole = commentsMissing(decode(sides.ours), decode(merged.bytes)).length === 0;
  return { ...(isWhole ? merged : wholeFile(sides, 7, names)), notes: settled.notes };
}

function textOf(data: StageData): Uint8Array {
  return new TextEncoder().encode(newFileText({ file: '', comment: [], data }));
}

function keptIfRead(changed: Version, before: Version): Version {
  const read = versionOf(bytesOf(changed));
  return read !== undefined && equalData(read.data, before.data) ? read : before;
}

function commentedItems(ours: Version, base: StageData): string[] {
  return base.checklist
    .map(({ id }) => id)
    .filter((id) => {
      const index = itemIndex(ours.data, id);
      return index >= 0 && isCommented(ours, ['checklist', index]);
    });
}
