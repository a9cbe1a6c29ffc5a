import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCalendarDate } from '../src/core/calendar-date.ts';
import { type Report, type ReportCommit, reportOf } from '../src/core/report.ts';
import type { Language } from '../src/core/schema/partnership.ts';
import { type ReportView, viewOf } from '../src/render/report-view.ts';
import { loadPartnership } from '../src/store/load-partnership.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The partnerships that come with the program. */
export const exampleNames = ['harbour-skills', 'literacy-south', 'riverside-garden'] as const;

/** The folder of an example. */
export function exampleFolder(name: string): string {
  return join(here('../examples'), name);
}

/** The day that every example's README speaks of. */
const exampleDay = '2026-11-20';

/** A commit that is always the same. */
const someCommit: ReportCommit = { id: '5f2c1e0b7a9d4c3e8f6a1b2c3d4e5f60718293a4', isChanged: false };

/** The report of a folder as of the examples' day, in a language. */
export async function viewOfFolder(folder: string, language: Language): Promise<ReportView> {
  const loaded = await loadPartnership(folder, { today: exampleDay, resources: here('../dist') });
  const { partnership, journey, diagnostics } = loaded;
  const options = { today: exampleDay, language, commit: someCommit };
  return viewOf(reportOf(partnership, journey, diagnostics, options), language);
}

/** Texts that do harm wherever one is not escaped. */
const hostileText =
  '</title></style><script>document.body.innerHTML="owned"</script><img src=x onerror=alert(1)>' +
  '"\'><svg onload=alert(1)> | `code` [link](javascript:alert(1)) \u202Etxet &amp; \u0007\n# heading';

const freeTexts = new Set([
  ...['name', 'title', 'text', 'reason', 'notes', 'owner', 'by', 'item', 'response', 'statement', 'baseline'],
  ...['area', 'targetGroup', 'vision', 'source', 'for', 'unit', 'to', 'expected', 'purpose', 'relationship'],
]);

/** A report in which every text that people write is hostile. */
export function hostile(report: Report): Report {
  return mapped(report, '') as Report;
}

function mapped(value: unknown, key: string): unknown {
  // A day is checked where it is read, and nothing else gets into its place.
  if (typeof value === 'string') return freeTexts.has(key) && !isCalendarDate(value) ? hostileText : value;
  if (key === 'evidence' && Array.isArray(value)) {
    return ['javascript:alert(1)', 'https://example.org/"onmouseover="alert(1)', hostileText];
  }
  if (key === 'representatives') return [hostileText];
  if (Array.isArray(value)) return value.map((one) => mapped(one, key));
  // Decimals are objects of a class and no data.
  if (typeof value !== 'object' || value === null || 'toFixed' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapped(part, name)]));
}
