import type { Journey } from '../journey.ts';
import { inLanguage } from '../model.ts';
import { checklistOf, type Partnership, type StageRecord, stageData } from '../partnership.ts';
import type { StageStatus } from '../status.ts';

/** One line of a checklist with all that a reviewer looks for. */
export interface ReportItem {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
  readonly done: boolean;
  readonly on: string | null;
  readonly by: string | null;
  /** Paths inside the partnership's folder, or links. */
  readonly evidence: readonly string[];
  /** What a reviewer would expect to see, in the reader's language; null where the model does not say. */
  readonly expected: string | null;
  /** Set where the review that passed the stage let it pass without this item. */
  readonly waived: { readonly reason: string; readonly by: string | null } | null;
}

/** A stage as the status tells it, with its purpose and its whole checklist, in the order of the file. */
export interface ReportStage extends StageStatus {
  readonly purpose: string;
  readonly items: readonly ReportItem[];
}

/**
 * The stages of a report, in the model's order. What still reads as the model words it is given in the
 * reader's `language`; what people have reworded stays as they wrote it.
 */
export function reportStages(
  partnership: Partnership,
  journey: Journey,
  stages: readonly StageStatus[],
  language: string,
): ReportStage[] {
  return partnership.stages.map((record, index) => {
    const { stage } = record;
    const status = stages[index] as StageStatus;
    const waivers = journey.stages[index]?.sealedBy?.waivers ?? [];
    return {
      ...status,
      title: reworded(status.title, stage.title, partnership.language, language),
      purpose: inLanguage(stage.purpose, language),
      items: reportItems(record, partnership.language, language).map((item) => {
        const waiver = item.done ? undefined : waivers.find((given) => given.item === item.id);
        return {
          ...item,
          waived: waiver === undefined ? null : { reason: waiver.reason, by: waiver.by ?? null },
        };
      }),
    };
  });
}

function reportItems(record: StageRecord, own: string, language: string): Omit<ReportItem, 'waived'>[] {
  const listed = stageData(record).checklist ?? [];
  const known = new Map(record.stage.checklist.map((item) => [item.id, item]));
  return checklistOf(record, own).map(({ id, text, required, done, evidence, index }) => {
    const demand = known.get(id);
    const data = index === undefined ? undefined : listed[index];
    return {
      id,
      text: demand === undefined ? text : reworded(text, demand.text, own, language),
      required,
      done,
      on: textOrNull(data?.on),
      by: textOrNull(data?.by),
      evidence,
      expected: demand?.evidence?.[language] ?? null,
    };
  });
}

/** A text in the reader's language where it still is the model's own, else as it stands. */
function reworded(
  text: string,
  texts: Readonly<Record<string, string>>,
  own: string,
  language: string,
): string {
  return text === texts[own] ? inLanguage(texts, language) : text;
}

// A file with problems is reported too, and may hold anything in these places.
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
