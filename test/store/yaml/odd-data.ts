import fc from 'fast-check';

/** Texts that YAML readers of either version are known to take for something else, or to mangle. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  ' lead',
  'trail ',
  'a: b',
  'a:b',
  'a:',
  ':a',
  '# x',
  'a #b',
  'a# b',
  '- x',
  '-x',
  '-',
  '--',
  '---',
  '...',
  '--- a',
  '? x',
  '?x',
  'no',
  'No',
  'yes',
  'y',
  'n',
  'on',
  'off',
  'true',
  'FALSE',
  'null',
  '~',
  '=',
  '<<',
  '1',
  '-1',
  '+1',
  '1e3',
  '1E+3',
  '.5',
  '5.',
  '.',
  '017',
  '0o17',
  '0x1F',
  '0b11',
  '1_000',
  '1,000',
  '12:30:45',
  '1:20',
  '.inf',
  '-.INF',
  '.nan',
  '1.2.3',
  '2026-01-01',
  '2026-2-3',
  '2026-01-01T10:00:00Z',
  '2026-01-01 10:00',
  '2026-02-20-scoping-k3f9',
  '20260203',
  '-0',
  '9007199254740993',
  '[a]',
  '{a}',
  'a, b',
  'a]',
  '*x',
  '&x',
  '!x',
  '|',
  '>',
  '%x',
  '@x',
  '`x`',
  '"x"',
  "'x'",
  "it's",
  'say "hi"',
  'back\\slash',
  'tab\there',
  'cr\rhere',
  'bell\u0007',
  'nel\u0085x',
  'ls\u2028x',
  'ps\u2029x',
  '\uFEFFbom',
  'x\uFFFE',
  '\u202Eabc',
  'a\u200Fb',
  'a\u00A0b',
  '\u00A0',
  'two\nlines',
  'two\nlines\n',
  'two\n\nlines\n\n',
  '\nlead',
  '\n',
  '\n\n',
  ' x\ny',
  'x\n y\n',
  'x \ny',
  'x\n  \ny',
  '# a\n# b',
  '- a\n- b\n',
  'a: b\nc: d',
  '---\nx',
  'x\n\ty',
  '\tx\ny',
  '  \nx',
  'שלום',
  'שָׁלוֹם',
  'יו"ר',
  'ח.פ. 51-123',
  'בחינה: שלב א',
  'א, ב',
  'דנה # לא',
  '👍',
  '👨‍👩‍👧',
  'e\u0301',
  'https://example.org/a?b=c#d',
  'docs/memo.pdf',
  'a'.repeat(90),
  'one two three',
];

const text = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.stringMatching(/^[a-z][a-z ]{0,9}[a-z]$/),
  fc.constantFrom('a', 'b', 'דנה', 'one two', 'more words here'),
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', ' ', '\n', '#', ':', '-', '"', "'", ',', '[', '}', 'ש', '\t', '1'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 0.5, -0.25, 1e-7, 1.5e-10, 123456789.125, 9007199254740991),
);

/** Any scalar of YAML's core schema the strict reader takes. */
export const scalars = fc.oneof({ weight: 6, arbitrary: text }, number, fc.boolean(), fc.constant(null));

const keys = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('id', 'text', 'on', 'by', 'due', 'name', 'evidence', 'x-note', 'a', 'שם'),
    },
    text,
  )
  .filter((key) => key !== '__proto__');

/** Any plain value, nested as deep as the size asks for. */
export function valuesOf(depthSize: 'xsmall' | 'small') {
  return fc.letrec<{ value: unknown; list: unknown[]; mapping: Record<string, unknown> }>((tie) => ({
    value: fc.oneof({ depthSize, withCrossShrink: true }, scalars, tie('list'), tie('mapping')),
    list: fc.oneof(fc.array(tie('value'), { maxLength: 4 }), fc.array(tie('mapping'), { maxLength: 3 })),
    mapping: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
}

/** The data of a whole file: a mapping in most cases, as in the files of a partnership. */
export function documentsOf(depthSize: 'xsmall' | 'small') {
  const { mapping, list } = valuesOf(depthSize);
  return fc.oneof({ weight: 12, arbitrary: mapping }, list);
}

/** The numbers an odd document's style is drawn from. */
export const choices = fc.array(fc.nat(), { maxLength: 24, size: 'max' });
