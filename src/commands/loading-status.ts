import type { Invocation } from '../invocation.ts';
import { modelledStatus } from '../store/modelled-status.ts';
import { loadAsOf } from './loading.ts';
import type { StatusReading } from './reading-status.ts';

/** Loads a partnership for its status; says, as every command does, why that cannot be done. */
export async function loadStatus(
  invocation: Invocation,
  root: string,
  revision: string | undefined,
): Promise<StatusReading> {
  const { loaded, today, commit } = await loadAsOf(invocation, root, revision, { places: invocation.json });
  return { ...modelledStatus(loaded, today), diagnostics: loaded.diagnostics, commit };
}
