import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emitYaml } from '../../../src/store/yaml/emit.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { isPlainSafe, scalarText } from '../../../src/store/yaml/scalar-text.ts';
import { file } from './edited.ts';
import { nastyTexts, valuesOf } from './odd-data.ts';

const house = { indent: 2, eol: '\n' };
const { value: values } = valuesOf('small');

function reading(text: string) {
  const { data, problems } = readYaml(new TextEncoder().encode(text));
  return { data, problems };
}

describe('emitYaml', () => {
  it('writes a whole document', () => {
    const document = {
      format: 1,
      name: 'קוראים בדרום',
      started: '2026-01-12',
      tags: ['education'],
      empty: [],
      none: {},
      partners: [{ id: 'leumi', sector: 'company', scores: { reach: 3 } }, { id: 'b' }],
      note: 'one\n\ntwo\n',
      links: ['https://example.org/report', 'a'.repeat(60)],
      left: null,
    };
    expect(emitYaml(document, house)).toBe(
      file(
        'format: 1',
        'name: קוראים בדרום',
        'started: 2026-01-12',
        'tags: [education]',
        'empty: []',
        'none: {}',
        'partners:',
        '  - id: leumi',
        '    sector: company',
        '    scores:',
        '      reach: 3',
        '  - id: b',
        'note: |',
        '  one',
        '',
        '  two',
        'links:',
        '  - https://example.org/report',
        `  - ${'a'.repeat(60)}`,
        'left: null',
      ),
    );
  });

  it('keeps to the style asked for', () => {
    const style = { indent: 4, sequenceIndent: 0, eol: '\r\n' };
    expect(emitYaml({ a: { l: [{ k: 1, t: 'x\ny' }] } }, style)).toBe(
      'a:\r\n    l:\r\n    - k: 1\r\n      t: |-\r\n          x\r\n          y\r\n',
    );
  });

  it('leaves out what is undefined and refuses what no file can hold', () => {
    expect(emitYaml({ a: 1, b: undefined }, house)).toBe('a: 1\n');
    expect(() => emitYaml({ a: Number.NaN }, house)).toThrow('edit-refused');
    expect(() => emitYaml({ a: '\udc00' }, house)).toThrow('edit-refused');
  });

  it.each(['x', '', 'two\nlines', [], ['a', ['b']], {}, 0, null, true].map((value) => [value]))(
    'writes %j as a root',
    (value) => {
      expect(reading(emitYaml({ root: value }, house))).toEqual({ data: { root: value }, problems: [] });
      expect(parse(emitYaml(value, house))).toEqual(value);
    },
  );

  it('reads back as the same data, in any style', () => {
    const styles = fc.record({
      indent: fc.constantFrom(1, 2, 3, 4),
      sequenceIndent: fc.constantFrom(0, 1, 2, 4),
      eol: fc.constantFrom('\n', '\r\n'),
      literals: fc.boolean(),
    });
    fc.assert(
      fc.property(values, styles, (value, style) => {
        expect(reading(emitYaml({ value }, style))).toEqual({ data: { value }, problems: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(nastyTexts.map((text) => [text]))('carries %j everywhere', (text) => {
    const data = { value: text, list: [text], flow: [[text, [text]]], nested: [{ [`k${text}`]: text }] };
    expect(reading(emitYaml(data, house))).toEqual({ data, problems: [] });
  });
});

describe('a scalar', () => {
  // Dates stay bare as in the files: readers of YAML 1.1 that make dates of them lose nothing.
  it.each(nastyTexts.filter((text) => text !== '2026-01-01').map((text) => [text]))(
    'means the same under YAML 1.1: %j',
    (text) => {
      const list = `- ${scalarText(text, 'block')}\n- [${scalarText(text, 'flow')}]\n`;
      expect(parse(list, { version: '1.1' })).toEqual([text, [text]]);
    },
  );
});

describe('a bare scalar', () => {
  const bare = [
    'דנה',
    'יו"ר הוועד',
    "it's",
    'a:b',
    'a#b',
    '2026-01-01',
    '2026-02-20-scoping-k3f9',
    '-x',
    '050-1234567',
    'שָׁלוֹם',
    '👍 ok',
    'https://example.org',
  ];
  const quoted = nastyTexts.filter((text) =>
    /^(?:[-+.\d][\d._:,xobeE+-]*|y|n|no|yes|on|off|true|false|null|~|\W?inf)$/i.test(text),
  );

  it.each(bare.map((text) => [text]))('may be %s', (text) => {
    expect(isPlainSafe(text, 'block')).toBe(true);
  });

  it.each(quoted.filter((text) => !['2026-01-01', '-x'].includes(text)).map((text) => [text]))(
    'may not be %s',
    (text) => {
      expect(isPlainSafe(text, 'block')).toBe(false);
    },
  );

  it.each(['a, b', 'a]', 'a{', 'a:b', 'what?'].map((text) => [text]))(
    'may not be %s between brackets',
    (text) => {
      expect(isPlainSafe(text, 'block')).toBe(true);
      expect(isPlainSafe(text, 'flow')).toBe(false);
    },
  );

  it('writes controls, bidi controls and line separators as escapes', () => {
    expect(scalarText('\u0000\u001b\u0085\u2028\u202e\u200f\ufeff\n\t"\\', 'block')).toBe(
      '"\\u0000\\u001b\\u0085\\u2028\\u202e\\u200f\\ufeff\\n\\t\\"\\\\"',
    );
  });
});
