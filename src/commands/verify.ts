import { eventsOf, type HistoryEvent } from '../core/history/events.ts';
import type { Step } from '../core/history/lineage.ts';
import { originsOf } from '../core/history/origins.ts';
import type { Proof, Verdict } from '../core/history/proof.ts';
import { type FolderState, proveReviews } from '../core/history/prove-reviews.ts';
import { type Invocation, loadOptions, printJson } from '../invocation.ts';
import { proofJson } from '../render/history-json.ts';
import { renderProofs } from '../render/terminal/proofs.ts';
import { loadFolder, loadPartnership, reviewsFile } from '../store/load-partnership.ts';
import { snapshotIn } from './at-revision.ts';
import { historyView, requireStage } from './history-view.ts';
import { type OpenRepository, withRepository } from './open-repository.ts';
import { readHistory, readWorkingFiles } from './recorded-history.ts';

/** Which reviews are to be proved: those since a day, those of a stage. */
interface Wanted {
  readonly since: string | undefined;
  readonly stage: string | undefined;
}

/** `partner history --verify`: proves every gate review again; exit 1 where one is not proved. */
export async function verify(invocation: Invocation, root: string, wanted: Wanted): Promise<number> {
  const now = await loadPartnership(root, loadOptions(invocation));
  requireStage(now, wanted.stage);
  const proofs = await withRepository(invocation, root, async (open) => {
    const working = await readWorkingFiles(root);
    const { steps, events, cut, contents } = await readHistory(open, working);
    // What a shallow clone begins with is nobody's event, but its reviews are there to be proved.
    const pending = events.filter(({ commit }) => commit === null);
    const all = [...pending, ...eventsOf(steps, contents, new Set(), working.sections)];
    const states = await statesOf(invocation, root, open, steps, all);
    return proveReviews({ events: all, states, now, cut });
  });
  const shown = proofs.filter((proof) => isWanted(proof, wanted));
  const view = await historyView(invocation, now);
  if (invocation.json) printJson(invocation, verificationJson(now.partnership.id, shown));
  else invocation.context.stdout.write(await renderProofs(now.partnership.name, shown, view));
  return shown.some(({ verdict }) => verdict === 'failed' || verdict === 'unproved') ? 1 : 0;
}

function isWanted({ date, stage }: Proof, wanted: Wanted): boolean {
  const isRecent = wanted.since === undefined || date === null || date >= wanted.since;
  return isRecent && (wanted.stage === undefined || wanted.stage === stage);
}

function verificationJson(id: string, proofs: readonly Proof[]) {
  const count = (verdict: Verdict) => proofs.filter((proof) => proof.verdict === verdict).length;
  return {
    format: 1,
    id,
    proofs: proofs.map(proofJson),
    totals: {
      proved: count('proved'),
      failed: count('failed'),
      unproved: count('unproved'),
      set_aside: count('set_aside'),
    },
  };
}

/** The partnership as it stood at each commit that brought a review in. */
async function statesOf(
  invocation: Invocation,
  root: string,
  open: OpenRepository,
  steps: readonly Step[],
  events: readonly HistoryEvent[],
): Promise<Map<string, FolderState>> {
  const wanted = new Set(originsOf(events).flatMap(({ commit }) => commit?.oid ?? []));
  const states = new Map<string, FolderState>();
  for (const { commit, files } of steps) {
    const book = files.find(({ file, after }) => file === reviewsFile && after !== null);
    if (!wanted.has(commit.oid) || book === undefined) continue;
    const snapshot = await snapshotIn(open, commit.oid, book.place);
    states.set(commit.oid, await loadFolder(root, { ...loadOptions(invocation), snapshot }));
  }
  return states;
}
