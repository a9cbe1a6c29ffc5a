import type { Candidate } from '../../core/completion/candidate.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { refNames } from '../../git/ref-names.ts';
import type { Asked } from './asked.ts';

/** The names of branches and tags of the repository around the folder. */
export async function revisionCandidates({ context: { env }, folder }: Asked): Promise<Candidate[]> {
  try {
    const names = await refNames({ folder, env });
    return ['HEAD', ...names].map((value) => ({ value }));
  } catch (error) {
    // No git, no repository, or one that git does not read: there are no revisions to name.
    if (error instanceof PartnerError) return [];
    throw error;
  }
}
