import type { GateMissing } from '../core/gate.ts';
import type { Terms } from './messages/terms.ts';

/** Why something keeps a gate shut, in words. */
export function missingReason({ why, section }: GateMissing, { status }: Pick<Terms, 'status'>): string {
  if (why === 'invalid') return section === null ? status.invalid : status.invalidSection(section);
  return { not_done: status.notDone, no_evidence: status.noEvidence, no_decision: status.noDecision }[why];
}
