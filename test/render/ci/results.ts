import fc from 'fast-check';
import { problemCodes } from '../../../src/core/problem.ts';
import type { CiFinding, CiResult } from '../../../src/render/ci/finding.ts';
import { printable } from '../../../src/render/printable.ts';

// What means something to one of the forms, among any other text.
const sharp = fc.constantFrom(
  ...[
    '::',
    '%',
    '%0A',
    '%25',
    '%3A',
    '\r',
    '\n',
    '\r\n',
    ',',
    ':',
    '=',
    '##[error]',
    '::error file=x::owned',
  ],
  ...[']]>', '<!--', '&', '&amp;', '<', '>', '"', "'", '<![CDATA[', '</failure>', '\0', '\x1b[2J', '\u202e'],
  ...['\ud800', '\ufffe', '\u2028', 'קוראים', '😀', ' ', '\t', '::add-mask::', '::stop-commands::x'],
);
const hostile = fc
  .array(fc.oneof(sharp, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const finding: fc.Arbitrary<CiFinding> = fc.record({
  code: fc.constantFrom(...problemCodes),
  severity: fc.constantFrom('error', 'warning'),
  file: hostile.map((name) => `${name}/partnership.yaml`),
  line: fc.integer({ min: 1, max: 99_999 }),
  column: fc.integer({ min: 1, max: 9999 }),
  message: hostile.map(printable),
});

/** Results with texts that would break any form whose escaping has a hole. */
export const hostileResults: fc.Arbitrary<CiResult> = fc.record({
  version: fc.constant('1.2.3'),
  isStrict: fc.boolean(),
  files: fc.array(
    hostile.map((name) => `${name}.yaml`),
    { maxLength: 4 },
  ),
  findings: fc.array(finding, { maxLength: 6 }),
});
