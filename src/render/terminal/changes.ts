import type { Change } from '../../core/history/change.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { changeLine, type HistoryView } from './history.ts';
import { createPage } from './page.ts';

/** Lays the changes between two points out, under a line that says which two: `between`, safe to print. */
export function renderChanges(
  name: string,
  between: string,
  changes: readonly Change[],
  view: HistoryView,
): Promise<Rendered> {
  const page = createPage(view.settings);
  page.heading(printable(name));
  page.paragraph([{ text: trusted(between), style: 'muted' }]);
  page.blank();
  for (const change of changes) changeLine(page, change, view);
  if (changes.length === 0) page.paragraph(trusted(view.texts.words.diff.nothing));
  return page.render();
}
