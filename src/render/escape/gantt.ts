import { printable } from '../printable.ts';

declare const ganttBrand: unique symbol;

/** A text in a gantt chart of Mermaid. */
export type GanttText = string & { readonly [ganttBrand]: true };

// Mermaid's charts have no way to quote a text, so what means something in them is shown by a sign that
// looks alike: its separators, its comments and entities, and what a page would take for a tag.
const lookalikes: Readonly<Record<string, string>> = {
  ':': '\u2236',
  ';': '\uff1b',
  '#': '\uff03',
  '%': '\uff05',
  '<': '\u2039',
  '>': '\u203a',
  '{': '(',
  '}': ')',
  '`': '\u2019',
  '"': '\u201d',
};

/** A foreign text as one line that ends no task, begins no directive and opens no tag. */
export function ganttText(text: string): GanttText {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  return line.replace(/[:;#%<>{}`"]/g, (sign) => lookalikes[sign] ?? '') as GanttText;
}
