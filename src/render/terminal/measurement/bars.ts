import type { Language } from '../../../core/schema/partnership.ts';
import { type Printable, trusted } from '../../printable.ts';

/** A piece of a bar: how much of the whole it takes, and the sign that it is drawn with. */
export interface BarPart {
  readonly fraction: number;
  readonly sign: string;
}

/** The signs of a bar, from the surest to nothing; told apart without colour as well. */
export const signs = { full: '█', firm: '▓', faint: '░', none: '·' } as const;

// Blocks have no direction of their own: this mark makes them run from the right, as the page does.
const startOf: Readonly<Record<Language, string>> = { en: '', he: '\u200f' };

/**
 * A bar of `width` columns in reading direction. Pieces end at rounded places, so that they fill the bar
 * together. A piece that is there at all gets a column where there is one left, and so does what is
 * missing: only a whole looks like one.
 */
export function bar(parts: readonly BarPart[], width: number, rest: string, language: Language): Printable {
  // Parts of 1 in doubles can fall short of it by less than this.
  const isWhole = parts.reduce((whole, { fraction }) => whole + Math.max(0, fraction), 0) > 1 - 1e-9;
  const most = isWhole ? width : width - 1;
  let reached = 0;
  let drawn = '';
  for (const { fraction, sign } of parts) {
    reached += Math.max(0, fraction);
    const least = fraction > 0 ? drawn.length + 1 : drawn.length;
    drawn += sign.repeat(Math.min(most, Math.max(least, Math.round(reached * width))) - drawn.length);
  }
  return trusted(startOf[language] + drawn + rest.repeat(width - drawn.length));
}

const steps = '▁▂▃▄▅▆▇█';

/**
 * A line of blocks, one for each value, from the least to the greatest of them; of more values than
 * `width` the last of each stretch. All alike, they stand half high; of one value there is no line.
 */
export function sparkline(values: readonly number[], width: number, language: Language): Printable {
  if (values.length < 2) return trusted('');
  const shown = values.length <= width ? values : thinned(values, width);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const top = steps.length - 1;
  const blocks = shown.map((value) => {
    const height = high === low ? top / 2 : (top * (value - low)) / (high - low);
    return steps.charAt(Math.round(height));
  });
  return trusted(startOf[language] + blocks.join(''));
}

function thinned(values: readonly number[], width: number): number[] {
  return Array.from(
    { length: width },
    (_, place) => values[Math.ceil(((place + 1) * values.length) / width) - 1] ?? 0,
  );
}
