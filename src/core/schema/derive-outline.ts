import type * as z from 'zod/mini';
import { fieldMeta } from './fields.ts';
import type { MappingOutline, Outline, OutlineField } from './outline.ts';
import type { Rule } from './rules.ts';

interface Definition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly params?: unknown } } }[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly catchall?: z.ZodMiniType;
}

function definitionOf(schema: z.ZodMiniType | undefined): Definition {
  if (schema === undefined) throw new Error('a schema lacks a part');
  return schema._zod.def as unknown as Definition;
}

/** The outline of a zod schema; throws where the schema holds what no outline can say. */
export function outlineOf(schema: z.ZodMiniType | undefined): Outline {
  const kind = schema === undefined ? undefined : fieldMeta.get(schema)?.kind;
  return { ...bareOutline(definitionOf(schema)), ...(kind === undefined ? {} : { kind }) };
}

/** The outline of a schema that is one strict mapping. */
export function mappingOutlineOf(schema: z.ZodMiniType): MappingOutline {
  const outline = outlineOf(schema);
  if (outline.type !== 'mapping') throw new Error(`a mapping was expected, not a ${outline.type}`);
  return outline;
}

function bareOutline(definition: Definition): Outline {
  const { type, checks = [] } = definition;
  if (type === 'string') return { type: 'text', rules: checks.map(ruleOf) };
  if (type === 'number') return { type: 'number', rules: checks.map(ruleOf) };
  if (checks.length > 0) throw new Error(`no outline says what is checked of a ${type}`);
  switch (type) {
    case 'boolean':
      return { type: 'flag' };
    case 'enum':
      return { type: 'choice', choices: Object.values(definition.entries ?? {}) };
    case 'literal':
      return { type: 'choice', choices: definition.values ?? [] };
    case 'array':
      return { type: 'list', entry: outlineOf(definition.element) };
    case 'record':
      return { type: 'record', value: outlineOf(definition.valueType) };
    case 'union':
      return { type: 'either', options: (definition.options ?? []).map(outlineOf) };
    case 'object':
      return { type: 'mapping', fields: fieldsIn(definition) };
    default:
      throw new Error(`no outline says what a ${type} is`);
  }
}

function ruleOf({ _zod }: NonNullable<Definition['checks']>[number]): Rule {
  const { params } = _zod.def;
  if (typeof params === 'object' && params !== null && 'rule' in params) return params as Rule;
  throw new Error('a check of a schema is no rule');
}

function fieldsIn({ shape = {}, catchall }: Definition): OutlineField[] {
  if (definitionOf(catchall).type !== 'never') throw new Error('a mapping is not strict');
  return Object.entries(shape).map(([key, declared]) => {
    const { type, innerType } = definitionOf(declared);
    const optional = type === 'optional';
    const schema = optional && innerType !== undefined ? innerType : declared;
    const meta = fieldMeta.get(schema);
    return { key, optional, schema: outlineOf(schema), ...(meta === undefined ? {} : { meta }) };
  });
}
