import type * as z from 'zod/mini';
import { nearest } from '../nearest.ts';
import type { DataPath, Problem, ProblemCode, ProblemParams } from '../problem.ts';
import { fieldMeta } from './fields.ts';

type Issue = z.core.$ZodIssue;

/** Says whether a key is the user's own, which every mapping may hold. */
function isUserKey(key: string): boolean {
  return key.startsWith('x-');
}

/** The value at a path of plain data; `undefined` where there is none. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The data without the keys that begin with `x-`: what the schemas speak of. */
function withoutUserKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutUserKeys);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !isUserKey(key))
      .map(([key, value]) => [key, withoutUserKeys(value)]),
  );
}

/**
 * Every problem that a schema finds in data, in the schema's own order. `place` is where the data stands
 * in its file.
 */
export function checkSchema(schema: z.ZodMiniType, data: unknown, place: DataPath = []): Problem[] {
  const plain = withoutUserKeys(data);
  const outcome = schema.safeParse(plain, { jitless: true });
  if (outcome.success) return [];
  return outcome.error.issues
    .flatMap((issue) => problemsOf(issue, schema, plain, place))
    .map((problem) => ({ ...problem, path: [...place, ...problem.path] }));
}

function problemsOf(issue: Issue, schema: z.ZodMiniType, data: unknown, place: DataPath): Problem[] {
  const path = issue.path as DataPath;
  const value = valueAt(data, path);
  const at = (code: ProblemCode, params: ProblemParams = {}, where: DataPath = path): Problem[] => [
    { code, severity: 'error', path: where, params },
  ];
  const field = String([...place, ...path].at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.flatMap((key) => unknownKey([...path, key], key, known));
  }
  if (issue.code === 'custom') return at(...customProblem(issue, value));
  if (value === undefined) return at('missing-key', { key: field }, path);
  if (value === null) return at('empty-value', { key: field });
  if (issue.code === 'invalid_value') return at('invalid-choice', choiceParams(value, issue.values));
  if (issue.code === 'invalid_format') return at('invalid-id', { value: show(value) });
  return at('wrong-type', {
    key: field,
    expected: expectedAt(schema, path, issue),
    found: kindOf(value),
    value: show(value),
  });
}

function unknownKey(path: DataPath, key: string, known: readonly string[]): Problem[] {
  const meant = nearest(key, known);
  const params = { key, known: [...known], ...(meant === undefined ? {} : { nearest: meant }) };
  return [{ code: 'unknown-key', severity: 'error', path, at: 'key', params }];
}

function customProblem(issue: z.core.$ZodIssueCustom, value: unknown): [ProblemCode, ProblemParams] {
  const { problem = 'invalid-value', ...params } = (issue.params ?? {}) as { problem?: ProblemCode };
  return [problem, { ...params, value: show(value) }];
}

function choiceParams(value: unknown, values: readonly unknown[]): ProblemParams {
  const choices = values.map(String);
  const meant = nearest(String(value), choices);
  return { value: show(value), choices, ...(meant === undefined ? {} : { nearest: meant }) };
}

/** The kind of a value, as messages name it. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'nothing';
  return { object: 'mapping', string: 'text', boolean: 'flag' }[typeof value as string] ?? 'number';
}

function show(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function expectedAt(schema: z.ZodMiniType, path: DataPath, issue: Issue): string {
  const here = schemaAt(schema, path);
  const meta = here === undefined ? undefined : fieldMeta.get(here);
  if (meta !== undefined) return meta.kind;
  const expected = 'expected' in issue ? String(issue.expected) : 'text';
  return (
    { object: 'mapping', record: 'mapping', array: 'list', string: 'text', boolean: 'flag' }[expected] ??
    expected
  );
}

function keysAt(schema: z.ZodMiniType, path: DataPath): string[] {
  const here = schemaAt(schema, path);
  const definition = here?._zod.def as { shape?: Record<string, unknown> } | undefined;
  return Object.keys(definition?.shape ?? {});
}

/** Follows a data path through a schema's mappings and lists. */
function schemaAt(schema: z.ZodMiniType, path: DataPath): z.ZodMiniType | undefined {
  let here: z.ZodMiniType | undefined = unwrap(schema);
  for (const step of path) {
    const definition = here?._zod.def as
      | { shape?: Record<string, z.ZodMiniType>; element?: z.ZodMiniType; valueType?: z.ZodMiniType }
      | undefined;
    const next: z.ZodMiniType | undefined =
      typeof step === 'number' ? definition?.element : (definition?.shape?.[step] ?? definition?.valueType);
    if (next === undefined) return undefined;
    here = unwrap(next);
  }
  return here;
}

function unwrap(schema: z.ZodMiniType): z.ZodMiniType {
  const definition = schema._zod.def as { type: string; innerType?: z.ZodMiniType };
  return definition.type === 'optional' && definition.innerType !== undefined ? definition.innerType : schema;
}
