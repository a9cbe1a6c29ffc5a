import { expect, it } from 'vitest';
import { journeyOf } from '../../src/core/check-partnership.ts';
import { absentTables, exportTables } from '../../src/core/export.ts';
import { isTaken } from '../../src/core/model-words.ts';
import { reportOf } from '../../src/core/report.ts';
import { documentContent } from '../../src/render/documents/content.ts';
import { renderReportPage } from '../../src/render/html/report-page.ts';
import { renderReportMarkdown } from '../../src/render/markdown/report.ts';
import { loadDocumentWords } from '../../src/render/messages/documents.ts';
import { viewOf } from '../../src/render/report-view.ts';
import { ownPartnership } from '../core/own-partnership.ts';
import { ownModel } from '../core/schema/own-model.ts';

it('keeps every word of documents from being a section of a model’s own', async () => {
  const partnership = await ownPartnership({ agreement: {} });
  const options = { today: '2026-06-01', language: 'ar', commit: null };
  const report = reportOf(partnership, journeyOf(partnership), [], options);
  const tables = [...exportTables(partnership, report), ...absentTables(partnership, report)];
  const view = await viewOf(report, 'en', 'ar');
  const content = documentContent(view, partnership, tables, undefined, await loadDocumentWords('en'));
  const own = new Set(ownModel.own_sections?.map(({ id }) => id));
  const words = [content.fields, content.tables, content.signatures, content.flags].flatMap((map) => [
    ...map.keys(),
  ]);
  const heads = new Set(words.map((word) => word.split('.')[0] ?? ''));
  expect(heads.size).toBeGreaterThan(80);
  expect([...heads].filter((word) => !own.has(word) && !isTaken('section', word))).toEqual([]);
});

it('lets the words of a page run their own way where its texts run the other', async () => {
  const partnership = await ownPartnership({});
  const options = { today: '2026-06-01', language: 'ar', commit: null };
  const report = reportOf(partnership, journeyOf(partnership), [], options);
  const pages = await Promise.all(
    (['en', 'he'] as const).map(async (language) => renderReportPage(await viewOf(report, language, 'ar'))),
  );
  expect(pages.map((page) => page.includes('unicode-bidi: plaintext; }'))).toEqual([true, false]);
  for (const page of pages) expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(renderReportMarkdown(await viewOf(report, 'en', 'ar'))).not.toContain('<div');
  expect(renderReportMarkdown(await viewOf(report, 'he', 'ar'))).toContain('<div dir="rtl" lang="ar">');
});
