import { type Html, html } from '../../escape/html.ts';

/**
 * For pages that are laid out one way and whose own words run the other: each piece runs as its words do and stays
 * where the page puts it. Else full stops and numbers would wander to the wrong end.
 */
export function mixedStyles(direction: 'ltr' | 'rtl'): Html {
  const [start, end] = direction === 'rtl' ? [html`right`, html`left`] : [html`left`, html`right`];
  return html`
:is(h1, h2, h3, p, li, dt, dd, th, td, caption, summary, figcaption, span, time, code, .num, .figure) { unicode-bidi: plaintext; }
body :is(h1, h2, h3, p, li, dt, dd, th, td, caption, summary, figcaption) { text-align: ${start}; }
td.end { text-align: ${start}; }
@media print, (min-width: 60.01rem) { th.end, td.end { text-align: ${end}; } }`;
}
