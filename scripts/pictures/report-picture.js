// Photographs the top of a report in Debian's chromium.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { chromium } from 'playwright-core';

const size = { width: 1280, height: 905 };

/** The top of a page as PNG, with a note in it of the words that it shows. */
export async function reportPicture(page, colorScheme) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  try {
    const context = await browser.newContext({ viewport: size, colorScheme });
    const tab = await context.newPage();
    await tab.setContent(page);
    return noted(await tab.screenshot({ type: 'png' }), sourceOf(page));
  } finally {
    await browser.close();
  }
}

/** A mark of the words that a page says, or that stands noted in a picture of it. */
export function sourceOf(pageOrPicture) {
  if (typeof pageOrPicture !== 'string') return noteIn(pageOrPicture);
  const words = pageOrPicture
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return createHash('sha256').update(words).digest('hex');
}

const keyword = 'Source\0';
// The signature and the header, which comes first.
const afterHeader = 8 + 25;

/** Puts a note into a PNG, as a chunk of text: length, type, content, checksum. */
function noted(picture, note) {
  const content = Buffer.from(`tEXt${keyword}${note}`, 'latin1');
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return Buffer.concat([picture.subarray(0, afterHeader), chunk, picture.subarray(afterHeader)]);
}

function noteIn(picture) {
  const start = afterHeader + 8 + keyword.length;
  return picture.toString('latin1', start, start + 64);
}
