import fc from 'fast-check';
import type { FileSchema } from '../../../src/core/schema/check-schema.ts';
import { sectionsIn } from '../../../src/core/schema/model-sections.ts';
import type { Outline, OutlineField } from '../../../src/core/schema/outline.ts';
import { stageSections } from '../../../src/core/schema/registry.ts';
import type { Rule, RuleName } from '../../../src/core/schema/rules.ts';
import { ownModel } from './own-model.ts';

/** Every schema that a file can have: the files, each section alone, and all sections at once. */
export const files: Readonly<Record<string, FileSchema>> = {
  partnership: 'partnership',
  reviews: 'reviews',
  model: 'model',
  ...Object.fromEntries(stageSections.map((section) => [section.name, { stage: [section] }])),
  'a stage of all sections': { stage: stageSections },
  'a partnership in three languages': { partnership: ['en', 'he', 'ar'] },
  ...Object.fromEntries(
    sectionsIn(ownModel)
      .all.filter(({ own }) => own !== undefined)
      .map((section) => [`own ${section.name}`, { stage: [section] }]),
  ),
};

const texts: Readonly<Partial<Record<RuleName, readonly string[]>>> = {
  id: ['a', 'leumi', '2026-02-20-scoping-k3f9', 'x'.repeat(64), 'x'.repeat(65), 'Leumi', '-a', 'é'],
  date: ['2026-02-03', '2024-02-29', '2026-02-29', '2026-2-3', '20260203', '0000-01-01'],
  currency: ['ILS', 'EUR', 'ils', 'EURO'],
  seal: [`v1-sha256-${'0a'.repeat(32)}`, `v1-sha256-${'0A'.repeat(32)}`, 'v1-sha256-'],
  name: ['visits', 'held_on', 'x'.repeat(40), 'x'.repeat(41), 'Visits', '1st', '__proto__'],
  link: ['https://a.org', 'mailto:a@b.org', 'http://', 'javascript:alert(1)', 'https:///', 'a.pdf'],
  'language-tag': ['en', 'he', 'zh-Hant', 'x', 'EN', 'en_US'],
  'not-blank': ['קוראים', ' a ', '', ' ', '\n\t', '\u00a0'],
  'short-enough': ['x'.repeat(20_000), 'x'.repeat(20_001)],
};
const numbers = [0, 1, 2, 3, 5, 6, -1, -0, 1.5, 0.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY];

/** Any data that YAML could give, and a little that it could not. */
export const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, false, '', 'unknown', 'shared', '2026-02-03', [], {}, [
    null,
  ]),
  fc.constantFrom<unknown>(...numbers),
  fc.string(),
  fc.dictionary(fc.constantFrom('id', 'text', 'x-mine', '__proto__', 'constructor'), fc.constantFrom(1, 'a')),
);

/** Data that an outline mostly accepts: of the right types, near the limits of its rules. */
export function dataOf(outline: Outline): fc.Arbitrary<unknown> {
  switch (outline.type) {
    case 'text':
      return fc.constantFrom(...textsFor(outline.rules));
    case 'number':
      return fc.oneof(
        { weight: 40, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.constantFrom(...numbers) },
      );
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...outline.choices);
    case 'list':
      return fc.array(dataOf(outline.entry), { maxLength: 2 });
    case 'record':
      return fc.dictionary(fc.constantFrom('en', 'he', 'cost', 'x-y', '__proto__'), dataOf(outline.value));
    case 'either':
      return fc.oneof(...outline.options.map(dataOf));
    case 'mapping':
      return mappingOf(outline.fields);
  }
}

// What is right comes up more often, or no whole file would ever be right.
function textsFor(rules: readonly Rule[]): readonly string[] {
  const samples = rules.length === 0 ? ['a', ''] : rules.flatMap(({ rule }) => texts[rule] ?? []);
  const right = rules.length === 3 ? 'ILS' : (samples[0] as string);
  return [...Array.from({ length: 60 * samples.length }, () => right), ...samples];
}

function mappingOf(fields: readonly OutlineField[]): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(fields.map(({ key, schema }) => [key, dataOf(schema)]));
  const requiredKeys = fields.flatMap(({ key, optional }) => (optional ? [] : [key]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** Every place in data, as the mapping or list that holds it and the key. */
function placesIn(data: unknown): [Record<string, unknown>, string][] {
  if (typeof data !== 'object' || data === null) return [];
  const holder = data as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [typeof holder, string],
    ...placesIn(holder[key]),
  ]);
}

type Change = 'keep' | 'replace' | 'remove' | 'add' | 'rename';

/** A change of data, at a place that is counted. */
export const changes = fc.record({
  change: fc.constantFrom<Change>('keep', 'replace', 'remove', 'add', 'rename'),
  at: fc.nat(),
  value: anything,
  key: fc.constantFrom('id', 'x-note', 'notes', '__proto__', 'constructor', 'owner', 'on', 'stage'),
});

/** Data with one of its values replaced, removed, added or renamed. */
export function changed(
  data: unknown,
  { change, at, value, key }: typeof changes extends fc.Arbitrary<infer T> ? T : never,
) {
  const copy = structuredClone(data);
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined || change === 'keep') return copy;
  const [holder, name] = place;
  if (Array.isArray(holder)) {
    if (change === 'replace') holder[Number(name)] = value;
    else if (change === 'add') holder.push(value);
    else holder.splice(Number(name), 1);
    return copy;
  }
  const before = holder[name];
  if (change === 'replace') holder[name] = value;
  if (change === 'remove' || change === 'rename') delete holder[name];
  if (change === 'add' || change === 'rename') {
    const added = change === 'add' ? value : before;
    Object.defineProperty(holder, key, {
      value: added,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}
