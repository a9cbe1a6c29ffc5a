import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Debian's chromium; throws where there is none (`apt-get install chromium`). */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args });
}

/** What a page did beside being shown. */
export interface Watched {
  readonly page: Page;
  /** Addresses that it asked for, its own apart. */
  readonly requests: readonly string[];
  /** What stood on the console, dialogs and errors of scripts. */
  readonly complaints: readonly string[];
}

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly height?: number;
  readonly media?: 'screen' | 'print';
  readonly colorScheme?: 'light' | 'dark';
}

/** The sizes and lights that every page is looked at in. */
export const looks: readonly (readonly [name: string, look: Look])[] = [
  ['phone', { width: 360 }],
  ['tablet, dark', { width: 800, colorScheme: 'dark' }],
  ['desktop', { width: 1280 }],
  // What is left of an A4 sheet between its margins.
  ['paper', { width: 680, media: 'print' }],
];

/** Opens an address and notes everything that the page does on its own. */
export async function openPage(browser: Browser, address: string, look: Look): Promise<Watched> {
  const { width, height = 800, media = 'screen', colorScheme = 'light' } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.emulateMedia({ media, colorScheme });
  await page.goto(address);
  return { page, requests, complaints };
}

/** What axe finds wrong with a page, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // To describe all that is right as well takes ten times as long.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** How far a page reaches beyond its window, in pixels: 0 where nothing has to be scrolled sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  const script = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  return page.evaluate<number>(script);
}

/** The words inside some elements that stand on more than one line, since they had no room on one. */
export function brokenWords(page: Page, selector: string): Promise<string[]> {
  // What runs in the page is text: the types of the browser's own are not those of the tests.
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
    return found;
  })`);
}

/** Holds a page to what every page must be: readable for all, in its language, and silent. */
export async function expectSound(
  browser: Browser,
  address: string,
  look: Look,
  language: string,
): Promise<void> {
  const { page, requests, complaints } = await openPage(browser, address, look);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await page.getAttribute('html', 'dir')).toBe(language === 'he' ? 'rtl' : 'ltr');
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  await page.context().close();
}

/** How many sheets a page takes in print; each has to be A4. */
export async function sheetsOf(browser: Browser, address: string): Promise<number> {
  const { page } = await openPage(browser, address, { width: 1280, media: 'print' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, width, height] of boxes) {
    expect(Number(width)).toBeCloseTo(595, -1);
    expect(Number(height)).toBeCloseTo(842, -1);
  }
  await page.context().close();
  return boxes.length;
}
