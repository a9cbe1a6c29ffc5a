import { PartnerError } from '../core/partner-error.ts';
import type { Invocation } from '../invocation.ts';
import { printable, trusted } from '../render/printable.ts';
import { renderLines } from '../render/rendered.ts';
import type { ReportView } from '../render/report-view.ts';
import { watchPartnership } from '../store/watch-partnership.ts';
import { reportRefusal } from './report-error.ts';

// An editor that saves, or a checkout, changes several files in a moment; one look at the end will do.
const settlingMilliseconds = 120;

/**
 * Calls `again` whenever the files of a partnership have changed and come to rest, until the person ends
 * the program. Where the files are broken meanwhile, that is said, and the watch goes on. `onReady` is called
 * once the watch stands: what is told earlier may be answered by a change that nobody sees.
 */
export async function followFiles(
  invocation: Invocation,
  root: string,
  again: () => Promise<void>,
  view: ReportView,
  onReady: () => void = () => {},
): Promise<void> {
  const { context } = invocation;
  const ended = context.interrupted().then(() => 'ended' as const);
  let { promise, resolve } = signal();
  const watch = watchPartnership(root, () => resolve());
  onReady();
  try {
    while ((await Promise.race([ended, promise])) !== 'ended') {
      await context.sleep(settlingMilliseconds);
      ({ promise, resolve } = signal());
      await unlessRefused(invocation, again, view);
    }
  } finally {
    watch.close();
  }
}

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function unlessRefused(
  invocation: Invocation,
  again: () => Promise<void>,
  { language, words }: ReportView,
): Promise<void> {
  try {
    await again();
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const { context } = invocation;
    await reportRefusal(error, { context, language, json: false });
    context.stderr.write(renderLines([trusted(words.run.stale)]));
  }
}

/** Serves the report on this machine, for as long as the person lets it run; open pages follow the files. */
export async function serveReport(
  invocation: Invocation,
  root: string,
  first: ReportView,
  make: () => Promise<ReportView>,
): Promise<void> {
  const { renderReportPage } = await import('../render/html/report-page.ts');
  const { servedPolicy } = await import('../render/html/document.ts');
  let view = first;
  let isStale = false;
  const server = await invocation.context.serve((nonce, version) => ({
    body: renderReportPage(view, { nonce, version, isStale }),
    policy: servedPolicy(nonce),
  }));
  try {
    await followFiles(
      invocation,
      root,
      async () => {
        isStale = true;
        try {
          view = await make();
          isStale = false;
        } finally {
          server.changed();
        }
      },
      view,
      () => {
        invocation.context.stdout.write(renderLines([printable(server.address)]));
        if (!invocation.quiet)
          invocation.context.stderr.write(renderLines([trusted(view.words.run.serving(server.address))]));
      },
    );
  } finally {
    await server.close();
  }
}
