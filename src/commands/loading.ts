import { type Invocation, loadOptions } from '../invocation.ts';
import { type LoadedPartnership, type LoadOptions, loadPartnership } from '../store/load-partnership.ts';

/** A partnership, the day that counts as today for it, and the commit that it was read from, if from one. */
export interface LoadedAsOf {
  readonly loaded: LoadedPartnership;
  readonly today: string;
  readonly commit: string | null;
}

/** Loads a partnership as it stands, or as it stood at a revision: the way of every command with `--at`. */
export async function loadAsOf(
  invocation: Invocation,
  root: string,
  revision: string | undefined,
  extra: Pick<LoadOptions, 'places'> = {},
): Promise<LoadedAsOf> {
  if (revision === undefined) {
    const loaded = await loadPartnership(root, { ...loadOptions(invocation), ...extra });
    return { loaded, today: invocation.today, commit: null };
  }
  const { loadPartnershipAt } = await import('./at-revision.ts');
  return loadPartnershipAt(invocation, root, revision);
}
