import { type Printable, trusted } from '../printable.ts';
import { baseDirection, leftToRightIsolate, popIsolate, rightToLeftIsolate } from './bidi.ts';
import type { Layout } from './layout.ts';
import { alignLine, closeIsolates, renderLine, type Segment, wrapSegments } from './styled-line.ts';

/** A column of a chart: its width, and its lines from top to bottom. */
export interface ChartColumn {
  readonly width: number;
  readonly lines: readonly (readonly Segment[])[];
}

/** Wraps texts, each of one look, into the lines of a column; each is an island that keeps its own order. */
export function columnOf(
  texts: readonly Pick<Segment, 'text' | 'style'>[],
  width: number | undefined,
  layout: Layout,
): Segment[][] {
  return texts.flatMap((text) => {
    const direction = baseDirection(text.text, layout.direction);
    const open = direction === 'rtl' ? rightToLeftIsolate : leftToRightIsolate;
    const island = (line: Printable) => trusted(`${open}${closeIsolates(line)}${popIsolate}`);
    return wrapSegments([text], width, layout.metrics).map((line) =>
      line.map((segment) => ({ ...segment, text: island(segment.text) })),
    );
  });
}

/**
 * Sets columns side by side, one blank between them, in reading order: the first stands at the right of
 * a mirrored page. Blanks at the end of a line fall away.
 */
export function sideBySide(columns: readonly ChartColumn[], layout: Layout): string[] {
  const height = Math.max(0, ...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const segments = columns.flatMap(({ width, lines }, index) => [
      ...(index === 0 ? [] : [{ text: trusted(' ') }]),
      ...padded(lines[row] ?? [], width, layout),
    ]);
    return chartLine(segments, layout);
  });
}

/** One line of a chart, at the margin of its page. */
export function chartLine(segments: readonly Segment[], layout: Layout): string {
  return alignLine(renderLine(withoutEnd(segments), layout.direction, layout), layout);
}

function padded(segments: readonly Segment[], width: number, layout: Layout): Segment[] {
  const used = segments.reduce((sum, { text }) => sum + layout.metrics.width(text), 0);
  return [...segments, { text: trusted(' '.repeat(Math.max(0, width - used))) }];
}

function withoutEnd(segments: readonly Segment[]): Segment[] {
  const kept = [...segments];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const text = trusted(last.text.trimEnd());
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}
