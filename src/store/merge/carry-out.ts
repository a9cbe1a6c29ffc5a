import type { Change } from '../../core/merge/changes.ts';
import type { DataPath } from '../../core/problem.ts';
import { valueAt } from '../../core/schema/plain-data.ts';
import { entriesOf, isBlockCollection, isCollectionNode } from '../yaml/collection-entries.ts';
import { applyEdit, type Edit, refusal } from '../yaml/data-edit.ts';
import { editYaml } from '../yaml/edit.ts';
import { mappingLines } from '../yaml/emit.ts';
import { locate } from '../yaml/slot.ts';
import { separatesEntries } from '../yaml/splice-block.ts';
import { isFirstOnLine, lineBreakNear, lineEnd, lineStart, type Splice } from '../yaml/text-layout.ts';
import { commentsStart, holderOf, linesAt, movedLines } from './entry-lines.ts';
import { bytesOf, spliced, type Version, versionOf } from './version.ts';

/**
 * Carries one change out on a version: with the lines that stand in theirs, comments and all, where that
 * reads as meant, else with lines of our own making. `replacing`: theirs' lines take the place of a
 * value that stands there too. Throws `edit-refused` where the layout leaves no way.
 */
export function carryOut(version: Version, change: Change, theirs: Version, replacing = false): Version {
  if (change.kind === 'remove') return edited(version, change);
  if (change.kind === 'order') return reordered(version, change);
  const path = change.kind === 'insert' ? [...change.path, change.index] : change.path;
  const wanted = dataAfter(version.data, change);
  const isThere = change.kind === 'set' && valueAt(version.data, path) !== undefined;
  const splice =
    isThere && !replacing && !isPlainlyWritten(version, path)
      ? undefined
      : isThere
        ? replacement(version, path, theirs, change.from)
        : addition(version, change, theirs);
  const taken = splice === undefined ? undefined : spliced(version, splice, wanted);
  return taken ?? edited(version, editFor(version, change, wanted));
}

/** Whether a value stands as the program writes it, so that nobody chose its quotes or wrote a comment beside it. */
function isPlainlyWritten(version: Version, path: DataPath): boolean {
  const value = valueAt(version.data, path);
  const holder = holderOf(version, path);
  const entry = holder?.entries[holder.index];
  if (entry === undefined || typeof entry.step !== 'string' || typeof value === 'object') return false;
  const { text } = version;
  const [line, ...more] = mappingLines({ [entry.step]: value }, { indent: 2, eol: '\n' });
  return more.length === 0 && text.slice(entry.start, lineEnd(text, entry.end)) === line;
}

/** The plain meaning of a change. */
function dataAfter(data: unknown, change: Exclude<Change, { kind: 'order' }>): unknown {
  if (change.kind !== 'insert') return applyEdit(data, change);
  const list = valueAt(data, change.path);
  const value = (Array.isArray(list) ? list : []).toSpliced(change.index, 0, change.value);
  return applyEdit(data, { kind: 'set', path: change.path, value });
}

function editFor({ data }: Version, change: Exclude<Change, { kind: 'order' }>, wanted: unknown): Edit {
  if (change.kind !== 'insert') return change;
  const list = valueAt(data, change.path);
  const isLast = !Array.isArray(list) || list.length === change.index;
  if (isLast) return { kind: 'append', path: change.path, value: change.value };
  return { kind: 'set', path: change.path, value: valueAt(wanted, change.path) };
}

/** A version with an edit carried out; throws `edit-refused` where the layout leaves no way. */
export function edited(version: Version, edit: Edit): Version {
  const next = versionOf(editYaml(bytesOf(version), [edit]).bytes);
  if (next === undefined) throw refusal(edit.path);
  return next;
}

/** Theirs' lines in the place of ours. */
function replacement(version: Version, path: DataPath, theirs: Version, from: DataPath): Splice | undefined {
  const { text } = version;
  const holder = holderOf(version, path);
  const entry = holder?.entries[holder.index];
  const given = linesAt(theirs, from);
  if (entry === undefined || given === undefined || !isFirstOnLine(text, entry.start)) return undefined;
  const start = lineStart(text, entry.start);
  const lines = movedLines(given.lines, given.column, entry.start - start);
  return { start, end: lineEnd(text, entry.end), text: lines.join(lineBreakNear(text, start)) };
}

/** Theirs' lines, with the comments right above them that ours has not, as a new key or entry. */
function addition(
  version: Version,
  change: Extract<Change, { from: DataPath }>,
  theirs: Version,
): Splice | undefined {
  const { text, root } = version;
  const given = linesAt(theirs, change.from);
  const parent = change.kind === 'insert' ? change.path : change.path.slice(0, -1);
  const { slot, missing } = locate(text, root, parent);
  if (given === undefined || missing.length > 0 || !isCollectionNode(slot.node)) return undefined;
  if (!isBlockCollection(slot.node)) return undefined;
  const entries = entriesOf(text, slot.node);
  const [first] = entries;
  if (first === undefined) return undefined;
  const standing = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const comments = given.comments.filter((line) => !standing.has(line.trim()));
  const column = first.start - lineStart(text, first.start);
  const lines = movedLines([...comments, ...given.lines], given.column, column);
  const eol = lineBreakNear(text, first.start);
  const gap =
    separatesEntries(text, entries) && (change.kind === 'insert' || parent.length === 0) ? [''] : [];
  const above = change.kind === 'insert' ? entries[change.index - 1] : anchorFor(change, entries);
  if (above !== undefined) {
    const at = lineEnd(text, above.end);
    return { start: at, end: at, text: ['', ...gap, ...lines].join(eol) };
  }
  if (!isFirstOnLine(text, first.start)) return undefined;
  const at = commentsStart(text, lineStart(text, first.start));
  return { start: at, end: at, text: [...lines, ...gap, ''].join(eol) };
}

/** The key below which a new one goes: the nearest of those that stand above it in theirs. */
function anchorFor(
  { path, keyOrder }: Extract<Change, { kind: 'set' }>,
  entries: ReturnType<typeof entriesOf>,
): (typeof entries)[number] | undefined {
  const before = keyOrder.slice(0, keyOrder.indexOf(String(path.at(-1)))).reverse();
  const name = before.find((key) => entries.some(({ step }) => step === key));
  return entries.find(({ step }) => step === name) ?? entries.at(-1);
}

/** The entries of a list in another order, each with its lines and the comments right above it. */
function reordered(version: Version, { path, order }: Extract<Change, { kind: 'order' }>): Version {
  const list = valueAt(version.data, path) as readonly unknown[];
  const value = order.map((index) => list[index]);
  const wanted = applyEdit(version.data, { kind: 'set', path, value });
  const splice = rearrangement(version, path, order);
  const moved = splice === undefined ? undefined : spliced(version, splice, wanted);
  return moved ?? edited(version, { kind: 'set', path, value });
}

function rearrangement(version: Version, path: DataPath, order: readonly number[]): Splice | undefined {
  const { text } = version;
  const holder = holderOf(version, [...path, 0]);
  if (holder === undefined || holder.entries.some(({ start }) => !isFirstOnLine(text, start)))
    return undefined;
  const blocks = holder.entries.map(({ start, end }, index) => ({
    start: index === 0 ? lineStart(text, start) : commentsStart(text, lineStart(text, start)),
    end: lineEnd(text, end),
  }));
  // What stands between two entries stays there; the entries go through the places.
  const texts = blocks.map(({ end }, place) => {
    const source = blocks[order[place] ?? place];
    const between = text.slice(end, blocks[place + 1]?.start ?? end);
    return text.slice(source?.start, source?.end) + between;
  });
  return { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0, text: texts.join('') };
}
