import bidiFactory from 'bidi-js';
import type { Direction } from './bidi.ts';

/** One character as people see it, with the UTF-16 index where it began in the text. */
export interface Glyph {
  readonly text: string;
  readonly start: number;
}

/** Puts one line, given as graphemes in reading order, into the order of the screen, left to right. */
export type ReorderLine = (graphemes: readonly string[], base: Direction) => Glyph[];

// The package's types describe its ESM build, while Node loads the CommonJS one: a bare function.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

// The library looks at UTF-16 units and takes the halves of an emoji for letters; a star is as neutral
// as an emoji is.
const wideEmoji = /(?=[\u{10000}-\u{10ffff}])\p{Extended_Pictographic}/gu;
const trailing = /^[\s\u2066-\u2069\u200e\u200f]*$/;

/**
 * Reorders one line by the Unicode bidirectional algorithm. Points stay behind their letter, as
 * terminals want them, and brackets are mirrored where they read from right to left.
 */
export const reorderLine: ReorderLine = (graphemes, base) => {
  const text = graphemes.join('');
  const { levels } = bidi.getEmbeddingLevels(text.replace(wideEmoji, '★★'), base);
  const glyphs: { text: string; start: number; level: number }[] = [];
  let start = 0;
  for (const grapheme of graphemes) {
    const level = levels[start] ?? 0;
    glyphs.push({ text: level % 2 === 1 ? mirrored(grapheme) : grapheme, start, level });
    start += grapheme.length;
  }
  // Rule L1: white space at the end of a line takes the line's own direction.
  for (let index = glyphs.length - 1; index >= 0; index -= 1) {
    const glyph = glyphs[index];
    if (glyph === undefined || !trailing.test(glyph.text)) break;
    glyph.level = base === 'rtl' ? 1 : 0;
  }
  reverseByLevel(glyphs);
  return glyphs;
};

/** Rule L2: from the highest level down to the lowest odd one, every run at or above it is reversed. */
function reverseByLevel(glyphs: { level: number }[]): void {
  const highest = glyphs.reduce((level, glyph) => Math.max(level, glyph.level), 0);
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < glyphs.length) {
      let to = from;
      while ((glyphs[to]?.level ?? -1) >= level) to += 1;
      reverseBetween(glyphs, from, to);
      from = to + 1;
    }
  }
}

function reverseBetween<T>(items: T[], from: number, to: number): void {
  const run = items.slice(from, to).reverse();
  for (const [offset, item] of run.entries()) items[from + offset] = item;
}

function mirrored(grapheme: string): string {
  const first = grapheme.slice(0, 1);
  return (bidi.getMirroredCharacter(first) ?? first) + grapheme.slice(1);
}
