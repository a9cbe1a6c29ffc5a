import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureText, isRefusal, readFigure } from '../../../src/core/recording/figure.ts';

describe('a figure', () => {
  it.each([
    ['0', { value: 0 }],
    ['1200', { value: 1200 }],
    ['-3.5', { value: -3.5 }],
    ['0.1', { value: 0.1 }],
    [' 7 ', { value: 7 }],
    ['1.50', { value: 1.5 }],
    ['42/60', { num: 42, den: 60 }],
    [' 42 / 60 ', { num: 42, den: 60 }],
    ['0/60', { num: 0, den: 60 }],
    ['60/60', { num: 60, den: 60 }],
    ['0.5/2.5', { num: 0.5, den: 2.5 }],
  ])('%j is read', (text, figure) => {
    expect(readFigure(text)).toEqual(figure);
  });

  it.each<string[]>([
    ['1e999', 'exponent'],
    ['1e3', 'exponent'],
    ['9007199254740993', 'digits'],
    ['0.12345678901234567890', 'digits'],
    ['1,200', 'thousands', '1200'],
    ['1 234 567.5', 'thousands', '1234567.5'],
    ['1’200', 'thousands', '1200'],
    ['0,5', 'decimal-comma', '0.5'],
    ['45%', 'percent'],
    ['45.5 %', 'percent'],
    ['007', 'other'],
    ['0x10', 'other'],
    ['.5', 'other'],
    ['5.', 'other'],
    ['', 'other'],
    ['NaN', 'other'],
    ['Infinity', 'other'],
    ['₪5', 'other'],
    ['١٢', 'other'],
    ['1/2/2026', 'other'],
    ['/5', 'other'],
    ['5/', 'other'],
    ['1,200/2,000', 'thousands', '1200'],
  ])('%j is refused as %s', (text = '', form = '', instead?: string) => {
    expect(readFigure(text)).toMatchObject({ code: 'figure-form', params: { form } });
    if (instead !== undefined) expect(readFigure(text)).toMatchObject({ params: { instead } });
  });

  it.each([
    ['5/0', 'whole-not-positive'],
    ['0/0', 'whole-not-positive'],
    ['1/-2', 'whole-not-positive'],
    ['-1/2', 'part-negative'],
    ['6/5', 'part-above-whole'],
  ])('%j is refused as %s', (text, code) => {
    expect(readFigure(text)).toMatchObject({ code });
  });

  it('reads every number and share that it prints', () => {
    const numbers = fc.integer({ min: 0, max: 1_000_000_000 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [num = 0, den = 0] = [a, b].sort((x, y) => x - y);
        expect(readFigure(figureText({ value: a }))).toEqual({ value: a });
        if (den > 0) expect(readFigure(figureText({ num, den }))).toEqual({ num, den });
      }),
    );
  });

  it('reads nothing but finite numbers that stay what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-+eE,/ %x') }), (text) => {
        const figure = readFigure(text);
        if (isRefusal(figure)) return;
        for (const number of Object.values(figure)) expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
