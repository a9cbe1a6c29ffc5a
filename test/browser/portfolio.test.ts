import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipSummary } from '../../src/core/portfolio/summary.ts';
import { everything, portfolioOf } from '../../src/core/portfolio.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { renderPortfolioPage } from '../../src/render/html/portfolio-page.ts';
import { pageFiles } from '../../src/render/portfolio-formats.ts';
import { portfolioViewOf } from '../../src/render/portfolio-view.ts';
import { atTerminal } from '../commands/context.ts';
import { newFolder } from '../folders.ts';
import { newPortfolio, portfolioDay, summariesBelow } from '../portfolio-folder.ts';
import {
  accessibilityProblems,
  expectSound,
  looks,
  openBrowser,
  openPage,
  sheetsOf,
  sidewaysScroll,
} from './browser.ts';

let browser: Browser;
let root: string;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  root = newPortfolio();
  folder = newFolder();
});

afterAll(() => browser.close());

async function pageOf(
  language: Language,
  change: (summary: PartnershipSummary) => PartnershipSummary = (one) => one,
): Promise<string> {
  const summaries = (await summariesBelow(root)).map(change);
  const view = await portfolioViewOf(portfolioOf(summaries, everything, portfolioDay), language);
  return renderPortfolioPage(view, pageFiles(summaries.map(({ dir }) => dir)));
}

function save(name: string, page: string): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, page);
  return pathToFileURL(file).href;
}

describe.each(['en', 'he'] as const)('the page of a portfolio in %s', (language) => {
  let address: string;
  beforeAll(async () => {
    address = save(`portfolio-${language}`, await pageOf(language));
  });

  it.each(looks)('is sound and quiet: %s', (_name, look) => expectSound(browser, address, look, language));

  it('prints on A4 sheets', async () => {
    const sheets = await sheetsOf(browser, address);
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThan(6);
  });

  it('shows hostile names and obeys none of them', async () => {
    const name = '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\u202etxet';
    const html = await pageOf(language, (one) => ({
      ...one,
      ...(one.state === null ? {} : { name, dir: `javascript:alert(1)//${one.dir}` }),
      stages: one.stages.map((stage) => ({ ...stage, title: { en: name, he: name } })),
    }));
    const address = save(`hostile-portfolio-${language}`, html);
    const { page, requests, complaints } = await openPage(browser, address, { width: 800 });
    expect(await page.locator('script, img, iframe').count()).toBe(0);
    const links = await page
      .locator('main a')
      .evaluateAll((all) =>
        all.map((one: { getAttribute(name: string): string | null }) => one.getAttribute('href')),
      );
    expect(links.length).toBeGreaterThan(3);
    for (const href of links) expect(href).toMatch(/^[^:/]+\.html$/);
    expect(await sidewaysScroll(page)).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    await page.context().close();
  });
});

it('leads from the index to a page of a partnership and back', async () => {
  const site = join(folder, 'site');
  mkdirSync(site);
  const argv = ['report', '--lang', 'en', '--today', portfolioDay, '--out', site];
  expect((await atTerminal(root, argv)).code).toBe(0);
  const { page } = await openPage(browser, pathToFileURL(join(site, 'index.html')).href, { width: 1280 });
  await page.locator('main a', { hasText: 'Riverside Garden' }).click();
  expect(await page.locator('h1').textContent()).toBe('Riverside Garden');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator('nav.above a').click();
  expect(await page.locator('h1').textContent()).toBe('5 partnerships');
  await page.context().close();
});
