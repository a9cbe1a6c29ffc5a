import { cssString, type Html, html } from '../../escape/html.ts';
import { baseStyles } from './base.ts';
import { chartStyles } from './charts.ts';
import { partStyles } from './parts.ts';

/** What stands at the foot of each sheet: whose page it is, as of when, and the word before its number. */
export interface Margins {
  readonly name: string;
  readonly dated: string;
  readonly page: string;
}

/** All styles of a page; those of paper know the page's own words, for the margins of each sheet. */
export function pageStyles(frame: { readonly direction: 'ltr' | 'rtl'; readonly margins: Margins }): Html {
  const { direction, margins } = frame;
  return html`${baseStyles}${partStyles}${chartStyles}${paperStyles(direction, margins)}`;
}

function paperStyles(direction: 'ltr' | 'rtl', margins: Margins): Html {
  const [start, end] = direction === 'rtl' ? [html`right`, html`left`] : [html`left`, html`right`];
  const title = cssString(margins.name);
  const dated = cssString(margins.dated);
  return html`
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-${start} { content: ${title}; font: 8pt system-ui, sans-serif; color: #555; }
  @bottom-center { content: ${dated}; font: 8pt system-ui, sans-serif; color: #555; }
  @bottom-${end} { content: ${cssString(`${margins.page} `)} counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #555; }
}`;
}
