import { basename, join, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import { everything, type Portfolio, portfolioOf } from '../core/portfolio.ts';
import { type Invocation, languageOf } from '../invocation.ts';
import { formOfFile, type ReportForm, reportForms } from '../render/forms.ts';
import {
  indexFile,
  pageFiles,
  renderPageOfPortfolio,
  renderPortfolioReport,
} from '../render/portfolio-formats.ts';
import { type PortfolioView, portfolioViewOf } from '../render/portfolio-view.ts';
import { isOwnReport } from '../render/report-formats.ts';
import { isFolder, makeOutputFolder, writeOutput } from '../store/write-output.ts';
import { stdoutName, tell } from './handing-out.ts';
import { commonLanguage, summariesBelow } from './list.ts';
import { shownPath } from './paths.ts';
import { makeView } from './report-making.ts';

/**
 * `partner report` above the partnerships: a page of all of them. `--out` names a file for that page alone,
 * or a folder that gets it as index.html with a page a partnership.
 */
export async function portfolioReport(invocation: Invocation, options: CommandOptions): Promise<number> {
  const { context, folder } = invocation;
  for (const option of ['at', 'watch', 'serve'])
    if (options[option] !== undefined)
      throw new PartnerError('usage', { problem: forOne(option), command: 'report' });
  const summaries = await summariesBelow(invocation, folder);
  const portfolio = portfolioOf(summaries, everything, invocation.today);
  const language = languageOf(context, invocation.options.lang, commonLanguage(summaries));
  const view = await portfolioViewOf(portfolio, language);
  const out = options.out as string | undefined;
  const format = (options.format as ReportForm | undefined) ?? (invocation.json ? 'json' : undefined);
  const isNamed = out !== undefined && out !== stdoutName;
  if (isNamed && (format ?? 'html') === 'html' && namesFolder(resolve(folder, out), out)) {
    await writePages(invocation, view, resolve(folder, out));
    return 0;
  }
  await writeOne(invocation, view, out, format ?? formOfFile(out ?? '', reportForms) ?? 'html');
  return 0;
}

const forOne = (option: string) => ({
  en: `--${option} is for the report of one partnership: go into its folder, or name it with -C`,
  he: `--${option} מתאים לדוח של שותפות אחת: יש להיכנס לתיקייה שלה, או לתת אותה ב־‎-C`,
});

/** A folder that stands there, or a name that ends like a folder's: with a slash, or without an extension. */
function namesFolder(path: string, given: string): boolean {
  return isFolder(path) || /[/\\]$/.test(given) || !/\.[^./\\]+$/.test(basename(given));
}

async function writeOne(
  invocation: Invocation,
  view: PortfolioView,
  out: string | undefined,
  format: ReportForm,
): Promise<void> {
  const { context, folder } = invocation;
  const text = await renderPortfolioReport(view, format);
  // A page is nothing to read at a terminal.
  const isChosen = out === undefined && format === 'html' && context.stdout.isTTY;
  if (out === stdoutName || (out === undefined && !isChosen)) {
    context.stdout.write(text);
    return;
  }
  const file = resolve(folder, out ?? 'portfolio-report.html');
  writeOutput(file, Buffer.from(text), isChosen ? isOwnReport : undefined);
  tell(invocation, view.reportWords.run.written(shownPath(invocation, file)));
}

/** Writes the portfolio's page and one of each partnership that can be read; only pages of ours are replaced. */
async function writePages(invocation: Invocation, view: PortfolioView, folder: string): Promise<void> {
  const readable = readableIn(view.portfolio);
  const files = pageFiles(readable);
  makeOutputFolder(folder);
  for (const [dir, file] of files) {
    const report = await makeView(invocation, join(invocation.folder, dir), undefined, view.language);
    writeOutput(join(folder, file), Buffer.from(await renderPageOfPortfolio(report, view)), isOwnReport);
  }
  const index = await renderPortfolioReport(view, 'html', files);
  // Last, so that it never leads to a page that is not there.
  writeOutput(join(folder, indexFile), Buffer.from(index), isOwnReport);
  tell(invocation, view.words.written(shownPath(invocation, folder), files.size + 1));
}

function readableIn({ rows }: Portfolio): string[] {
  return rows
    .filter(({ state }) => state !== null)
    .map(({ dir }) => dir)
    .sort();
}
