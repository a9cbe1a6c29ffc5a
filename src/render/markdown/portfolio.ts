import type { PortfolioRow } from '../../core/portfolio/row.ts';
import {
  inline,
  joined,
  type Markdown,
  markdown,
  markdownFile,
  markdownTable,
  plain,
} from '../escape/markdown.ts';
import {
  byAttention,
  forecastGap,
  inputTitles,
  nameOf,
  type PortfolioView,
  reasonsOf,
  stageText,
  stateWord,
  titleIn,
} from '../portfolio-view.ts';

/** A portfolio as Markdown: the same order as the page; in Hebrew inside a block that reads from right to left. */
export function renderPortfolioMarkdown(view: PortfolioView): string {
  const { portfolio, words, figures } = view;
  const { attention, onCourse, ended } = byAttention(portfolio.rows);
  const head = joined(
    [plain(words.count(portfolio.rows.length)), inline(words.asOf(figures.date(portfolio.asOf)))],
    ' · ',
  );
  const parts = [
    markdown`# ${inline(words.kind)}`,
    head,
    ...rowsPart(words.sections.attention, attention, view),
    ...(attention.length === 0 ? [plain(words.allOnCourse)] : []),
    ...rowsPart(words.sections.onCourse, onCourse, view),
    ...rowsPart(words.sections.ended, ended, view),
    ...totalsPart(view),
    ...forecastPart(view),
  ];
  const body = parts.join('\n\n');
  return markdownFile(body, view.language);
}

function rowsPart(title: string, rows: readonly PortfolioRow[], view: PortfolioView): string[] {
  if (rows.length === 0) return [];
  const { partnership, stage, state, done, due, review, why } = view.words.columns;
  const day = (date: string | null) => inline(date === null ? '' : view.figures.date(date));
  return [
    markdown`## ${inline(title)}`,
    markdownTable(
      [partnership, stage, state, done, due, review, why].map(inline),
      rows.map((row): Markdown[] => [
        inline(nameOf(row)),
        inline(stageText(row, view)),
        inline(stateWord(row, view)),
        inline(row.current === null ? '' : `${row.current.required.done}/${row.current.required.total}`),
        day(row.current?.due ?? null),
        day(row.nextReview),
        inline(
          reasonsOf(row, view)
            .map(({ text }) => text)
            .join(' · '),
        ),
      ]),
    ),
  ];
}

function totalsPart(view: PortfolioView): string[] {
  const { portfolio, words, figures } = view;
  const { totals } = portfolio;
  const counted = (title: string, parts: readonly (readonly [string, number])[]) =>
    markdown`- ${inline(title)}: ${joined(
      parts.map(([name, count]) => markdown`${inline(name)} **${count}**`),
      ' · ',
    )}`;
  const lines = [
    counted(
      words.sections.byStage,
      totals.byStage.map(({ stage, number, count }) => [
        words.stage(number, titleIn(stage.title, view)),
        count,
      ]),
    ),
    counted(
      words.sections.byState,
      totals.byState.map(({ state, count }) => [words.states[state], count]),
    ),
    ...(totals.reached === null
      ? []
      : [markdown`- ${inline(words.reached(figures.number(totals.reached)))}`]),
  ];
  return [
    markdown`## ${inline(words.sections.totals)}`,
    lines.join('\n'),
    markdownTable(
      [words.columns.currency, ...inputTitles(view)].map(inline),
      totals.inputs.map(({ currency, inputs: { cash, time, inKind, management, total, leveraged } }) => [
        inline(currency ?? words.noCurrency),
        ...[cash, time, inKind, management, total, leveraged].map((amount) =>
          inline(view.moneyOf(currency)(amount)),
        ),
      ]),
    ),
  ];
}

function forecastPart(view: PortfolioView): string[] {
  const { portfolio, words, figures } = view;
  if (portfolio.forecasts.length === 0) return [];
  return [
    markdown`## ${inline(words.sections.forecast)}`,
    markdownTable(
      [inline(words.columns.partnership), inline(words.columns.end)],
      portfolio.forecasts.map((forecast) => [
        inline(forecast.summary.name ?? forecast.summary.dir),
        inline(forecastGap(forecast, view) ?? figures.date(forecast.end ?? '')),
      ]),
    ),
    plain(words.forecastNote),
  ];
}
