import * as z from 'zod/mini';
import type { DeclaredSection } from '../declare.ts';
import { date, entries, flag, happened, id, text, texts } from '../fields.ts';

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

/** What every stage file holds, before its sections. */
export const stageHeadSchema = z.strictObject(stageShape);

/** The schema of a stage file that holds the given sections. */
export function stageSchema(sections: readonly Pick<DeclaredSection, 'name' | 'schema'>[]) {
  const shape = Object.fromEntries(sections.map((section) => [section.name, z.optional(section.schema)]));
  return z.strictObject({ ...stageShape, ...shape });
}
