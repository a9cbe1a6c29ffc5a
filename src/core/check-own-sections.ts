import { isTaken } from './model-words.ts';
import { nearest } from './nearest.ts';
import type { DataPath, Problem, ProblemCode, ProblemParams } from './problem.ts';
import type { Model } from './schema/model.ts';
import { sectionsIn } from './schema/model-sections.ts';
import type { OwnField, OwnSection } from './schema/own-sections.ts';

// More than any stage file or form could show; and what is declared is looked through for every file.
const mostSections = 40;
const mostFields = 60;
const mostChoices = 100;

function error(code: ProblemCode, path: DataPath, params: ProblemParams = {}): Problem {
  return { code, severity: 'error', path, params };
}

/** That a model declares more sections than it may. */
export function tooManySections({ own_sections: declared = [] }: Model): Problem[] {
  return atMost(declared.length, mostSections, ['own_sections']);
}

/** Every problem in the sections that a model declares and in the metrics that its partnerships begin with. */
export function checkOwnSections(model: Model): Problem[] {
  const { own_sections: declared = [], metrics = [] } = model;
  const held = new Set(model.stages.flatMap(({ sections }) => sections));
  const places = declared.map((section, index) => ({ section, path: ['own_sections', index] as DataPath }));
  return [
    ...repeated(declared, 'id', ['own_sections'], 'own_sections'),
    ...places.flatMap(({ section, path }) => [
      ...checkPlace(section.id, [...path, 'id'], held),
      ...checkFields(section, path, model),
      ...checkIdentity(section, path),
      ...checkMeasures(section, path, model),
    ]),
    ...repeated(metrics, 'id', ['metrics'], 'metrics'),
    ...(metrics.length > 0 && !held.has('metrics')
      ? [error('unplaced-section', ['metrics'], { section: 'metrics' })]
      : []),
  ];
}

/** A word that means something else is told as such, whether a stage holds it or not. */
function checkPlace(section: string, path: DataPath, held: ReadonlySet<string>): Problem[] {
  const taken = reserved('section', section, path);
  return taken.length > 0 || held.has(section) ? taken : [error('unplaced-section', path, { section })];
}

function atMost(count: number, most: number, path: DataPath): Problem[] {
  return count > most ? [error('too-many-declared', path, { count, most })] : [];
}

/** An error at each entry of a list whose word an earlier one has already. */
function repeated<K extends string>(
  entries: readonly Readonly<Record<K, string>>[],
  key: K,
  path: DataPath,
  section: string,
): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const word = entry[key];
    if (seen.has(word)) return [error('duplicate-id', [...path, index, key], { id: word, section })];
    seen.add(word);
    return [];
  });
}

function reserved(what: 'section' | 'field' | 'choice', word: string, path: DataPath): Problem[] {
  return isTaken(what, word) ? [error('reserved-name', path, { word, what })] : [];
}

function checkFields({ id, fields }: OwnSection, path: DataPath, model: Model): Problem[] {
  const at = [...path, 'fields'];
  if (fields.length === 0) return [error('empty-value', at, { key: 'fields' })];
  const tooMany = atMost(fields.length, mostFields, at);
  if (tooMany.length > 0) return tooMany;
  return [
    ...repeated(fields, 'key', at, id),
    ...fields.flatMap((field, index) => [
      ...reserved('field', field.key, [...at, index, 'key']),
      ...checkField(field, [...at, index], model),
    ]),
  ];
}

// What goes with which types of field; everything else goes with all.
const attributes: Readonly<Record<'min' | 'max' | 'choices' | 'of', readonly string[]>> = {
  min: ['number', 'whole', 'money', 'hours'],
  max: ['number', 'whole', 'money', 'hours'],
  choices: ['choice'],
  of: ['entry'],
};
// Without these a field of that type says nothing.
const needed: Readonly<Record<string, 'choices' | 'of'>> = { choice: 'choices', entry: 'of' };

function checkField(field: OwnField, path: DataPath, model: Model): Problem[] {
  const { type, min, max } = field;
  const keys = Object.keys(attributes) as (keyof typeof attributes)[];
  const unfit = keys.filter((key) => field[key] !== undefined && !attributes[key].includes(type));
  const lacking = needed[type];
  const isEmpty = min !== undefined && max !== undefined && min > max;
  return [
    ...unfit.map((key) => ({
      ...error('field-attribute', [...path, key], { key, type, types: attributes[key] }),
      at: 'key' as const,
    })),
    ...(lacking !== undefined && field[lacking] === undefined
      ? [error('missing-key', [...path, lacking], { key: lacking })]
      : []),
    ...(isEmpty ? [error('empty-range', [...path, 'max'], { min, max })] : []),
    ...(type === 'choice' ? checkChoices(field, path) : []),
    ...(type === 'entry' ? checkTarget(field, path, model) : []),
  ];
}

function checkChoices({ key, choices }: OwnField, path: DataPath): Problem[] {
  if (choices === undefined) return [];
  const at = [...path, 'choices'];
  if (choices.length === 0) return [error('empty-value', at, { key: 'choices' })];
  const tooMany = atMost(choices.length, mostChoices, at);
  if (tooMany.length > 0) return tooMany;
  return [
    ...repeated(choices, 'word', at, key),
    ...choices.flatMap(({ word }, index) => reserved('choice', word, [...at, index, 'word'])),
  ];
}

/** What a field refers to must be a list of entries with ids, and stand in some stage of the model. */
function checkTarget({ of }: OwnField, path: DataPath, model: Model): Problem[] {
  if (of === undefined) return [];
  const at = [...path, 'of'];
  const { find } = sectionsIn(model);
  const held = ['partners', ...model.stages.flatMap(({ sections }) => sections)];
  const section = held.includes(of) ? find(of) : undefined;
  if (section === undefined) {
    const meant = nearest(of, held);
    return [
      error('unknown-section', at, { section: of, ...(meant === undefined ? {} : { nearest: meant }) }),
    ];
  }
  const hasIds = section.form === 'list' && section.identity.join() === 'id';
  return hasIds ? [] : [error('section-without-ids', at, { section: of })];
}

function checkIdentity({ form, told_apart_by: keys, fields }: OwnSection, path: DataPath): Problem[] {
  if (keys === undefined) return [];
  const at = [...path, 'told_apart_by'];
  if (form === 'mapping')
    return [
      {
        ...error('field-attribute', at, { key: 'told_apart_by', type: 'mapping', types: ['list'] }),
        at: 'key',
      },
    ];
  if (keys.length === 0) return [error('empty-value', at, { key: 'told_apart_by' })];
  return keys.flatMap((key, index) => checkNamed(fields, key, [...at, index], notOfLists, true));
}

const notOfLists = (type: string) => type !== 'texts';

/** A field that is named must be there, be of a type that serves, and be required where it has to. */
function checkNamed(
  fields: readonly OwnField[],
  key: string,
  path: DataPath,
  serves: (type: string) => boolean,
  mustBeRequired: boolean,
): Problem[] {
  const field = fields.find((candidate) => candidate.key === key);
  if (field === undefined) {
    const known = fields.map((candidate) => candidate.key);
    const meant = nearest(key, known);
    return [
      error('unknown-field', path, { field: key, known, ...(meant === undefined ? {} : { nearest: meant }) }),
    ];
  }
  if (!serves(field.type)) return [error('unfit-field', path, { field: key, type: field.type, why: 'type' })];
  if (mustBeRequired && field.required !== true)
    return [error('unfit-field', path, { field: key, type: field.type, why: 'optional' })];
  return [];
}

const numeric = new Set(['number', 'whole', 'money', 'hours', 'score']);
const isNumeric = (type: string) => numeric.has(type);
const isDay = (type: string) => type === 'date' || type === 'happened';

function checkMeasures({ form, fields, measures = [] }: OwnSection, path: DataPath, model: Model): Problem[] {
  if (measures.length > 0 && form === 'mapping') {
    const params = { key: 'measures', type: 'mapping', types: ['list'] };
    return [{ ...error('field-attribute', [...path, 'measures'], params), at: 'key' }];
  }
  return measures.flatMap((measure, index) => {
    const at = [...path, 'measures', index];
    const { on, value, num, den } = measure;
    const figures = Object.entries({ value, num, den }).flatMap(([key, field]) =>
      field === undefined ? [] : checkNamed(fields, field, [...at, key], isNumeric, false),
    );
    return [
      ...checkNamed(fields, on, [...at, 'on'], isDay, true),
      ...figures,
      ...checkFigure(measure, at),
      ...checkMetric(measure.metric, [...at, 'metric'], model),
    ];
  });
}

function checkFigure(
  { value, num, den }: NonNullable<OwnSection['measures']>[number],
  path: DataPath,
): Problem[] {
  const isShare = num !== undefined || den !== undefined;
  if (value !== undefined && isShare) return [error('value-and-share', [...path, 'value'])];
  if (value === undefined && !isShare)
    return [error('missing-key', [...path, 'value'], { key: 'value', otherwise: ['num', 'den'] })];
  if (isShare && (num === undefined || den === undefined)) {
    const key = num === undefined ? 'num' : 'den';
    return [error('missing-key', [...path, key], { key })];
  }
  return [];
}

/** A metric that the model does not begin with may be one that partnerships add; a near miss is none. */
function checkMetric(id: string, path: DataPath, { metrics = [] }: Model): Problem[] {
  const known = metrics.map((metric) => metric.id);
  const meant = known.includes(id) ? undefined : nearest(id, known);
  if (meant === undefined) return [];
  return [
    { ...error('unknown-reference', path, { section: 'metrics', id, nearest: meant }), severity: 'warning' },
  ];
}
