import { foreign, type Html, html, text } from '../../escape/html.ts';
import type { PortfolioView } from '../../portfolio-view.ts';

/** A day in the reader's way of writing; nothing where there is none, as most rows lack one or the other. */
export function plainDay(day: string | null, { figures }: PortfolioView): Html {
  if (day === null) return text('');
  return html`<time class="num" datetime="${text(day)}">${text(figures.date(day))}</time>`;
}

/** A text of theirs; nothing where it is empty, so that a narrow page leaves the cell out. */
export function foreignOrNothing(value: string): Html {
  return value === '' ? text('') : foreign(value);
}

/** A figure that is formatted already; nothing where it is empty. */
export function num(value: string): Html {
  return value === '' ? text('') : html`<span class="num">${text(value)}</span>`;
}
