import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentKinds } from '../../src/core/documents/document.ts';
import { atTerminal } from '../commands/context.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';
import { expectSound, looks, openBrowser, sheetsOf } from './browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = newFolder();
});

afterAll(() => browser.close());

const pages = [
  ['literacy-south', 'he'],
  ['harbour-skills', 'en'],
] as const;

async function save(name: string, kind: string, language: string): Promise<string> {
  const argv = ['document', kind, '--format', 'html', '--lang', language, '--today', '2026-11-20'];
  const { out } = await atTerminal(exampleFolder(name), argv);
  const file = join(folder, `${name}-${kind}.html`);
  writeFileSync(file, out);
  return pathToFileURL(file).href;
}

describe.each(
  pages.flatMap(([name, language]) => documentKinds.map((kind) => [kind, name, language] as const)),
)('%s of %s in %s', (kind, name, language) => {
  it('is sound and quiet at every size', async () => {
    const address = await save(name, kind, language);
    for (const [, look] of looks) await expectSound(browser, address, look, language);
  });
});

describe('the status', () => {
  it.each(pages)('of %s is one sheet of A4', async (name, language) => {
    expect(await sheetsOf(browser, await save(name, 'status', language))).toBe(1);
  });
});
