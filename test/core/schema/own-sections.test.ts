import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check-model.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { checkSchema } from '../../../src/core/schema/check-schema.ts';
import { outlineOf } from '../../../src/core/schema/derive-outline.ts';
import { declaredSections } from '../../../src/core/schema/files/sections.ts';
import type { Model } from '../../../src/core/schema/model.ts';
import { sectionsIn, sectionsOfStage } from '../../../src/core/schema/model-sections.ts';
import { accepts, type Outline } from '../../../src/core/schema/outline.ts';
import { outlines } from '../../../src/core/schema/outlines.ts';
import type { OwnField, OwnSection } from '../../../src/core/schema/own-sections.ts';
import { outlineOfSection } from '../../../src/core/schema/section.ts';
import { zodOf } from '../../../src/core/schema/zod-of-outline.ts';
import { ownModel } from './own-model.ts';

type Section = OwnSection;
const [visits, ...otherSections] = ownModel.own_sections as [Section, ...Section[]];

function withSection(change: (section: Section) => Section): Model {
  return { ...ownModel, own_sections: [change(visits), ...otherSections] };
}

function withField(change: Partial<Record<keyof OwnField, unknown>>): Model {
  const label = { en: 'a', he: 'a', ar: 'a' };
  const field = { key: 'more', label, type: 'text', ...change } as OwnField;
  return withSection((section) => ({ ...section, fields: [...section.fields, field] }));
}

async function told(model: unknown): Promise<string[]> {
  return (await checkModel(model)).map(({ code, path, params }: Problem) =>
    [code, path.join('.'), params?.nearest].filter((part) => part !== undefined).join(' '),
  );
}

const last = `own_sections.0.fields.${visits.fields.length}`;

describe('a model with sections of its own', () => {
  it('is sound', async () => {
    expect(await told(ownModel)).toEqual([]);
  });

  it.each([
    ['a built-in section', 'goals'],
    ['the partners', 'partners'],
    ['the minutes book', 'reviews'],
    ['what every stage file holds', 'checklist'],
    ['a part of documents', 'top_risks'],
    ['what every mapping of JavaScript has', 'constructor'],
  ])('refuses the name of %s for a section', async (_what, id) => {
    const model = { ...withSection((section) => ({ ...section, id })) };
    expect(await told(model)).toContain('reserved-name own_sections.0.id');
  });

  it.each([
    '__proto__',
    'x-mine',
    'Visits',
    'site visits',
    '1st',
    'a.b',
    'a'.repeat(41),
    'ביקורים',
    '.*',
    '',
  ])('refuses %j as a name', async (id) => {
    expect(await told(withSection((section) => ({ ...section, id })))).toEqual([
      'invalid-name own_sections.0.id',
    ]);
    expect(await told(withField({ key: id }))).toEqual([`invalid-name ${last}.key`]);
  });

  it.each(['id', 'table', 'partnership', 'reviews', 'constructor', 'true', 'null'])(
    'refuses %j as a field',
    async (key) => {
      expect(await told(withField({ key }))).toEqual([`reserved-name ${last}.key`]);
    },
  );

  it.each<[string, Partial<Record<keyof OwnField, unknown>>, string]>([
    ['a mistyped type', { type: 'numbr' }, `invalid-choice ${last}.type number`],
    ['a mistyped key', { requird: true } as never, `unknown-key ${last}.requird required`],
    ['bounds of a text', { min: 1 }, `field-attribute ${last}.min`],
    ['choices of a text', { choices: [] }, `field-attribute ${last}.choices`],
    ['a choice without choices', { type: 'choice' }, `missing-key ${last}.choices`],
    ['a choice of nothing', { type: 'choice', choices: [] }, `empty-value ${last}.choices`],
    ['an entry of nothing', { type: 'entry' }, `missing-key ${last}.of`],
    ['an entry of a mistyped section', { type: 'entry', of: 'goal' }, `unknown-section ${last}.of goals`],
    ['an entry of a section in no stage', { type: 'entry', of: 'risks' }, `unknown-section ${last}.of`],
    ['an entry of a mapping', { type: 'entry', of: 'licence' }, `section-without-ids ${last}.of`],
    ['an entry of a list without ids', { type: 'entry', of: 'stock' }, `section-without-ids ${last}.of`],
    ['nothing between two bounds', { type: 'whole', min: 3, max: 2 }, `empty-range ${last}.max`],
    ['a key that is there already', { key: 'place' }, `duplicate-id ${last}.key`],
    ['a label that lacks a language', { label: { en: 'a', he: 'a' } }, `model-language ${last}.label`],
    ['a label of no language at all', { label: { __proto__: null } }, `model-language ${last}.label`],
  ])('refuses %s', async (_what, field, problem) => {
    expect(await told(withField(field))).toContain(problem);
  });

  it.each<[string, Partial<Section>, string]>([
    ['no fields', { fields: [] }, 'empty-value own_sections.0.fields'],
    [
      'an unknown field to be told apart by',
      { told_apart_by: ['plase'] },
      'unknown-field own_sections.0.told_apart_by.0 place',
    ],
    [
      'a field that may be left out',
      { told_apart_by: ['people'] },
      'unfit-field own_sections.0.told_apart_by.0',
    ],
    ['a list of texts', { told_apart_by: ['names'] }, 'unfit-field own_sections.0.told_apart_by.0'],
    [
      'an identity of a mapping',
      { form: 'mapping', measures: [], told_apart_by: ['place'] },
      'field-attribute own_sections.0.told_apart_by',
    ],
    ['measures of a mapping', { form: 'mapping' }, 'field-attribute own_sections.0.measures'],
    [
      'a measure of an unknown field',
      { measures: [{ metric: 'patients', on: 'held_on', value: 'peple' }] },
      'unknown-field own_sections.0.measures.0.value people',
    ],
    [
      'a measure of a text',
      { measures: [{ metric: 'patients', on: 'held_on', value: 'place' }] },
      'unfit-field own_sections.0.measures.0.value',
    ],
    [
      'a measure on no day',
      { measures: [{ metric: 'patients', on: 'people', value: 'people' }] },
      'unfit-field own_sections.0.measures.0.on',
    ],
    [
      'a measure on a day that may be left out',
      { measures: [{ metric: 'patients', on: 'follow_up', value: 'people' }] },
      'unfit-field own_sections.0.measures.0.on',
    ],
    [
      'a measure of nothing',
      { measures: [{ metric: 'patients', on: 'held_on' }] },
      'missing-key own_sections.0.measures.0.value',
    ],
    [
      'a part without its whole',
      { measures: [{ metric: 'patients', on: 'held_on', num: 'seen' }] },
      'missing-key own_sections.0.measures.0.den',
    ],
    [
      'a value and a share',
      { measures: [{ metric: 'patients', on: 'held_on', value: 'people', num: 'seen', den: 'people' }] },
      'value-and-share own_sections.0.measures.0.value',
    ],
    [
      'a mistyped metric',
      { measures: [{ metric: 'patient', on: 'held_on', value: 'people' }] },
      'unknown-reference own_sections.0.measures.0.metric patients',
    ],
  ])('tells of %s', async (_what, change, problem) => {
    expect(await told(withSection((section) => ({ ...section, ...change })))).toContain(problem);
  });

  it('wants every section that it declares in a stage, once', async () => {
    const stages = ownModel.stages.map((stage) => ({
      ...stage,
      sections: stage.sections.filter((name) => name !== 'visits'),
    }));
    expect(await told({ ...ownModel, stages })).toEqual(['unplaced-section own_sections.0.id']);
    const twice = ownModel.stages.map((stage) => ({
      ...stage,
      sections: [...new Set([...stage.sections, 'visits'])],
    }));
    expect(await told({ ...ownModel, stages: twice })).toContain('duplicate-id stages.1.sections.0');
  });

  it('wants a place for the metrics that it begins with', async () => {
    const stages = ownModel.stages.map((stage) => ({
      ...stage,
      sections: stage.sections.filter((name) => name !== 'metrics'),
    }));
    expect(await told({ ...ownModel, stages })).toEqual(['unplaced-section metrics']);
  });

  it('says of a name that stands twice', async () => {
    const twins = { ...ownModel, own_sections: [...(ownModel.own_sections ?? []), visits] };
    expect(await told(twins)).toEqual(['duplicate-id own_sections.4.id']);
    expect(await told({ ...ownModel, languages: [...ownModel.languages, 'ar'] })).toEqual([
      'duplicate-id languages.3',
    ]);
  });

  it('is not looked through where it declares ten thousand fields or sections', async () => {
    const field = visits.fields[0] as OwnField;
    const fields = Array.from({ length: 10_000 }, (_, index) => ({ ...field, key: `f${index}` }));
    expect(await told(withSection((section) => ({ ...section, measures: [], fields })))).toEqual([
      'too-many-declared own_sections.0.fields',
    ]);
    const sections = Array.from({ length: 10_000 }, (_, index) => ({ ...visits, id: `s${index}` }));
    expect(await told({ ...ownModel, own_sections: sections })).toEqual(['too-many-declared own_sections']);
    const choices = fields.map(({ key, label }) => ({ word: key, label }));
    expect(await told(withField({ type: 'choice', choices }))).toEqual([`too-many-declared ${last}.choices`]);
  });
});

describe('a section that a model declares', () => {
  const stage = ownModel.stages[1];
  const schema = { stage: stage === undefined ? [] : sectionsOfStage(ownModel, stage) };
  const head = { stage: 'work', title: 'Work', checklist: [] };
  const visit = { id: 'a', place: 'Lod', held_on: '2026-03-01' };
  const check = async (entry: object) =>
    (await checkSchema(schema, { ...head, visits: [{ ...visit, ...entry }] })).map(({ code, path, params }) =>
      [code, path.slice(2).join('.'), params?.nearest]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    );

  it('takes what each of its types takes', async () => {
    const full = {
      ...{
        people: 500,
        partner: 'leumi',
        goal: 'g1',
        team: 't1',
        cost: 12.5,
        hours: 0,
        share: 0.5,
        rating: 5,
      },
      ...{
        follow_up: '2026-04-01',
        free: true,
        page: 'https://example.org/a',
        kind: 'open',
        notes: 'a\nb',
        names: ['א'],
      },
      'x-mine': {},
    };
    expect(await check(full)).toEqual([]);
  });

  it.each([
    [{ people: 501 }, 'out-of-range people'],
    [{ people: 1.5 }, 'not-whole-number people'],
    [{ people: '12' }, 'wrong-type people'],
    [{ cost: -1 }, 'out-of-range cost'],
    [{ cost: 100001 }, 'out-of-range cost'],
    [{ share: 1.1 }, 'out-of-range share'],
    [{ rating: 6 }, 'out-of-range rating'],
    [{ follow_up: '2026-02-30' }, 'invalid-date follow_up'],
    [{ free: 'yes' }, 'wrong-type free'],
    [{ page: 'javascript:alert(1)' }, 'invalid-link page'],
    [{ page: 'docs/a.pdf' }, 'invalid-link page'],
    [{ kind: 'opn' }, 'invalid-choice kind open'],
    [{ kind: 'constructor' }, 'invalid-choice kind'],
    [{ place: 'x'.repeat(501) }, 'text-too-long place'],
    [{ place: ' ' }, 'empty-text place'],
    [{ place: undefined }, 'missing-key place'],
    [{ place: null }, 'empty-value place'],
    [{ names: 'a' }, 'wrong-type names'],
    [{ partner: 'Leumi' }, 'invalid-id partner'],
    [{ plase: 'a' }, 'unknown-key plase place'],
  ])('says what is wrong with %j', async (entry, problem) => {
    expect(await check(entry)).toEqual([problem]);
  });

  it('is known by the same kind of value as a built-in one', () => {
    const { find } = sectionsIn(ownModel);
    expect(find('stock')).toMatchObject({ form: 'list', identity: ['item', 'counted_on'], running: false });
    expect(find('visits')).toMatchObject({
      form: 'list',
      identity: ['id'],
      running: true,
      own: { namedBy: 'place' },
    });
    expect(find('licence')).toMatchObject({
      form: 'mapping',
      label: { en: 'The licence', he: 'הרישיון', ar: 'الترخيص' },
    });
    expect(find('goals')).toBe(sectionsIn({ ...ownModel, own_sections: undefined }).find('goals'));
  });
});

describe('the zod schema of an outline', () => {
  const all: [string, Outline][] = [
    ...outlines.sections.map((section): [string, Outline] => [section.name, outlineOfSection(section)]),
    ...sectionsIn(ownModel).all.map((section): [string, Outline] => [
      section.name,
      outlineOfSection(section),
    ]),
    ...Object.entries({
      partnership: outlines.partnership,
      reviews: outlines.reviews,
      model: outlines.model,
    }),
  ];

  it.each(all)('of %s says the same as the outline', (_name, outline) => {
    expect(bare(outlineOf(zodOf(outline)))).toEqual(bare(outline));
  });

  it('covers every section', () => {
    expect(all.length).toBeGreaterThan(2 * declaredSections.length);
    expect(accepts(outlines.model, ownModel)).toBe(true);
  });
});

/** An outline without what is only said of it: labels and kinds. */
function bare(outline: unknown): unknown {
  return JSON.parse(
    JSON.stringify(outline, (key, value) => (key === 'meta' || key === 'kind' ? undefined : value)),
  );
}
