import { type Printable, trusted } from '../printable.ts';
import {
  type Direction,
  hasRightToLeft,
  leftToRightIsolate,
  leftToRightMark,
  popIsolate,
  rightToLeftIsolate,
  withoutMarks,
} from './bidi.ts';
import { isMirrored, type Layout, pageWidth } from './layout.ts';
import type { StyleName, Theme } from './theme.ts';
import type { TextMetrics } from './width.ts';
import { wrapRanges } from './wrap.ts';

/**
 * A piece of a line with one look. `ltr` marks what must read from left to right wherever it stands:
 * ids, file names, commands.
 */
export interface Segment {
  readonly text: Printable;
  readonly style?: StyleName | undefined;
  readonly ltr?: true;
}

/** A line ready for the terminal: its text with colours, and the columns it takes. */
export interface RenderedLine {
  readonly text: string;
  readonly width: number;
}

/**
 * One line as the terminal must get it. Order comes first and colour last: each stretch of one segment
 * is coloured where it ends up, so that colour codes never take part in the reordering.
 */
export function renderLine(segments: readonly Segment[], base: Direction, layout: Layout): RenderedLine {
  const joined = joinedText(segments);
  const width = layout.metrics.width(joined);
  if (layout.bidi === 'logical' || (base === 'ltr' && !hasRightToLeft(joined))) {
    return { text: paint(segments, layout.theme, (segment) => withoutMarks(segment.text)), width };
  }
  if (layout.bidi === 'terminal') return { text: isolate(segments, base, layout.theme), width };
  return { text: reorder(segments, base, layout), width };
}

/** Cuts segments into lines of at most `width` columns; the looks stay with their letters. */
export function wrapSegments(
  segments: readonly Segment[],
  width: number | undefined,
  metrics: TextMetrics,
): Segment[][] {
  if (width === undefined) return [[...segments]];
  const joined = joinedText(segments);
  return wrapRanges(joined, width, metrics).map(({ start, end }) => sliceSegments(segments, start, end));
}

/** Puts a line at its page's margin: at the right end of a mirrored page, else where it is. */
export function alignLine(line: RenderedLine, layout: Layout): string {
  const width = pageWidth(layout);
  if (width === undefined || !isMirrored(layout)) return line.text;
  return ' '.repeat(Math.max(0, width - line.width)) + line.text;
}

function sliceSegments(segments: readonly Segment[], start: number, end: number): Segment[] {
  const pieces: Segment[] = [];
  let offset = 0;
  for (const segment of segments) {
    const text = segment.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (text !== '') pieces.push({ ...segment, text: trusted(text) });
    offset += segment.text.length;
  }
  return pieces;
}

function joinedText(segments: readonly Segment[]): string {
  const [only] = segments;
  return segments.length === 1 && only !== undefined ? only.text : segments.map(({ text }) => text).join('');
}

function paint(segments: readonly Segment[], theme: Theme, textOf: (segment: Segment) => string): string {
  let text = '';
  for (const segment of segments) text += styled(textOf(segment), segment.style, theme);
  return text;
}

function styled(text: string, style: StyleName | undefined, theme: Theme): string {
  return style === undefined ? text : theme[style](text);
}

/** For a terminal that reorders: the line as an island, and a mark that keeps its neighbours apart. */
function isolate(segments: readonly Segment[], base: Direction, theme: Theme): string {
  const open = base === 'rtl' ? rightToLeftIsolate : leftToRightIsolate;
  const inner = paint(segments, theme, (segment) => {
    const text = closeIsolates(segment.text);
    return segment.ltr ? `${leftToRightIsolate}${text}${popIsolate}` : text;
  });
  return `${open}${inner}${popIsolate}${leftToRightMark}`;
}

/** An island cut in two by a line break must not swallow what follows it, nor end another one. */
export function closeIsolates(text: string): string {
  let depth = 0;
  const matched = text.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark !== popIsolate) depth += 1;
    else if (depth === 0) return '';
    else depth -= 1;
    return mark;
  });
  return matched + popIsolate.repeat(depth);
}

interface Piece {
  readonly text: string;
  readonly segment: Segment | undefined;
}

function reorder(segments: readonly Segment[], base: Direction, layout: Layout): string {
  const pieces = segments.flatMap(withIsolates);
  const graphemes = pieces.flatMap((piece) => layout.metrics.graphemes(piece.text));
  const owners = pieces.flatMap((piece) => Array<Segment | undefined>(piece.text.length).fill(piece.segment));
  const glyphs = layout.reorder?.(graphemes, base) ?? graphemesInOrder(graphemes);
  let output = '';
  let run = '';
  let owner: Segment | undefined;
  for (const glyph of glyphs) {
    const segment = owners[glyph.start];
    if (segment !== owner) {
      output += styled(run, owner?.style, layout.theme);
      run = '';
      owner = segment;
    }
    run += withoutMarks(glyph.text);
  }
  return output + styled(run, owner?.style, layout.theme);
}

function withIsolates(segment: Segment): Piece[] {
  if (!segment.ltr) return [{ text: closeIsolates(segment.text), segment }];
  return [
    { text: leftToRightIsolate, segment: undefined },
    { text: closeIsolates(segment.text), segment },
    { text: popIsolate, segment: undefined },
  ];
}

function graphemesInOrder(graphemes: readonly string[]): { text: string; start: number }[] {
  let start = 0;
  return graphemes.map((text) => {
    const glyph = { text, start };
    start += text.length;
    return glyph;
  });
}
