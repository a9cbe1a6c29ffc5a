import { type Collection, columnOf, type Entry, entriesOf } from './collection-entries.ts';
import { type EmitStyle, indentLines, mappingLines, sequenceLines } from './emit.ts';
import {
  hasBlankLine,
  isFirstOnLine,
  lineEnd,
  lineStart,
  nextLineStart,
  type Splice,
  skipBlanks,
} from './text-layout.ts';

/** What is to be written: a new key of a mapping, or new entries of a sequence, one below the other. */
export type NewEntry =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: undefined; readonly values: readonly unknown[] };

/**
 * The splice that writes a new key, or new entries, on lines of their own below `anchor`, one of the
 * entries. `isApart` sets each apart from what stands above it by a blank line.
 */
export function insertLines(
  text: string,
  entries: readonly Entry[],
  anchor: Entry,
  added: NewEntry,
  isApart: boolean,
  style: EmitStyle,
): Splice {
  const at = lineEnd(text, anchor.end);
  const column = columnOf(text, (entries[0] ?? anchor).start);
  const blank = isApart ? [''] : [];
  const lines = blocksOf(added, style, () => gapAfterDash(text, anchor)).flatMap((block) => [
    ...blank,
    ...indentLines(block, column),
  ]);
  return { start: at, end: at, text: ['', ...lines].join(style.eol) };
}

function blocksOf(added: NewEntry, style: EmitStyle, gap: () => number): string[][] {
  if (added.key !== undefined) return [mappingLines({ [added.key]: added.value }, style)];
  const blanks = gap();
  return added.values.map((value) => sequenceLines([value], style, blanks));
}

function gapAfterDash(text: string, anchor: Entry): number {
  if (anchor.indicatorEnd === undefined || anchor.value === undefined) return 1;
  const next = skipBlanks(text, anchor.indicatorEnd);
  const blanks = text.slice(anchor.indicatorEnd, next);
  const besideDash = next < lineEnd(text, anchor.indicatorEnd) && text[next] !== '#';
  return besideDash && /^ {1,4}$/.test(blanks) ? blanks.length : 1;
}

/**
 * The splices that take an entry with its lines out of a block collection that holds others too,
 * best first; the later ones are for comments and blank lines a block scalar above would swallow.
 */
export function removeLines(text: string, collection: Collection, index: number): Splice[] {
  const entry = entriesOf(text, collection)[index];
  if (entry === undefined) return [];
  const end = lineEnd(text, entry.end);
  if (!isFirstOnLine(text, entry.start)) return [removeBesideDash(text, entry.start, end)];
  const start = lineStart(text, entry.start);
  const next = nextLineStart(text, end);
  const whole = { start, end: next, text: '' };
  if (next === text.length) return [removeAtEnd(text, start, end), whole];
  const gap = removeWithGap(text, start, next, columnOf(text, entry.start));
  return [...removeWithBlank(text, start, next, index), whole, gap];
}

/** The last lines of a file go with the blank lines above; a missing final line end stays missing. */
function removeAtEnd(text: string, start: number, end: number): Splice {
  let content = start;
  while (content > 0 && /\s/.test(text.charAt(content - 1))) content -= 1;
  const above = lineEnd(text, content);
  return { start: end === text.length ? above : nextLineStart(text, above), end: text.length, text: '' };
}

/** Blank lines above and below would become two: where that is so, one of them goes with the entry. */
function removeWithBlank(text: string, start: number, next: number, index: number): Splice[] {
  const above = text.slice(lineStart(text, start - 1), start);
  const below = nextLineStart(text, next);
  const isOpenAbove = above.trim() === '' || (index === 0 && !above.includes('#'));
  return isOpenAbove && text.slice(next, below).trim() === '' ? [{ start, end: below, text: '' }] : [];
}

/** The first key of `- id: a`: what comes next moves up beside the dash. */
function removeBesideDash(text: string, start: number, end: number): Splice {
  const rest = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + rest, text: '' };
}

/** Takes the blank lines below too, and moves a comment there out to the entry's column. */
function removeWithGap(text: string, start: number, next: number, column: number): Splice {
  let at = next;
  while (at < text.length && lineEnd(text, at) === skipBlanks(text, at)) at = nextLineStart(text, at);
  const content = skipBlanks(text, at);
  if (text[content] !== '#') return { start, end: at, text: '' };
  return { start, end: content, text: ' '.repeat(column) };
}

/** Whether blank lines keep entries apart, be it only once. */
export function separatesEntries(text: string, entries: readonly Entry[]): boolean {
  return entries.some((entry, index) => {
    const next = entries[index + 1];
    return (
      next !== undefined && hasBlankLine(text.slice(lineEnd(text, entry.end), lineStart(text, next.start)))
    );
  });
}

/** Whether a blank line keeps the last entry apart from the one before. */
export function separatesLastEntries(text: string, entries: readonly Entry[]): boolean {
  return separatesEntries(text, entries.slice(-2));
}
