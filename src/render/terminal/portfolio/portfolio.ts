import type { PortfolioRow } from '../../../core/portfolio/row.ts';
import { byAttention, groupTitle, type PortfolioView } from '../../portfolio-view.ts';
import { type Printable, printable, trusted } from '../../printable.ts';
import type { Rendered } from '../../rendered.ts';
import type { TerminalSettings } from '../layout.ts';
import { createPage, type Page } from '../page.ts';
import { showDurations, showForecasts } from './durations.ts';
import { showOrganisation } from './organisation.ts';
import { type Reasons, rowTable } from './rows.ts';
import { groupLine, showTotals } from './totals.ts';

/** What of a portfolio a terminal shows beside the partnerships. */
export interface PortfolioParts {
  readonly durations: boolean;
  readonly forecast: boolean;
}

/** Lays a portfolio out for a terminal: what needs attention first, then the rest, totals below. */
export function renderPortfolio(
  view: PortfolioView,
  parts: PortfolioParts,
  settings: TerminalSettings,
): Promise<Rendered> {
  const page = createPage(settings);
  const { portfolio, words } = view;
  const { rows, found, organisation } = portfolio;
  page.heading(titleOf(view));
  const shown = rows.length === found ? words.count(found) : words.countOf(rows.length, found);
  page.paragraph(trusted(`${shown} · ${words.asOf(view.figures.date(portfolio.asOf))}`));
  if (rows.length === 0) {
    page.blank();
    page.paragraph(trusted(words.none));
    return page.render();
  }
  if (parts.durations) showDurations(page, view);
  if (parts.forecast) showForecasts(page, view);
  if (parts.durations || parts.forecast) return page.render();
  if (organisation !== null && organisation.rows.length > 0) showOrganisation(page, organisation, view);
  showRows(page, view, settings.width === undefined ? 'all' : 'first');
  showTotals(page, view);
  return page.render();
}

function titleOf({ portfolio, words }: PortfolioView): Printable {
  const names = portfolio.organisation?.names ?? [];
  return names.length === 0 ? trusted(words.kind) : printable(names.join(' / '));
}

function showRows(page: Page, view: PortfolioView, told: Reasons): void {
  const { portfolio, words } = view;
  const { by, sort } = portfolio.query;
  const part = (title: string, rows: readonly PortfolioRow[], reasons: Reasons): void => {
    if (rows.length === 0) return;
    page.blank();
    page.heading(printable(`${title} (${rows.length})`));
    page.table(rowTable(rows, view, reasons));
  };
  if (by !== null && portfolio.groups !== null) {
    for (const group of portfolio.groups) {
      part(groupTitle(group, by, view), group.rows, told);
      groupLine(page, group.totals, view);
    }
  } else if (sort === 'urgency') {
    const { attention, onCourse, ended } = byAttention(portfolio.rows);
    part(words.sections.attention, attention, told);
    if (attention.length === 0) {
      page.blank();
      page.paragraph([{ text: trusted(`✓ ${words.allOnCourse}`), style: 'good' }]);
    }
    part(words.sections.onCourse, onCourse, 'none');
    part(words.sections.ended, ended, 'none');
  } else {
    part(words.sections.partnerships, portfolio.rows, told);
  }
}
