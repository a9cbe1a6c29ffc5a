import * as z from 'zod/mini';
import { obeying } from './fields.ts';
import type { MappingOutline, Outline } from './outline.ts';

/**
 * The zod schema that accepts what an outline accepts: the way back from `derive-outline.ts`, for sections
 * that a model declares, of which there is no zod schema to begin with.
 */
export function zodOf(outline: Outline): z.ZodMiniType {
  switch (outline.type) {
    case 'text':
      return z.string().check(...outline.rules.map((rule) => obeying<string>(rule)));
    case 'number':
      return z.number().check(...outline.rules.map((rule) => obeying<number>(rule)));
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(outline.choices as string[]);
    case 'list':
      return z.array(zodOf(outline.entry));
    case 'mapping':
      return zodOfMapping(outline);
    case 'record':
      return z.record(z.string(), zodOf(outline.value));
    case 'either':
      return z.union(outline.options.map(zodOf));
  }
}

function zodOfMapping({ fields }: MappingOutline): z.ZodMiniType {
  const shape = fields.map(({ key, optional, schema }) => {
    const part = zodOf(schema);
    return [key, optional ? z.optional(part) : part] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}
