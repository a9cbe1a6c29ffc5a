import { type Printable, trusted } from '../printable.ts';
import type { TextMetrics } from './width.ts';

/** A stretch of a text: UTF-16 indexes, the end not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const ellipsis = '…';

/**
 * Where to cut a text so that each line fits into `width` columns: at blanks (which fall away at the
 * cut), and inside a word only where the word alone is too wide. A single character wider than that
 * stands alone; an empty text is one empty line.
 */
export function wrapRanges(text: string, width: number, metrics: TextMetrics): TextRange[] {
  const lines: TextRange[] = [];
  let line: TextRange | undefined;
  for (const word of wordRanges(text)) {
    if (line !== undefined && metrics.width(text.slice(line.start, word.end)) <= width) {
      line = { start: line.start, end: word.end };
      continue;
    }
    if (line !== undefined) lines.push(line);
    const pieces = breakWord(text, word, width, metrics);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1);
  }
  lines.push(line ?? { start: 0, end: 0 });
  return lines;
}

/** The text in lines of at most `width` columns, cut as `wrapRanges` says. */
export function wrapText(text: Printable, width: number, metrics: TextMetrics): Printable[] {
  return wrapRanges(text, width, metrics).map(({ start, end }) => trusted(text.slice(start, end)));
}

/** The text, or as much of its beginning as fits into `width` columns together with an ellipsis. */
export function truncateText(text: Printable, width: number, metrics: TextMetrics): Printable {
  if (metrics.width(text) <= width) return text;
  let kept = '';
  for (const grapheme of metrics.graphemes(text)) {
    if (metrics.width(kept + grapheme) > width - 1) break;
    kept += grapheme;
  }
  return trusted(width < 1 ? '' : `${kept}${ellipsis}`);
}

function wordRanges(text: string): TextRange[] {
  return Array.from(text.matchAll(/[^ ]+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function breakWord(text: string, word: TextRange, width: number, metrics: TextMetrics): TextRange[] {
  const whole = text.slice(word.start, word.end);
  if (metrics.width(whole) <= width) return [word];
  const pieces: TextRange[] = [];
  let start = word.start;
  let end = word.start;
  for (const grapheme of metrics.graphemes(whole)) {
    if (end > start && metrics.width(text.slice(start, end + grapheme.length)) > width) {
      pieces.push({ start, end });
      start = end;
    }
    end += grapheme.length;
  }
  pieces.push({ start, end });
  return pieces;
}
