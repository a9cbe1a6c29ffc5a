import { cssString, type Html, html } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { baseStyles } from './base.ts';
import { chartStyles } from './charts.ts';
import { partStyles } from './parts.ts';

/** All styles of a page; those of paper know the page's own words, for the margins of each sheet. */
export function pageStyles(view: ReportView): Html {
  return html`${baseStyles}${partStyles}${chartStyles}${paperStyles(view)}`;
}

function paperStyles({ report, words, terms, figures }: ReportView): Html {
  const [start, end] = terms.direction === 'rtl' ? [html`right`, html`left`] : [html`left`, html`right`];
  const title = cssString(report.name);
  const dated = cssString(words.asOf(figures.date(report.asOf)));
  return html`
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-${start} { content: ${title}; font: 8pt system-ui, sans-serif; color: #555; }
  @bottom-center { content: ${dated}; font: 8pt system-ui, sans-serif; color: #555; }
  @bottom-${end} { content: ${cssString(`${words.page} `)} counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #555; }
}`;
}
