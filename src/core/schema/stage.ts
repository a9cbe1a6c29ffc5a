import type { ChecklistItemData } from './files/stage.ts';
import type { MappingOutline } from './outline.ts';
import { outlines } from './outlines.ts';
import { entryOfList, fieldsOf, outlineOfSection, type Section } from './section.ts';

export type { ChecklistItemData } from './files/stage.ts';

/** The common part of a stage file, as data. */
export interface StageData {
  readonly stage: string;
  readonly title: string;
  readonly owner?: string;
  readonly due?: string;
  readonly checklist: readonly ChecklistItemData[];
  readonly [section: string]: unknown;
}

/** What every stage file holds, before its sections. */
export const stageFields = fieldsOf(outlines.stage);

/** One line of a stage's checklist. */
export const checklistItem = stageFields.flatMap(
  ({ schema }) => entryOfList(schema) ?? [],
)[0] as MappingOutline;

/** What a stage file that holds the given sections must be. */
export function stageOutline(sections: readonly Section[]): MappingOutline {
  const parts = sections.map((section) => ({
    key: section.name,
    optional: true,
    schema: outlineOfSection(section),
  }));
  return { type: 'mapping', fields: [...outlines.stage.fields, ...parts] };
}

/** The order of the keys of a stage file that holds the named sections. */
export function stageFieldOrder(sections: readonly string[]): string[] {
  return [...stageFields.map(({ key }) => key), ...sections];
}
