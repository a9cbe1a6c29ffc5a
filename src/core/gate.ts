import { checklistOf, mappingOf, type Partnership, type StageRecord } from './partnership.ts';

/** One thing that keeps a gate shut. What is no item of the checklist has `item: null`. */
export interface GateMissing {
  readonly item: string | null;
  readonly section: string | null;
  readonly why: 'not_done' | 'no_evidence' | 'no_decision' | 'invalid';
}

/** Whether a stage may be passed, and what is missing where not. */
export interface Gate {
  readonly open: boolean;
  readonly missing: readonly GateMissing[];
}

/** What the validation found in a stage's own file: the sections that it touches, null for the rest. */
export type InvalidParts = readonly (string | null)[];

/**
 * The gate of a stage: its file is valid, every required item is done (with evidence where that is
 * required) or waived, and at the last stage `exit.decision` is set. All else is a warning elsewhere.
 */
export function gateOf(
  partnership: Partnership,
  record: StageRecord,
  invalid: InvalidParts,
  waived: ReadonlySet<string> = new Set(),
): Gate {
  const missing: GateMissing[] = [];
  for (const line of checklistOf(record, partnership.language)) {
    if (!line.required || waived.has(line.id)) continue;
    if (!line.done) missing.push({ item: line.id, section: null, why: 'not_done' });
    else if (line.evidenceRequired && line.evidence.length === 0) {
      missing.push({ item: line.id, section: null, why: 'no_evidence' });
    }
  }
  if (record.number === partnership.stages.length && exitDecision(partnership) === undefined) {
    missing.push({ item: null, section: 'exit', why: 'no_decision' });
  }
  for (const section of new Set(invalid)) missing.push({ item: null, section, why: 'invalid' });
  return { open: missing.length === 0, missing };
}

/** How the partners decided to end: `exit.decision`, where it is set. */
export function exitDecision(partnership: Partnership): string | undefined {
  return mappingOf<{ decision?: string }>(partnership, 'exit')?.value.decision;
}
