import { get, type IncomingMessage, request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type PageServer, servePage } from '../../src/page-server.ts';
import { servedPolicy } from '../../src/render/html/document.ts';
import { renderReportPage } from '../../src/render/html/report-page.ts';
import type { ReportView } from '../../src/render/report-view.ts';
import { exampleFolder, viewOfFolder } from '../reports.ts';
import { accessibilityProblems, openBrowser, openPage } from './browser.ts';

let browser: Browser;
let view: ReportView;
let server: PageServer;

beforeAll(async () => {
  browser = await openBrowser();
  view = await viewOfFolder(exampleFolder('literacy-south'), 'he');
});

afterAll(() => browser.close());
afterEach(() => server.close());

async function serve(state: { view: ReportView; isStale: boolean }): Promise<void> {
  server = await servePage((nonce, version) => ({
    body: renderReportPage(state.view, { nonce, version, isStale: state.isStale }),
    policy: servedPolicy(nonce),
  }));
}

function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, server.address), { method, headers }, (response) => {
      response.resume();
      resolve(response);
    });
    asked.on('error', reject).end();
  });
}

it('follows the files by itself, and says when they cannot be read', async () => {
  const state = { view, isStale: false };
  await serve(state);
  const { page, complaints } = await openPage(browser, server.address, { width: 1280 });
  expect(await page.locator('h1').textContent()).toBe(view.report.name);
  expect(await accessibilityProblems(page)).toEqual([]);
  state.view = { ...view, report: { ...view.report, name: 'שם חדש' } };
  server.changed();
  await page.locator('h1', { hasText: 'שם חדש' }).waitFor();
  state.isStale = true;
  server.changed();
  await page.locator('.stale').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('tells a page that was loaded before the last change at once', async () => {
  await serve({ view, isStale: false });
  server.changed();
  const first = await new Promise<string>((resolve, reject) => {
    get(new URL('/events?from=1', server.address), (response) => {
      let told = '';
      response.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (told.includes('event: change')) resolve(told);
      });
    }).on('error', reject);
  });
  expect(first).toContain('event: change\n');
});

it('listens on this machine only and answers nothing but reading, asked for by its own name', async () => {
  await serve({ view, isStale: false });
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const { port } = new URL(server.address);
  const page = await ask('GET', '/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*script-src 'nonce-[^']+'.*frame-ancestors 'none'$/,
  );
  const again = await ask('GET', '/');
  expect(again.headers['content-security-policy']).not.toBe(page.headers['content-security-policy']);
  expect((await ask('HEAD', '/')).statusCode).toBe(200);
  expect((await ask('GET', '/', { host: `localhost:${port}` })).statusCode).toBe(200);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1.evil.example:${port}`,
  ]) {
    expect((await ask('GET', '/', { host })).statusCode).toBe(421);
    expect((await ask('GET', '/events', { host })).statusCode).toBe(421);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await ask(method, '/')).statusCode).toBe(405);
  }
  for (const path of ['/../partnership.yaml', '/partnership.yaml', '/favicon.ico']) {
    expect((await ask('GET', path)).statusCode).toBe(404);
  }
});
