import { foldedName, portableName } from '../core/file-name.ts';
import type { ReportForm } from './forms.ts';
import type { PageAbove } from './html/report-page.ts';
import { renderJson } from './json.ts';
import { portfolioJson } from './portfolio-json.ts';
import type { PortfolioView } from './portfolio-view.ts';
import { type Rendered, rendered } from './rendered.ts';
import type { ReportView } from './report-view.ts';

/** The portfolio's page in a folder of pages. */
export const indexFile = 'index.html';

/** A portfolio in one of the forms of a report. `files` are the pages to link to, by partnerships' folders. */
export async function renderPortfolioReport(
  view: PortfolioView,
  format: ReportForm,
  files?: ReadonlyMap<string, string>,
): Promise<Rendered> {
  if (format === 'json') return renderJson(portfolioJson(view.portfolio));
  if (format === 'md')
    return rendered((await import('./markdown/portfolio.ts')).renderPortfolioMarkdown(view));
  return rendered((await import('./html/portfolio-page.ts')).renderPortfolioPage(view, files));
}

/** The page of one partnership in a folder of pages, with a link back to the portfolio. */
export async function renderPageOfPortfolio(report: ReportView, { words }: PortfolioView): Promise<Rendered> {
  const above: PageAbove = { file: indexFile, title: words.back };
  return rendered((await import('./html/report-page.ts')).renderReportPage(report, undefined, above));
}

/**
 * A name for the page of each folder: letters, digits, `-`, `_` and `.` of its path, all else a hyphen; never
 * the index, and no two alike on a disk that does not tell capitals from small letters.
 */
export function pageFiles(dirs: readonly string[]): Map<string, string> {
  const taken = new Set([indexFile]);
  return new Map(
    dirs.map((dir) => {
      const name = dir.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
      // Disks take names of 255 bytes, and a letter has up to four.
      const base =
        Array.from(name.replace(/^[.-]+/, ''))
          .slice(0, 60)
          .join('') || 'partnership';
      let file = portableName(`${base}.html`);
      for (let again = 2; taken.has(foldedName(file)); again += 1) file = `${base}-${again}.html`;
      taken.add(foldedName(file));
      return [dir, file];
    }),
  );
}
