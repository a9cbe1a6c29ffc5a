import { trusted } from '../printable.ts';
import type { Segment } from './styled-line.ts';

// What is typed: between backticks, or an option by itself.
const typed = /(`[^`]*`|(?<![\w-])--?[A-Za-z][\w-]*)/;

/**
 * A text of our own in pieces, so that what is typed keeps together and reads from left to right, in
 * whatever language it is spoken of.
 */
export function codeSegments(text: string): Segment[] {
  return text
    .split(typed)
    .map(
      (piece, index): Segment =>
        index % 2 === 1 ? { text: trusted(piece), style: 'accent', ltr: true } : { text: trusted(piece) },
    )
    .filter((segment) => segment.text !== '');
}
