import type { Printable } from './printable.ts';

declare const renderedBrand: unique symbol;

/**
 * Output that is ready for a stream: a page laid out of printable texts, JSON, or a whole document. The
 * streams of the context take nothing else, so that no text gets to a terminal without having been rendered.
 */
export type Rendered = string & { readonly [renderedBrand]: true };

/**
 * Says that a text is rendered. For those who render, and nobody else: test/render/boundary.test.ts holds
 * the list of them and what each has to see to.
 */
export function rendered(text: string): Rendered {
  return text as Rendered;
}

/** Lines as they are, without layout: for what has to look the same everywhere. */
export function renderLines(lines: readonly Printable[]): Rendered {
  return rendered(lines.map((line) => `${line}\n`).join(''));
}

/** Empties the line of a terminal that the cursor stands in. */
export const clearedLine: Rendered = rendered('\r\x1b[K');
