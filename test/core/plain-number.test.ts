import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactNumber, isNumberLike } from '../../src/core/plain-number.ts';

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['-7', -7],
    ['0.10', 0.1],
    ['15000.00', 15_000],
    ['-3.5', -3.5],
    ['9007199254740991', 9_007_199_254_740_991],
    ['0.0000001', 0.0000001],
    ['0.00000000000123', 0.00000000000123],
    ['123456.789', 123_456.789],
  ])('%s is exact', (source, value) => {
    expect(isNumberLike(source)).toBe(true);
    expect(exactNumber(source)).toBe(value);
  });

  // biome-ignore format: a table of snippets reads better in rows
  test.each([
    '9007199254740993', '9007199254740992', '100000000000000000000000', '0.1234567890123456789', '1e3', '1E3', '1e999', '0x10', '0X10',
    '0o17', '0b11', '017', '00', '-01', '01.5', '+5', '.5', '-.5', '5.', '.inf', '-.INF', '+.Inf', '.nan', '.NaN', '1_000', '-0', '-0.0', '1.5e-3',
  ])('%s is a number that is refused', (source) => {
    expect(isNumberLike(source)).toBe(true);
    expect(exactNumber(source)).toBeUndefined();
  });

  // biome-ignore format: a table of snippets reads better in rows
  test.each([
    '', '-', '+', '.', '-.', '...', '2026-02-03', '12:30', '1.2.3', '1,000', '0501-234', 'x1', '1x', 'e3', '1e', 'inf', 'nan', '.infinity', '٣', '１', '0xg', '_1', ' 1',
  ])('%j is no number', (source) => {
    expect(isNumberLike(source)).toBe(false);
  });

  test('whatever a number prints as without an exponent is exact, with zeros after it or not', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(value, fc.nat({ max: 4 }), (number, zeros) => {
        const source = String(number);
        fc.pre(!source.includes('e') && !Object.is(number, -0));
        const padded = source.includes('.') ? source + '0'.repeat(zeros) : source;
        expect(exactNumber(padded)).toBe(number);
      }),
      { numRuns: 5_000 },
    );
  });
});
