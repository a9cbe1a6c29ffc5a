import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDatePattern, isCalendarDate } from '../../../src/core/calendar-date.ts';
import { checkSchema, outlineOfFile } from '../../../src/core/schema/check-schema.ts';
import type { Model } from '../../../src/core/schema/model.ts';
import type { Outline } from '../../../src/core/schema/outline.ts';
import { outlines } from '../../../src/core/schema/outlines.ts';
import { obeys, patternOfRule } from '../../../src/core/schema/rules.ts';
import { fileKinds, modelKind } from '../../../src/core/schema/schema-files.ts';
import { loadChoiceWords } from '../../../src/render/messages/choices.ts';
import { loadProblemTexts } from '../../../src/render/problem-texts.ts';
import { fileSchemas } from '../../../src/render/schema/file-schemas.ts';
import { type JsonSchema, schemaOfMapping } from '../../../src/render/schema/outline-schema.ts';
import { anything, changed, changes, dataOf, files } from '../../core/schema/generated-data.ts';

const languages = ['en', 'he'] as const;
const modelOf = (id: string) =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../dist/models/${id}.json`, import.meta.url)), 'utf8'),
  ) as Model;
const models = ['iblf-10', 'partnering-cycle-12'].map(modelOf);

function compiled(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, allowMatchingProperties: true });
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
  return ajv.compile(schema);
}

describe('a JSON Schema', () => {
  const runs = 300;
  it.each(Object.entries(files))(
    `accepts of %s what \`validate\` accepts of its form (${runs} cases)`,
    async (name, file) => {
      const texts = { problems: await loadProblemTexts('en'), choices: {}, examples: {}, textLanguage: 'en' };
      const accepts = compiled(schemaOfMapping(outlineOfFile(file), name, texts));
      let accepted = 0;
      const data = fc.oneof(
        {
          weight: 9,
          arbitrary: fc.tuple(dataOf(outlineOfFile(file)), changes).map(([a, b]) => changed(a, b)),
        },
        { weight: 1, arbitrary: anything },
      );
      await fc.assert(
        fc.asyncProperty(data, async (generated) => {
          const text = JSON.stringify(generated) ?? 'null';
          // Of a mapping of free keys zod passes over this one; no YAML that is read has it there.
          fc.pre(!text.includes('"__proto__"'));
          const plain: unknown = JSON.parse(text);
          const isAccepted = (await checkSchema(file, plain)).length === 0;
          accepted += isAccepted ? 1 : 0;
          expect(accepts(plain)).toBe(isAccepted);
        }),
        { numRuns: runs },
      );
      expect(accepted).toBeGreaterThan(runs / 50);
      expect(accepted).toBeLessThan(runs);
    },
  );

  it('counts the longest texts in characters, where `validate` counts UTF-16 units', async () => {
    const [schema] = await fileSchemas(
      [{ name: 'reviews', file: 'reviews.yaml', schema: 'reviews' }],
      models[0] as Model,
      'en',
    );
    const book = (notes: string) => ({
      reviews: [{ id: 'a', stage: 'a', round: 1, date: '2026-01-01', decision: 'hold', notes }],
    });
    const accepts = compiled(schema as JsonSchema);
    expect([accepts(book('x'.repeat(20_000))), accepts(book('x'.repeat(20_001)))]).toEqual([true, false]);
    expect(accepts(book('👪'.repeat(10_001)))).toBe(true);
    expect(await checkSchema('reviews', book('👪'.repeat(10_001)))).toHaveLength(1);
  });
});

describe('the pattern of a rule', () => {
  it('knows the days that exist', () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const two = fc.integer({ min: 0, max: 40 }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(year, two, two).map((parts) => parts.join('-')),
          year.map((one) => `${one}-02-29`),
          fc.string(),
        ),
        (text) => {
          expect(calendarDatePattern.test(text)).toBe(isCalendarDate(text));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('knows what is blank', () => {
    const pattern = new RegExp(patternOfRule('not-blank') ?? '$^', 'u');
    const near = fc.stringMatching(/^[a\s\u00a0\ufeff\u200b\u180e\u0085]*$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        expect(pattern.test(text)).toBe(obeys(text, { rule: 'not-blank' }));
      }),
    );
  });
});

describe('what a schema says', () => {
  /** Every list of words of the schemas, as the mapping and the key that it stands in. */
  function choicesIn(outline: Outline, around: string, key: string): string[] {
    switch (outline.type) {
      case 'choice':
        return outline.choices.map((word) => `${around}.${key} ${word}`);
      case 'list':
        return choicesIn(outline.entry, around, key);
      case 'mapping':
        return outline.fields.flatMap((field) => choicesIn(field.schema, key, field.key));
      case 'record':
        return choicesIn(outline.value, key, 'score');
      case 'either':
        return outline.options.flatMap((option) => choicesIn(option, around, key));
      default:
        return [];
    }
  }

  it.each(languages)('tells in %s what every word of every list means, and of no other', async (language) => {
    const words = Object.entries(await loadChoiceWords(language)).flatMap(([place, meanings]) =>
      Object.keys(meanings).map((word) => `${place} ${word}`),
    );
    const sections = outlines.sections.map(
      (section) => [section.name, section.form === 'text' ? section.text : section.entry] as const,
    );
    const mappings: (readonly [string, Outline])[] = [
      ['partnership', outlines.partnership],
      ['reviews', outlines.reviews],
      ...sections,
    ];
    const known = mappings.flatMap(([name, outline]) => choicesIn(outline, '', name));
    expect([...new Set(known)].sort()).toEqual(words.sort());
  });

  it.each(languages)('has a title and a description in %s for every key of every file', async (language) => {
    for (const model of models) {
      const schemas = await fileSchemas(fileKinds(model), model, language);
      for (const schema of schemas) {
        compiled(schema);
        const bare = untitled(schema);
        expect(bare).toEqual([]);
        const text = JSON.stringify(schema.properties);
        expect(/[א-ת]/.test(text)).toBe(language === 'he');
      }
    }
  });

  /** The keys without a title or a description. */
  function untitled(schema: JsonSchema, path = ''): string[] {
    const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
    const own = Object.entries(properties).flatMap(([key, value]) => [
      ...(typeof value.title === 'string' && typeof value.description === 'string' ? [] : [`${path}.${key}`]),
      ...untitled(value, `${path}.${key}`),
    ]);
    return [...own, ...(schema.items === undefined ? [] : untitled(schema.items as JsonSchema, `${path}[]`))];
  }

  it('proposes the stages and the items of the model', async () => {
    const [model] = models as [Model];
    const kinds = fileKinds(model);
    const [, book, scoping] = (await fileSchemas(kinds, model, 'he')) as { properties: JsonSchema }[];
    expect(JSON.stringify(book)).toContain(`"examples":${JSON.stringify(model.stages.map(({ id }) => id))}`);
    expect(JSON.stringify(scoping)).toContain(
      `"examples":${JSON.stringify(model.stages[0]?.checklist.map(({ id }) => id))}`,
    );
    expect(scoping).toMatchObject({ title: 'שלב 1 מתוך 10: בחינה מקיפה' });
  });

  it('knows the form of a model too', async () => {
    const [model] = models as [Model];
    const [schema] = await fileSchemas([modelKind], model, 'en');
    const accepts = compiled(schema as JsonSchema);
    expect(accepts(model)).toBe(true);
    expect(accepts({ ...model, stages: [{}] })).toBe(false);
  });
});
