import type { HistoryEvent } from '../core/history/events.ts';
import { reportOf } from '../core/report.ts';
import type { Language } from '../core/schema/partnership.ts';
import { headOf } from '../git/head.ts';
import { type Invocation, languageOf, textLanguageOf } from '../invocation.ts';
import { type ReportView, viewOf } from '../render/report-view.ts';
import type { LoadedPartnership } from '../store/load-partnership.ts';
import { loadAsOf } from './loading.ts';

/** A report ready to be rendered, and the partnership that it was made of. */
export interface MadeReport {
  readonly view: ReportView;
  readonly loaded: LoadedPartnership;
}

/**
 * Reads the partnership as it is now, or was at a revision, and puts its report together, in a language of
 * the reader's where one is given.
 */
export async function makeReport(
  invocation: Invocation,
  root: string,
  at: string | undefined,
  asked: Language | undefined = invocation.options.lang,
  history: readonly HistoryEvent[] = [],
): Promise<MadeReport> {
  const { context } = invocation;
  const { loaded, today, commit: past } = await loadAsOf(invocation, root, at);
  const language = languageOf(context, asked, loaded.partnership.language);
  const textLanguage = textLanguageOf(context, asked, loaded.partnership.language);
  const bytes = new Map(
    [...loaded.files].flatMap(([file, source]) => (source.bytes === undefined ? [] : [[file, source.bytes]])),
  );
  const commit =
    past === null ? await headOf({ folder: root, env: context.env }, bytes) : { id: past, isChanged: false };
  const { partnership, journey, diagnostics } = loaded;
  const report = reportOf(partnership, journey, diagnostics, {
    ...{ today, commit, history },
    language: textLanguage,
  });
  return { view: await viewOf(report, language, textLanguage), loaded };
}

/** The report alone, as `makeReport` makes it. */
export async function makeView(
  invocation: Invocation,
  root: string,
  at: string | undefined,
  asked?: Language | undefined,
  history: readonly HistoryEvent[] = [],
): Promise<ReportView> {
  return (await makeReport(invocation, root, at, asked, history)).view;
}
