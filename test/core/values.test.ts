import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isCalendarDate } from '../../src/core/calendar-date.ts';
import { readAssignments, withId } from '../../src/core/entry-input.ts';
import { idFromName, idPattern } from '../../src/core/id.ts';
import { nearest, nearestFew } from '../../src/core/nearest.ts';
import { PartnerError } from '../../src/core/partner-error.ts';
import { builtInSections, listSectionNamed } from '../../src/core/schema/registry.ts';
import { fieldsOf } from '../../src/core/schema/section.ts';
import { canonicalJson } from '../../src/core/seal.ts';

describe('calendar dates', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260203',
    '2026-02-03T00:00:00Z',
    '',
  ])('%j does not', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it('counts days across every change of clocks', () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(days, days, (offset, distance) => {
        const from = addDays('2026-02-03', offset);
        expect(isCalendarDate(from)).toBe(true);
        expect(daysBetween(from, addDays(from, distance))).toBe(distance);
      }),
    );
  });

  it('ends a month where it ends', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2026-08-31', 6)]).toEqual(['2026-02-28', '2027-02-28']);
  });
});

describe('ids from names', () => {
  it.each([
    ['Readers in the South', 'readers-in-the-south'],
    ['קוראים בדרום', 'kvraym-bdrvm'],
    ['Café São', 'cafe-sao'],
    ['לאומי קארד בע"מ', 'lavmy-kard-bam'],
    ['!!!', 'entry'],
  ])('%s becomes %s', (name, id) => {
    expect(idFromName(name, 'entry')).toBe(id);
  });

  it('are ids, and not taken, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5), (name, takenCount) => {
        const taken = new Set<string>();
        for (let count = 0; count <= takenCount; count += 1) {
          const id = idFromName(name, 'entry', (candidate) => taken.has(candidate));
          expect(id).toMatch(idPattern);
          expect(taken.has(id)).toBe(false);
          taken.add(id);
        }
      }),
    );
  });
});

describe('did you mean', () => {
  it.each([
    ['leumy', ['leumi', 'rafael'], 'leumi'],
    ['pledge', ['pledges', 'needs'], 'pledges'],
    ['due', ['due-diligence', 'motives-known'], 'due-diligence'],
    ['zebra', ['leumi', 'rafael'], undefined],
  ])('%s among %j: %s', (word, known, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  it('puts the nearest first', () => {
    expect(nearestFew('goal', ['goals', 'goat', 'xyzzy'], 2)).toHaveLength(2);
  });
});

describe('key=value words', () => {
  const fields = (section: string) => fieldsOf(listSectionNamed(section).entry);
  const read = (section: string, ...words: string[]) =>
    Object.fromEntries(
      readAssignments(section, fields(section), words).map(({ path, value }) => [path.join('.'), value]),
    );

  it('are typed by the schema', () => {
    expect(read('pledges', 'partner=leumi', 'amount=1200.50', 'status=signed')).toEqual({
      partner: 'leumi',
      amount: 1200.5,
      status: 'signed',
    });
    expect(read('needs', 'item=2026', 'critical=true', 'by=2026-05-01')).toEqual({
      item: '2026',
      critical: true,
      by: '2026-05-01',
    });
    expect(
      read('candidates', 'scores.cost=4', 'scores.fit=unknown', 'concerns=late, far', 'concerns=one\\, two'),
    ).toEqual({
      'scores.cost': 4,
      'scores.fit': 'unknown',
      concerns: ['late', 'far', 'one, two'],
    });
    expect(read('candidates', 'scores=cost:4,fit:unknown')).toEqual({ scores: { cost: 4, fit: 'unknown' } });
    expect(read('pledges', 'amount=')).toEqual({ amount: undefined });
  });

  it.each([
    ['pledges', 'amount=1,200', 'invalid-value'],
    ['pledges', 'amount=1e999', 'invalid-value'],
    ['pledges', 'amount=0x10', 'invalid-value'],
    ['needs', 'critical=perhaps', 'invalid-value'],
    ['pledges', 'amonut=1', 'unknown-key'],
    ['pledges', 'partner.x=1', 'unknown-key'],
    ['pledges', 'leumi', 'usage'],
  ])('%s %s is refused as %s', (section, word, code) => {
    expect(() => read(section, word)).toThrow(expect.objectContaining({ constructor: PartnerError, code }));
  });

  it('give an entry an id from what names it', () => {
    expect(withId(listSectionNamed('goals'), { text: 'Every child reads' }, () => false)).toEqual({
      id: 'every-child-reads',
      text: 'Every child reads',
    });
    expect(
      withId(listSectionNamed('pledges'), { partner: 'leumi', type: 'cash' }, (id) => id === 'leumi-cash').id,
    ).toBe('leumi-cash-2');
    expect(withId(listSectionNamed('observations'), { metric: 'readers' }, () => false)).toEqual({
      metric: 'readers',
    });
    expect(builtInSections.find('nowhere')).toBeUndefined();
  });
});

describe('the text that is sealed', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
    const value = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(value, (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(data));
        expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('has texts as JSON has them, whatever they hold', () => {
    const unit = fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\0', '\x1f', '\x7f', '\u2028', '\ud800', '\udc00', '😀', 'א'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('');
        expect(canonicalJson(text)).toBe(JSON.stringify(text));
        expect(canonicalJson({ [text]: [text] })).toBe(JSON.stringify({ [text]: [text] }));
      }),
    );
  });
});
