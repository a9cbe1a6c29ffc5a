import { printable, showCodePoints, trusted } from '../printable.ts';
import { leftToRightIsolate, leftToRightMark, popIsolate } from './bidi.ts';
import { type Layout, pageWidth } from './layout.ts';

/**
 * A line of somebody's file and the place in it that is meant. `line` and the columns count from 1,
 * the columns in code points, `endColumn` not included. `text` is the raw line without its line end.
 */
export interface Excerpt {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

interface Slot {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

const ellipsis: Slot = { text: '…', width: 1, marked: false };

/** Every character that the excerpt will print. */
export function excerptSample(excerpt: Excerpt): string {
  return printable(excerpt.text);
}

/**
 * Three lines: a gutter, the source line cut around the place, and carets under it. A file's line is
 * laid out from left to right in every language, as editors do. The carets stand under the cells where
 * the marked characters are seen: also where the terminal reorders, as it does so by the same rules.
 */
export function renderExcerpt(excerpt: Excerpt, layout: Layout): string[] {
  const gutter = String(excerpt.line);
  const blank = ' '.repeat(gutter.length);
  const page = pageWidth(layout);
  const room = page === undefined ? undefined : Math.max(1, page - gutter.length - 4);
  const slots = cutAround(toSlots(excerpt, layout), room);
  const seen = inVisibleOrder(slots, layout);
  const shown = layout.bidi === 'visual' ? seen : slots;
  const { muted, bad } = layout.theme;
  const line = shown.map((slot) => slot.text).join('');
  const isolates = layout.bidi === 'terminal' && layout.reorder !== undefined;
  const source = isolates ? `${leftToRightIsolate}${line}${popIsolate}${leftToRightMark}` : line;
  const carets = seen.map((slot) => (slot.marked ? '^' : ' ').repeat(slot.width)).join('');
  return [
    muted(` ${blank} │`),
    `${muted(` ${gutter} │`)} ${source}`.trimEnd(),
    `${muted(` ${blank} │`)} ${bad(carets.trimEnd())}`,
  ];
}

/** The line in graphemes, with a blank behind its end so that a place at the very end can be marked. */
function toSlots(excerpt: Excerpt, layout: Layout): Slot[] {
  const points = showCodePoints(excerpt.text);
  const last = Math.max(excerpt.endColumn, excerpt.column + 1);
  const marks: boolean[] = [];
  for (const [index, point] of points.entries()) {
    const marked = index + 1 >= excerpt.column && index + 1 < last;
    for (let unit = 0; unit < point.shown.length; unit += 1) marks.push(marked);
  }
  let start = 0;
  const slots = layout.metrics.graphemes(points.map((point) => point.shown).join('')).map((text) => {
    const marked = marks.slice(start, start + text.length).includes(true);
    start += text.length;
    return { text, width: layout.metrics.width(text), marked };
  });
  if (!slots.some((slot) => slot.marked)) slots.push({ text: ' ', width: 1, marked: true });
  return slots;
}

/** At most `room` columns of the line; the beginning of the marked place stays in sight. */
function cutAround(slots: readonly Slot[], room: number | undefined): readonly Slot[] {
  if (room === undefined || totalWidth(slots) <= room) return slots;
  const marked = slots.findIndex((slot) => slot.marked);
  // A third of the room stays for what stands before the place.
  let before = Math.ceil(room / 3) - (slots[marked]?.width ?? 0);
  let from = marked;
  while (from > 0 && before >= (slots[from - 1]?.width ?? 0)) {
    from -= 1;
    before -= slots[from]?.width ?? 0;
  }
  const start = from === 0 ? [] : [ellipsis];
  const kept: Slot[] = [];
  let used = start.length;
  for (const slot of slots.slice(from)) {
    if (used + slot.width > room - 1) return [...start, ...kept, ellipsis];
    kept.push(slot);
    used += slot.width;
  }
  return [...start, ...kept];
}

function inVisibleOrder(slots: readonly Slot[], layout: Layout): readonly Slot[] {
  if (layout.bidi === 'logical' || layout.reorder === undefined) return slots;
  const byStart = new Map<number, Slot>();
  let start = 0;
  for (const slot of slots) {
    byStart.set(start, slot);
    start += slot.text.length;
  }
  const texts = slots.map((slot) => trusted(slot.text));
  return layout.reorder(texts, 'ltr').flatMap((glyph) => {
    const slot = byStart.get(glyph.start);
    return slot === undefined ? [] : [{ ...slot, text: glyph.text }];
  });
}

function totalWidth(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + slot.width, 0);
}
