import type * as z from 'zod/mini';
import { nearest } from '../nearest.ts';
import type { DataPath, Problem, ProblemCode, ProblemParams } from '../problem.ts';
import type { FileSchema } from './check-schema.ts';
import { partnershipSchema, partnershipSchemaIn } from './files/partnership.ts';
import { reviewsSchema } from './files/reviews.ts';
import { declaredSections } from './files/sections.ts';
import { stageSchema } from './files/stage.ts';
import { modelSchema } from './model.ts';
import type { Outline } from './outline.ts';
import { valueAt, withoutUserKeys } from './plain-data.ts';
import { problemOfRule, type Rule } from './rules.ts';
import { outlineOfSection, type Section } from './section.ts';
import { zodOf } from './zod-of-outline.ts';

type Issue = z.core.$ZodIssue;

/** The zod schema of a file. */
export function zodSchemaOf(schema: FileSchema): z.ZodMiniType {
  if (schema === 'partnership') return partnershipSchema;
  if (schema === 'reviews') return reviewsSchema;
  if (schema === 'model') return modelSchema;
  if ('partnership' in schema) return partnershipSchemaIn(schema.partnership);
  return stageSchema(schema.stage.flatMap(zodSectionOf));
}

/** The zod schema of a section: of a built-in one the first description, of a model's own made from its outline. */
function zodSectionOf(section: Section): { name: string; schema: z.ZodMiniType }[] {
  const { name } = section;
  if (section.own !== undefined) return [{ name, schema: zodOf(outlineOfSection(section)) }];
  return declaredSections.filter((declared) => declared.name === name);
}

/** Every problem that zod finds in one file's data, in the schema's own order; `outline` is the schema's. */
export function explain(schema: FileSchema, outline: Outline, data: unknown): Problem[] {
  const plain = withoutUserKeys(data);
  const outcome = zodSchemaOf(schema).safeParse(plain, { jitless: true });
  if (outcome.success) return [];
  return withoutTwice(outcome.error.issues.flatMap((issue) => problemsOf(issue, outline, plain)));
}

/** A mistyped key is unknown, and the one that it stands for missing: told once, by the one that is there. */
function withoutTwice(problems: readonly Problem[]): Problem[] {
  const missing = new Set(problems.filter(({ code }) => code === 'missing-key').map(placeOf));
  const explained = new Set<string>();
  const told = problems.map((problem) => {
    const meant = problem.code === 'unknown-key' ? problem.params?.nearest : undefined;
    if (typeof meant !== 'string') return problem;
    const place = placeOf({ path: [...problem.path.slice(0, -1), meant] });
    if (!missing.has(place) || explained.has(place)) return problem;
    explained.add(place);
    return { ...problem, params: { ...problem.params, missing: meant } };
  });
  return told.filter((problem) => problem.code !== 'missing-key' || !explained.has(placeOf(problem)));
}

function placeOf({ path }: Pick<Problem, 'path'>): string {
  return JSON.stringify(path);
}

function problemsOf(issue: Issue, outline: Outline, data: unknown): Problem[] {
  const path = issue.path as DataPath;
  const value = valueAt(data, path);
  const at = (code: ProblemCode, params: ProblemParams = {}, where: DataPath = path): Problem[] => [
    { code, severity: 'error', path: where, params },
  ];
  const field = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(outline, path);
    return issue.keys.flatMap((key) => unknownKey([...path, key], key, known));
  }
  if (issue.code === 'custom') return at(...customProblem(issue, value));
  if (value === undefined) return at('missing-key', { key: field }, path);
  if (value === null) return at('empty-value', { key: field });
  if (issue.code === 'invalid_value') return at('invalid-choice', choiceParams(value, issue.values));
  return at('wrong-type', {
    key: field,
    expected: expectedAt(outline, path, issue),
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
  const { rule, ...params } = issue.params as unknown as Rule;
  return [problemOfRule(rule), { ...params, value: show(value) }];
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

function expectedAt(outline: Outline, path: DataPath, issue: Issue): string {
  const kind = outlineAt(outline, path)?.kind;
  if (kind !== undefined) return kind;
  const expected = 'expected' in issue ? String(issue.expected) : 'text';
  return (
    { object: 'mapping', record: 'mapping', array: 'list', string: 'text', boolean: 'flag' }[expected] ??
    expected
  );
}

function keysAt(outline: Outline, path: DataPath): string[] {
  const here = outlineAt(outline, path);
  return here?.type === 'mapping' ? here.fields.map(({ key }) => key) : [];
}

/** Follows a data path through an outline's mappings and lists. */
function outlineAt(outline: Outline, path: DataPath): Outline | undefined {
  let here: Outline | undefined = outline;
  for (const step of path) here = here === undefined ? undefined : partOf(here, step);
  return here;
}

function partOf(outline: Outline, step: string | number): Outline | undefined {
  if (outline.type === 'list') return typeof step === 'number' ? outline.entry : undefined;
  if (outline.type === 'record') return outline.value;
  return outline.type === 'mapping' ? outline.fields.find(({ key }) => key === step)?.schema : undefined;
}
