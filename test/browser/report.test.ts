import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReportPage } from '../../src/render/html/report-page.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder, exampleNames, hostile, viewOfFolder } from '../reports.ts';
import { accessibilityProblems, openBrowser, openPage, sidewaysScroll } from './browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = newFolder();
});

afterAll(() => browser.close());

const languages = ['en', 'he'] as const;
const looks = [
  ['phone', { width: 360 }],
  ['tablet, dark', { width: 800, colorScheme: 'dark' }],
  ['desktop', { width: 1280 }],
  // What is left of an A4 sheet between its margins.
  ['paper', { width: 680, media: 'print' }],
] as const;

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

    it.each(looks)('is sound and quiet: %s', async (_name, look) => {
      const { page, requests, complaints } = await openPage(browser, address, look);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'he' ? 'rtl' : 'ltr');
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('prints on A4 sheets', async () => {
      const { page } = await openPage(browser, address, { width: 1280, media: 'print' });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(3);
      expect(boxes.length).toBeLessThan(14);
      for (const [, width, height] of boxes) {
        expect(Number(width)).toBeCloseTo(595, -1);
        expect(Number(height)).toBeCloseTo(842, -1);
      }
      await page.context().close();
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
