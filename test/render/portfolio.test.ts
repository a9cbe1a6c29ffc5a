import { describe, expect, it } from 'vitest';
import type { PartnershipSummary } from '../../src/core/portfolio/summary.ts';
import { everything, portfolioOf } from '../../src/core/portfolio.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { pageFiles, renderPortfolioReport } from '../../src/render/portfolio-formats.ts';
import { type PortfolioView, portfolioViewOf } from '../../src/render/portfolio-view.ts';
import { readPortfolio } from '../../src/store/portfolio.ts';
import { expectGolden } from '../golden.ts';
import { newPortfolio, portfolioDay } from '../portfolio-folder.ts';

const resources = new URL('../../dist', import.meta.url).pathname;

async function viewIn(language: Language): Promise<PortfolioView> {
  const summaries: PartnershipSummary[] = [];
  for await (const one of readPortfolio(newPortfolio(), { today: portfolioDay, resources }))
    summaries.push(one);
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
