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

/** What a reader is to know of an item that keeps a gate shut, in every language that the model says it in. */
export interface WantedItem {
  readonly id: string;
  /** As the file has it; the model's texts where the item was removed from the file. */
  readonly text: string | Readonly<Record<string, string>>;
  /** What would be evidence, where the model names it. */
  readonly expects: Readonly<Record<string, string>> | undefined;
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

/** The items of a stage that its gate misses, in the gate's order. */
export function wantedItems(record: StageRecord, { missing }: Gate, language: string): WantedItem[] {
  const listed = new Map(checklistOf(record, language).map((line) => [line.id, line]));
  const demands = new Map(record.stage.checklist.map((item) => [item.id, item]));
  return missing.flatMap(({ item: id }) => {
    const line = id === null ? undefined : listed.get(id);
    if (line === undefined) return [];
    const demand = demands.get(line.id);
    const text = line.index === undefined ? (demand?.text ?? line.text) : line.text;
    return [{ id: line.id, text, expects: demand?.evidence }];
  });
}

/** How the partners decided to end: `exit.decision`, where it is set. */
export function exitDecision(partnership: Partnership): string | undefined {
  return mappingOf<{ decision?: string }>(partnership, 'exit')?.value.decision;
}
