import { equalData, isPlainMapping } from '../../core/equal-data.ts';
import type { Change } from '../../core/merge/changes.ts';
import type { DataPath } from '../../core/problem.ts';
import { valueAt } from '../../core/schema/plain-data.ts';
import { stageFieldOrder } from '../../core/schema/stage.ts';
import { carryOut, edited } from '../merge/carry-out.ts';
import { commentsStart, holderOf, linesAt, movedLines } from '../merge/entry-lines.ts';
import { spliced, type Version } from '../merge/version.ts';
import { columnOf } from '../yaml/collection-entries.ts';
import { applyEdit, type Edit } from '../yaml/data-edit.ts';
import { isFirstOnLine, lineBreakNear, lineStart, nextLineStart } from '../yaml/text-layout.ts';

/** The place of an item in a stage's checklist; −1 where it has none. */
export function itemIndex(data: unknown, id: string): number {
  const list = valueAt(data, ['checklist']);
  return Array.isArray(list) ? list.findIndex((item) => isPlainMapping(item) && item.id === id) : -1;
}

/** The same item under another id. */
export function withItemRenamed(version: Version, from: string, to: string): Version {
  const index = itemIndex(version.data, from);
  if (index < 0 || itemIndex(version.data, to) >= 0) return version;
  return edited(version, { kind: 'set', path: ['checklist', index, 'id'], value: to });
}

/**
 * `to` with the item of `from` that `id` names, lines and comments and all: at the end of its list, or in the place
 * of the item `instead`.
 */
export function withItemOf(from: Version, id: string, to: Version, instead?: string): Version {
  const index = itemIndex(from.data, id);
  const value = valueAt(from.data, ['checklist', index]);
  const there = instead === undefined ? -1 : itemIndex(to.data, instead);
  const list = valueAt(to.data, ['checklist']);
  if (value === undefined || !Array.isArray(list)) return to;
  const at = there < 0 ? list.length : there;
  const change: Change = {
    kind: 'insert',
    path: ['checklist'],
    index: at,
    value,
    from: ['checklist', index],
  };
  const added =
    (list.length === 0 ? withFirstItem(from, index, to) : undefined) ?? carryOut(to, change, from);
  return there < 0 ? added : withoutEntry(added, ['checklist', at + 1]);
}

// `[]` has no lines to put others beside.
function withFirstItem(from: Version, index: number, to: Version): Version | undefined {
  const given = linesAt(from, ['checklist', index]);
  const holder = holderOf(to, ['checklist']);
  const entry = holder?.entries[holder.index];
  if (given === undefined || entry === undefined) return undefined;
  const column = columnOf(to.text, entry.start) + 2;
  const lines = movedLines([...given.comments, ...given.lines], given.column, column);
  const text = ['checklist:', ...lines].join(lineBreakNear(to.text, entry.start));
  const value = valueAt(from.data, ['checklist', index]);
  const wanted = applyEdit(to.data, { kind: 'set', path: ['checklist'], value: [value] });
  return spliced(to, { start: entry.start, end: entry.end, text }, wanted);
}

/** `to` with a section of `from`, lines and comments and all, unless it has one by that name. */
export function withSectionOf(from: Version, section: string, to: Version): Version {
  const value = valueAt(from.data, [section]);
  if (value === undefined || valueAt(to.data, [section]) !== undefined) return to;
  const keyOrder = stageFieldOrder([section]);
  return carryOut(to, { kind: 'set', path: [section], value, from: [section], keyOrder }, from);
}

/** A key or entry taken out with the comments right above it, which went with it. */
export function withoutEntry(version: Version, path: DataPath): Version {
  if (valueAt(version.data, path) === undefined) return version;
  const { text } = version;
  const holder = holderOf(version, path);
  const entry = holder?.entries[holder.index];
  const edit: Edit = { kind: 'remove', path };
  if (entry !== undefined && isFirstOnLine(text, entry.start)) {
    const start = commentsStart(text, lineStart(text, entry.start));
    const splice = { start, end: nextLineStart(text, entry.end), text: '' };
    const cut = spliced(version, splice, applyEdit(version.data, edit));
    if (cut !== undefined) return cut;
    // The last entry of a list leaves an empty list behind, which has to be written.
    const above = { start, end: lineStart(text, entry.start), text: '' };
    return edited(spliced(version, above, version.data) ?? version, edit);
  }
  return edited(version, edit);
}

/** A key by another name, in its place; as it was where the other name is taken, or the key is no plain word. */
export function withKeyRenamed(version: Version, from: string, to: string): Version {
  const value = valueAt(version.data, [from]);
  if (value === undefined || valueAt(version.data, [to]) !== undefined) return version;
  const holder = holderOf(version, [from]);
  const entry = holder?.entries[holder.index];
  if (entry === undefined || !version.text.startsWith(from, entry.start)) return version;
  const wanted = applyEdit(applyEdit(version.data, { kind: 'remove', path: [from] }), {
    kind: 'set',
    path: [to],
    value,
  });
  const splice = { start: entry.start, end: entry.start + from.length, text: to };
  const renamed = spliced(version, splice, wanted);
  return renamed !== undefined && equalData(renamed.data, wanted) ? renamed : version;
}
