import type { Problem } from '../problem.ts';
import { accepts, type MappingOutline } from './outline.ts';
import { outlines } from './outlines.ts';
import { partnershipOutline } from './partnership.ts';
import type { Section } from './section.ts';
import { stageOutline } from './stage.ts';

/**
 * Which file's schema is meant; a stage file's depends on the sections that its model gives the stage, and that of
 * `partnership.yaml` on the languages that texts can be in, where they are more than the program's own.
 */
export type FileSchema =
  | 'partnership'
  | 'reviews'
  | 'model'
  | { readonly partnership: readonly string[] }
  | { readonly stage: readonly Section[] };

/** The outline of a file's schema. */
export function outlineOfFile(schema: FileSchema): MappingOutline {
  if (typeof schema === 'string') return outlines[schema];
  const of = 'stage' in schema ? schema.stage : schema.partnership;
  const known = made.get(of);
  if (known !== undefined) return known;
  const outline = 'stage' in schema ? stageOutline(schema.stage) : partnershipOutline(schema.partnership);
  made.set(of, outline);
  return outline;
}

// By the very list of sections or languages: partnerships of one model share theirs.
const made = new WeakMap<readonly unknown[], MappingOutline>();

/** Every problem that a schema finds in one file's data, in the schema's own order. */
export async function checkSchema(schema: FileSchema, data: unknown): Promise<Problem[]> {
  const outline = outlineOfFile(schema);
  if (accepts(outline, data)) return [];
  // Loading zod and making its schemas takes longer than all else that a good folder needs.
  const { explain } = await import('./explain.ts');
  return explain(schema, outline, data);
}
