import type { Language } from '../../core/schema/partnership.ts';
import { loadTerms } from '../messages/terms.ts';
import { trusted } from '../printable.ts';
import { clearedLine, type Rendered, rendered } from '../rendered.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage } from './page.ts';

/** How far something is: of `total`, at so many a second. */
export interface ProgressFigures {
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
}

const barColumns = 24;

/** A line that takes the place of the one the cursor stands in: a bar, how many of how many, and how fast. */
export async function renderProgress(
  { done, total, perSecond }: ProgressFigures,
  language: Language,
  settings: TerminalSettings,
): Promise<Rendered> {
  const { diagnostics } = await loadTerms(language);
  const full = Math.round((done / Math.max(1, total)) * barColumns);
  const bar = '━'.repeat(full) + '─'.repeat(barColumns - full);
  const page = createPage(settings);
  page.paragraph(trusted(diagnostics.reading(bar, done, total, Math.round(perSecond))));
  const [line = ''] = (await page.render()).split('\n');
  return rendered(`${clearedLine}${line}`);
}
