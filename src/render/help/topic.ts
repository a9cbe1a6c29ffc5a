import type { HelpTerm } from './help-page.ts';

/** A part of an explanation. Between backticks stands what is typed or written in files. */
export type TopicBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'terms'; readonly terms: readonly HelpTerm[] }
  | { readonly kind: 'commands'; readonly commands: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/**
 * Something that `partner help` explains, as a value; the terminal, the manual page and JSON render it.
 * What comes out of files is printable in it already.
 */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly TopicBlock[];
}

export const heading = (text: string): TopicBlock => ({ kind: 'heading', text });
export const paragraph = (text: string): TopicBlock => ({ kind: 'paragraph', text });
export const list = (...items: string[]): TopicBlock => ({ kind: 'list', items });
export const terms = (given: readonly HelpTerm[]): TopicBlock => ({ kind: 'terms', terms: given });
export const commands = (...given: string[]): TopicBlock => ({ kind: 'commands', commands: given });

/** Terms out of what is known of each, in the order in which it is written down. */
export function termsOf(abouts: Readonly<Record<string, string>>): TopicBlock {
  return terms(Object.entries(abouts).map(([term, about]) => ({ term, about })));
}
