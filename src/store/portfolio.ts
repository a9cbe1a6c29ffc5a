import { slashPathFrom } from '../core/file-path.ts';
import { type PartnershipSummary, summaryOf, unreadableSummary } from '../core/portfolio/summary.ts';
import { homeFile, scopeOf } from './discover.ts';
import { type LoadOptions, loadFolder, reviewsFile } from './load-partnership.ts';

/**
 * The summaries of all partnerships that a folder covers: those below it in the order of their paths, or
 * the one that it lies in. A folder whose partnership can't be put together has its summary too. Throws
 * `no-such-folder` and `no-partnership` (params `dir`).
 */
export async function* readPortfolio(root: string, options: LoadOptions): AsyncIterable<PartnershipSummary> {
  for (const folder of scopeOf(root).roots) yield await readSummary(root, folder, options);
}

/** The summary of one partnership's folder; `root` is the folder that it is named from. */
async function readSummary(root: string, folder: string, options: LoadOptions): Promise<PartnershipSummary> {
  const dir = slashPathFrom(root, folder) || '.';
  const { partnership, journey, diagnostics, files } = await loadFolder(folder, {
    ...options,
    places: false,
  });
  const isBookRead = files.get(reviewsFile)?.data !== undefined;
  return partnership === undefined || journey === undefined || !isBookRead
    ? unreadableSummary(files.get(homeFile)?.data, diagnostics, dir)
    : summaryOf(partnership, journey, diagnostics, options.today, dir);
}
