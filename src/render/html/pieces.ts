import type { StageState } from '../../core/status.ts';
import { foreign, type Html, html, text } from '../escape/html.ts';
import type { ReportView } from '../report-view.ts';

/** How a state looks; its sign and its word say the same without colour. */
export type Tone = 'good' | 'accent' | 'muted' | 'attention' | 'bad';

/** A sign beside every word, as on the terminal. */
export const stageSigns: Readonly<Record<StageState, string>> = {
  passed: '✓',
  current: '●',
  upcoming: '○',
  reopened: '↺',
  suspect: '!',
};

export const stageTones: Readonly<Record<StageState, Tone>> = {
  passed: 'good',
  current: 'accent',
  upcoming: 'muted',
  reopened: 'attention',
  suspect: 'bad',
};

/** A state in a word, with its sign; the sign is left out for screen readers. */
export function badge(tone: Tone, sign: string, word: string): Html {
  return html`<span class="badge ${text(tone)}"><span aria-hidden="true">${text(sign)}</span> ${text(word)}</span>`;
}

/** What stands where nobody has written anything down. */
export function notRecorded({ words }: ReportView): Html {
  return html`<span class="none">${text(words.notRecorded)}</span>`;
}

/** A text of theirs, or that there is none. */
export function given(value: string | null, view: ReportView): Html {
  return value === null ? notRecorded(view) : foreign(value);
}

/** A figure that is formatted already; null reads "not recorded". */
export function figure(value: string | null, view: ReportView): Html {
  return value === null ? notRecorded(view) : html`<span class="num">${text(value)}</span>`;
}

/** A day in the reader's way of writing; null reads "not recorded". */
export function day(value: string | null, view: ReportView): Html {
  if (value === null) return notRecorded(view);
  return html`<time class="num" datetime="${text(value)}">${text(view.figures.date(value))}</time>`;
}

/** One column of a table. */
export interface HtmlColumn {
  readonly title: string;
  readonly align?: 'end';
  readonly className?: string;
}

/**
 * A table whose first cell of each row is its heading. On a phone each row becomes a block and each
 * cell carries its column's title; the roles say to screen readers that it still is a table.
 */
export function table(
  caption: string,
  columns: readonly HtmlColumn[],
  rows: readonly (readonly Html[])[],
): Html {
  const classOf = ({ align, className }: HtmlColumn) =>
    [align, className].filter((name) => name !== undefined).join(' ');
  return html`<table role="table">
<caption>${text(caption)}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) =>
      html`<th scope="col" role="columnheader" class="${text(classOf(column))}">${text(column.title)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`
<tr role="row">${cells.map((cell, index) => {
      const column = columns[index] as HtmlColumn;
      const attributes = html`class="${text(classOf(column))}" data-label="${text(column.title)}"`;
      return index === 0
        ? html`<th scope="row" role="rowheader" ${attributes}>${cell}</th>`
        : html`<td role="cell" ${attributes}>${cell}</td>`;
    })}</tr>`,
  )}
</tbody></table>`;
}

/** A part of the page under a heading of its own. */
export function section(id: string, title: string, body: Html): Html {
  return sectionTitled(id, text(title), body);
}

/** A part of the page under a heading that is not ours. */
export function sectionTitled(id: string, title: Html, body: Html): Html {
  return html`
<section class="part" aria-labelledby="${text(id)}">
<h2 id="${text(id)}">${title}</h2>
${body}
</section>`;
}

/** A sentence that says that there is nothing to show. */
export function nothing(sentence: string): Html {
  return html`<p class="none">${text(sentence)}</p>`;
}

/** Terms with what is said of them; those without anything said are left out. */
export function facts(pairs: readonly (readonly [string, Html | null])[]): Html {
  return html`<dl class="facts">${pairs.map(([term, said]) =>
    said === null ? null : html`<div><dt>${text(term)}</dt><dd>${said}</dd></div>`,
  )}</dl>`;
}
