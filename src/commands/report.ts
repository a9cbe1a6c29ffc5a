import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Invocation } from '../invocation.ts';
import { formOfFile, type ReportForm, reportForms } from '../render/forms.ts';
import type { Rendered } from '../render/rendered.ts';
import { isOwnReport, renderReport } from '../render/report-formats.ts';
import type { ReportView } from '../render/report-view.ts';
import { isPortfolio, requireRoot } from '../store/discover.ts';
import { writeOutput } from '../store/write-output.ts';
import { followFiles, serveReport } from './following.ts';
import { stdoutName, tell } from './handing-out.ts';
import { atWorkingFolder, shownPath } from './paths.ts';
import { recentHistory } from './recent-history.ts';
import { makeView } from './report-making.ts';

/** Where a report goes, and in which form. */
interface Destination {
  readonly format: ReportForm;
  /** Undefined where it goes to stdout. */
  readonly file: string | undefined;
  /** The name was chosen by the program, so that nothing of somebody else's may be replaced. */
  readonly isChosen: boolean;
}

/**
 * `partner report`: everything about a partnership in one page, for people or for programs; above the
 * partnerships, a page of all of them.
 */
export async function report(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  if (isPortfolio(invocation.folder))
    return (await import('./portfolio-report.ts')).portfolioReport(invocation, options);
  const root = requireRoot(invocation.folder);
  const at = options.at as string | undefined;
  if (at !== undefined && (options.serve === true || options.watch === true))
    throw new PartnerError('usage', { problem: pastAndPresent, command: 'report' });
  // Of a revision the page is what it was; what came after it is not told.
  const make = async () =>
    makeView(invocation, root, at, undefined, at === undefined ? await recentHistory(invocation, root) : []);
  const view = await make();
  if (options.serve === true) {
    await serveReport(invocation, root, view, make);
    return 0;
  }
  const destination = destinationOf(invocation, view, options);
  const text = await textOf(invocation, root, view, destination);
  if (destination.file === undefined) {
    invocation.context.stdout.write(text);
    return 0;
  }
  writeReport(text, destination);
  const shown = shownPath(invocation, destination.file);
  tell(invocation, view.words.run.written(shown));
  if (options.watch === true) {
    await followFiles(
      invocation,
      root,
      async () => {
        const newer = await make();
        writeReport(await textOf(invocation, root, newer, destination), { ...destination, isChosen: false });
        tell(invocation, newer.words.run.again(shown));
      },
      view,
      () => tell(invocation, view.words.run.watching),
    );
  }
  return 0;
}

const pastAndPresent = {
  en: '--at shows what was; --serve and --watch follow what is: give one of them',
  he: '--at מראה את מה שהיה, ו־--serve ו־--watch עוקבים אחרי מה שיש: יש לבחור',
};

const watchedOnStdout = {
  en: '--watch writes anew what stands in a file: give --out a name, or leave it out',
  he: '--watch כותב מחדש את מה שבקובץ: יש לתת שם ב־--out, או להשמיט אותו',
};

// A page is nothing to read at a terminal, and one that is watched has to stand somewhere: without a name
// of their own they go to a file named after the partnership.
function destinationOf(
  invocation: Invocation,
  { report: { id } }: ReportView,
  options: CommandOptions,
): Destination {
  const { out, format: asked } = options as { out?: string; format?: ReportForm };
  const format =
    asked ?? (invocation.json ? 'json' : undefined) ?? formOfFile(out ?? '', reportForms) ?? 'html';
  if (out === stdoutName) {
    if (options.watch === true)
      throw new PartnerError('usage', { problem: watchedOnStdout, command: 'report' });
    return { format, file: undefined, isChosen: false };
  }
  if (out !== undefined) return { format, file: resolve(invocation.folder, out), isChosen: false };
  const needsFile = options.watch === true || (format === 'html' && invocation.context.stdout.isTTY);
  const file = needsFile ? resolve(invocation.folder, `${id}-report.${format}`) : undefined;
  return { format, file, isChosen: true };
}

function textOf(
  invocation: Invocation,
  root: string,
  view: ReportView,
  { format }: Destination,
): Promise<Rendered> {
  const problems = view.report.problems.map((problem) => atWorkingFolder(invocation, root, problem));
  return renderReport(view, format, problems);
}

function writeReport(text: string, { file = '', isChosen, format }: Destination): void {
  // Only a page says whose it is; in another form the name has to be given.
  const isOurs = isChosen ? (existing: Uint8Array) => format === 'html' && isOwnReport(existing) : undefined;
  writeOutput(file, Buffer.from(text), isOurs);
}
