import { describe, expect, it } from 'vitest';
import { everything, portfolioOf } from '../../src/core/portfolio.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { portfolioCsv } from '../../src/render/portfolio-csv.ts';
import { pageFiles, renderPortfolioReport } from '../../src/render/portfolio-formats.ts';
import { type PortfolioView, portfolioViewOf } from '../../src/render/portfolio-view.ts';
import { renderPortfolio } from '../../src/render/terminal/portfolio/portfolio.ts';
import { summary } from '../core/portfolio/summaries.ts';
import { expectGolden } from '../golden.ts';
import { newPortfolio, portfolioDay, summariesBelow } from '../portfolio-folder.ts';

async function viewIn(language: Language): Promise<PortfolioView> {
  const summaries = await summariesBelow(newPortfolio());
  return portfolioViewOf(portfolioOf(summaries, everything, portfolioDay), language);
}

describe.each(['en', 'he'] as const)('the report of a portfolio in %s', (language) => {
  it.each(['html', 'md', 'json'] as const)('as %s', async (format) => {
    const view = await viewIn(language);
    const files = pageFiles(view.portfolio.rows.filter(({ state }) => state !== null).map(({ dir }) => dir));
    expectGolden(
      `portfolio/report.${language}.${format}`,
      await renderPortfolioReport(view, format, format === 'html' ? files : undefined),
    );
  });
});

describe('a forecast', () => {
  const walk = (dir: string, ...days: readonly string[]) =>
    summary(dir, {
      started: days[0] ?? null,
      visits: ['scoping', 'planning', 'doing'].slice(0, days.length).flatMap((stage, index) => {
        const to = days[index + 1] ?? null;
        return days[index] === undefined
          ? []
          : [{ stage, from: days[index] ?? null, to, end: to === null ? null : ('advance' as const) }];
      }),
    });
  const done = ['a', 'b', 'c'].map((dir) => ({
    ...walk(dir, '2025-01-01', '2025-01-21', '2025-02-20', '2025-03-22'),
    ...{ state: 'institutionalised' as const, current: null },
  }));

  it.each([
    ['en', '22 Mar 2026'],
    ['he', '22/03/2026'],
  ] as const)('is told as a day in every form: %s', async (language, day) => {
    const view = await portfolioViewOf(
      portfolioOf([...done, walk('now', '2026-01-01')], everything, '2026-01-05'),
      language,
    );
    const settings = { direction: 'ltr', bidi: 'logical', width: 100, colorLevel: 0 } as const;
    const parts = { durations: false, forecast: true };
    expect(await renderPortfolio(view, parts, settings)).toContain(day);
    expect(await renderPortfolioReport(view, 'html')).toContain(day);
    expect(await renderPortfolioReport(view, 'md')).toContain(day);
    expect(await renderPortfolioReport(view, 'json')).toContain('"end": "2026-03-22"');
    expect(portfolioCsv(view.portfolio, true)).toMatch(/,2026-03-22\r\n/);
  });
});

describe('the pages of a portfolio', () => {
  it('have names that no disk takes for the same, and never the name of the index', () => {
    const files = pageFiles(['a/b', 'a-b', 'A b', 'index', '../up', 'עברית/כאן', 'x'.repeat(300)]);
    const names = [...files.values()];
    expect(names.slice(0, 6)).toEqual([
      ...['a-b.html', 'a-b-2.html', 'A-b-3.html', 'index-2.html', 'up.html', 'עברית-כאן.html'],
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.size);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(256);
  });
});
