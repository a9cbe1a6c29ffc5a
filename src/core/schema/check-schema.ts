import type { Problem } from '../problem.ts';
import { accepts, type MappingOutline } from './outline.ts';
import { outlines } from './outlines.ts';
import type { Section } from './section.ts';
import { stageOutline } from './stage.ts';

/** Which file's schema is meant; a stage file's depends on the sections that its model gives the stage. */
export type FileSchema = 'partnership' | 'reviews' | 'model' | { readonly stage: readonly Section[] };

/** The outline of a file's schema. */
export function outlineOfFile(schema: FileSchema): MappingOutline {
  return typeof schema === 'string' ? outlines[schema] : stageOutline(schema.stage);
}

/** Every problem that a schema finds in one file's data, in the schema's own order. */
export async function checkSchema(schema: FileSchema, data: unknown): Promise<Problem[]> {
  const outline = outlineOfFile(schema);
  if (accepts(outline, data)) return [];
  // Loading zod and making its schemas takes longer than all else that a good folder needs.
  const { explain } = await import('./explain.ts');
  return explain(schema, outline, data);
}
