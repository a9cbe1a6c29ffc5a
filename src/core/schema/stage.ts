import * as z from 'zod/mini';
import { date, entries, flag, happened, id, text, texts } from './fields.ts';
import { fieldsOf } from './section.ts';

/** One line of a stage's checklist. */
export const checklistItem = z.strictObject({
  id: id(),
  text: text('What must be so', 'מה צריך להתקיים'),
  required: flag('Required at the gate', 'חובה בשער'),
  evidence_required: z.optional(flag('The gate wants evidence', 'השער דורש ראיה')),
  done: flag('Done', 'בוצע'),
  on: z.optional(happened('Done on', 'בוצע ביום')),
  by: z.optional(text('Done by', 'מי ביצע')),
  evidence: z.optional(texts('Evidence: paths or links', 'ראיות: נתיבים או קישורים')),
});

export type ChecklistItemData = z.infer<typeof checklistItem>;

const stageShape = {
  stage: id('Stage', 'שלב'),
  title: text('Title', 'כותרת'),
  owner: z.optional(text('Owner', 'אחראי')),
  due: z.optional(date('Due', 'לסיום עד')),
  checklist: entries(checklistItem, 'Checklist', 'רשימת תיוג'),
};

/** The common part of a stage file, as data. */
export interface StageData {
  readonly stage: string;
  readonly title: string;
  readonly owner?: string;
  readonly due?: string;
  readonly checklist: readonly ChecklistItemData[];
  readonly [section: string]: unknown;
}

/** The schema of a stage file's head: what every stage file holds, before its sections. */
export const stageHead = z.strictObject(stageShape);

/** What every stage file holds, before its sections. */
export const stageFields = fieldsOf(stageHead);

/** The order of the keys of a stage file that holds the named sections. */
export function stageFieldOrder(sections: readonly string[]): string[] {
  return [...stageFields.map(({ key }) => key), ...sections];
}
