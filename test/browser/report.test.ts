import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReportPage } from '../../src/render/html/report-page.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder, exampleNames, hostile, viewOfFolder } from '../reports.ts';
import {
  brokenWords,
  expectSound,
  looks,
  openBrowser,
  openPage,
  sheetsOf,
  sidewaysScroll,
} from './browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = newFolder();
});

afterAll(() => browser.close());

const languages = ['en', 'he'] as const;
function save(name: string, html: string): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

describe.each(exampleNames.flatMap((name) => languages.map((language) => [name, language] as const)))(
  'the page of %s in %s',
  (name, language) => {
    let address: string;

    beforeAll(async () => {
      const view = await viewOfFolder(exampleFolder(name), language);
      address = save(`${name}-${language}`, renderReportPage(view));
    });

    it.each(looks)('is sound and quiet: %s', (_name, look) => expectSound(browser, address, look, language));

    it.each([1280, 1040, 992, 800, 660, 390, 320])(
      'breaks no word of the stages at %i pixels',
      async (width) => {
        const { page } = await openPage(browser, address, { width });
        expect(await brokenWords(page, '.strip .title')).toEqual([]);
        // Not bought by a strip of one column.
        const columns = await page.evaluate<number>(
          "getComputedStyle(document.querySelector('.strip')).gridTemplateColumns.split(' ').length",
        );
        expect(columns).toBeGreaterThanOrEqual(width > 640 ? 5 : 1);
        await page.context().close();
      },
    );

    it('prints on A4 sheets', async () => {
      const sheets = await sheetsOf(browser, address);
      expect(sheets).toBeGreaterThan(3);
      expect(sheets).toBeLessThan(14);
    });
  },
);

describe.each(languages)('a report whose every text is hostile, in %s', (language) => {
  it.each(looks)('shows the texts and obeys none of them: %s', async (name, look) => {
    const view = await viewOfFolder(exampleFolder('harbour-skills'), language);
    const html = renderReportPage({ ...view, report: hostile(view.report) });
    const address = save(`hostile-${language}-${name}`, html);
    const { page, requests, complaints } = await openPage(browser, address, look);
    expect(await page.locator('script, img, iframe, object, link, base, form').count()).toBe(0);
    expect(await page.locator('[onload], [onerror], [onmouseover]').count()).toBe(0);
    const links = await page
      .locator('a')
      .evaluateAll((all) =>
        all.map((one: { getAttribute(name: string): string | null }) => one.getAttribute('href')),
      );
    expect(links.filter((href) => !/^(https?:|mailto:|#)/.test(href ?? ''))).toEqual([]);
    const title = await page.locator('h1').textContent();
    expect(title).toContain('<script>document.body.innerHTML');
    expect(title).not.toContain('\u202e');
    expect(await sidewaysScroll(page)).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    await page.context().close();
  });
});
