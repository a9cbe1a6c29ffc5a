import { type Printable, trusted } from '../printable.ts';
import { isMirrored, type Layout, textWidth } from './layout.ts';
import { alignLine, type RenderedLine, renderLine, type Segment, wrapSegments } from './styled-line.ts';

/** A term and what it means. */
export interface Definition {
  readonly term: Segment;
  readonly about: readonly Segment[];
}

const margin = 2;
const gap = 2;
// Fewer columns than this make a ladder of a sentence.
const narrowestAbout = 28;
// How much of a page its terms may take: a term that is longer stands on a line of its own.
const widestTerms = 0.42;

/**
 * Terms in one column, what they mean in another; terms stand first in reading order, at the right of a
 * mirrored page. Where there is no room for two columns, the meaning stands below its term. `peers` are
 * the terms of the whole page, where all of it shall have the same columns.
 */
export function renderDefinitions(
  definitions: readonly Definition[],
  layout: Layout,
  peers: readonly Printable[] = definitions.map(({ term }) => term.text),
): string[] {
  const width = textWidth(layout);
  const column = columnOf(
    peers.map((term) => layout.metrics.width(term)),
    width,
  );
  const room = width === undefined ? undefined : width - margin - column - gap;
  const isStacked = room !== undefined && room < narrowestAbout;
  const indent = isStacked ? margin + 4 : margin + column + gap;
  const limit = width === undefined ? undefined : Math.max(1, width - indent);
  const wrapped = definitions.map(({ about }) => linesOf(about, limit, layout));
  const widest = limit ?? Math.max(0, ...wrapped.flat().map((line) => line.width));
  return definitions.flatMap(({ term }, index) => {
    const head = renderLine([term], term.ltr ? 'ltr' : layout.direction, layout);
    const about = wrapped[index] ?? [];
    const standsAlone = isStacked || head.width > column;
    const lines = standsAlone ? [none, ...about] : about;
    return lines.map((line, row) =>
      alignLine(placed(row === 0 ? head : none, line, { indent, widest }, layout), layout),
    );
  });
}

const none: RenderedLine = { text: '', width: 0 };

/** The width of the column of terms: that of the longest one that leaves room for what it means. */
function columnOf(widths: readonly number[], width: number | undefined): number {
  const most = width === undefined ? Number.POSITIVE_INFINITY : Math.floor(width * widestTerms);
  return Math.max(0, ...widths.filter((one) => one <= most));
}

function linesOf(about: readonly Segment[], limit: number | undefined, layout: Layout): RenderedLine[] {
  return wrapSegments(about, limit, layout.metrics).map((line) => renderLine(line, layout.direction, layout));
}

interface Columns {
  /** Where the meanings begin. */
  readonly indent: number;
  /** The width of their column. */
  readonly widest: number;
}

/** A term (perhaps none) and a line of its meaning (perhaps none) in their columns. */
function placed(
  term: RenderedLine,
  about: RenderedLine,
  { indent, widest }: Columns,
  layout: Layout,
): RenderedLine {
  const between = ' '.repeat(Math.max(0, indent - margin - term.width));
  if (!isMirrored(layout)) {
    const text = `${' '.repeat(margin)}${term.text}${between}${about.text}`.trimEnd();
    return { text, width: indent + about.width };
  }
  // In the order of the screen: the meaning ends where the column of the terms begins.
  if (about.width === 0) return { text: term.text, width: term.width + margin };
  if (term.width === 0) return { text: about.text, width: about.width + indent };
  const before = layout.width === undefined ? ' '.repeat(Math.max(0, widest - about.width)) : '';
  const width = before.length + about.width + between.length + term.width + margin;
  return { text: `${before}${about.text}${between}${term.text}`, width };
}

/** Every character of definitions, to know what laying them out needs. */
export function sampleOfDefinitions(definitions: readonly Definition[]): Printable {
  const texts = definitions.flatMap(({ term, about }) => [term.text, ...about.map(({ text }) => text)]);
  return trusted(texts.join(''));
}
