import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalOf, digitsOf, sum, sumOfDigits } from '../../../src/core/measurement/decimal.ts';

const whole = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(String);
const amount = fc.integer({ min: 0, max: 1_000_000 }).map(String);
const fraction = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 99 }))
  .map(([a, b]) => digitsOf(decimalOf(`${a}.${b}`)));
const hairAboveWhole = fc.nat().map((value) => `${value}.00000000000000000001`);

it('digits are added exactly, whole or not, beyond what a double holds', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, amount, fraction, hairAboveWhole)), (texts) => {
      expect(digitsOf(sumOfDigits(texts))).toBe(digitsOf(sum(texts.map(decimalOf))));
    }),
  );
});
