import type { PortfolioRow } from '../../core/portfolio/row.ts';
import { foreign, type Html, html, pageLink, text } from '../escape/html.ts';
import { byAttention, nameOf, type PortfolioView } from '../portfolio-view.ts';
import { documentOf, filePolicy } from './document.ts';
import { nothing, section } from './pieces.ts';
import { endedTable, standingTable } from './portfolio/rows.ts';
import { durations, forecasts } from './portfolio/times.ts';
import { counts, inputs, tiles } from './portfolio/totals.ts';

/** The files of the partnerships' own pages, by their folders; undefined where there are none to link to. */
export type PageFiles = ReadonlyMap<string, string> | undefined;

/**
 * A portfolio as one HTML file that needs nothing beside it: what needs attention first, then all that
 * goes on and all that has ended, totals, and how long things take.
 */
export function renderPortfolioPage(view: PortfolioView, files: PageFiles): string {
  const { portfolio, words, reportWords, figures } = view;
  const { attention } = byAttention(portfolio.rows);
  const dated = words.asOf(figures.date(portfolio.asOf));
  const named = (row: PortfolioRow): Html => {
    const file = files?.get(row.dir);
    return file === undefined ? foreign(nameOf(row)) : pageLink(file, foreign(nameOf(row)));
  };
  const body = html`
<a class="skip" href="#main">${text(reportWords.skip)}</a>
<header class="masthead">
<p class="kind">${text(words.kind)}</p>
<h1>${text(words.count(portfolio.rows.length))}</h1>
<p class="dated"><time datetime="${text(portfolio.asOf)}">${text(dated)}</time></p>
</header>
<main id="main">
${section('brief', reportWords.sections.brief, tiles(view, attention.length))}
${standings(view, named)}
${counts(view)}
${inputs(view)}
${forecasts(view, named)}
${durations(view)}
</main>
<footer><p>${text(words.kind)} · ${text(dated)} · ${text(reportWords.madeBy)}</p></footer>`;
  const frame = {
    language: view.language,
    direction: view.terms.direction,
    title: `${words.kind} – ${words.count(portfolio.rows.length)}`,
    margins: { name: words.kind, dated, page: reportWords.page },
    policy: filePolicy,
  };
  return documentOf(frame, body);
}

/** The rows in three parts: what needs attention, what goes on, what has ended. */
function standings(view: PortfolioView, named: (row: PortfolioRow) => Html): Html {
  const { words, portfolio } = view;
  const { attention, onCourse, ended } = byAttention(portfolio.rows);
  return html`${section(
    'attention',
    titled(words.sections.attention, attention.length),
    attention.length === 0
      ? nothing(words.allOnCourse)
      : standingTable(words.sections.attention, attention, view, named, true),
  )}
${
  onCourse.length === 0
    ? null
    : section(
        'course',
        titled(words.sections.onCourse, onCourse.length),
        standingTable(words.sections.onCourse, onCourse, view, named, false),
      )
}
${
  ended.length === 0
    ? null
    : section(
        'ended',
        titled(words.sections.ended, ended.length),
        endedTable(words.sections.ended, ended, view, named),
      )
}`;
}

function titled(title: string, count: number): string {
  return `${title} (${count})`;
}
