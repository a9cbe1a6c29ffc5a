import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar, sparkline } from '../../../../src/render/terminal/measurement/bars.ts';

describe('a bar', () => {
  it.each([
    [0, '░░░░░░░░░░'],
    [0.001, '█░░░░░░░░░'],
    [0.5, '█████░░░░░'],
    [0.999, '█████████░'],
    [1, '██████████'],
    [7, '██████████'],
    [-1, '░░░░░░░░░░'],
  ])('of %d is %s', (fraction, drawn) => {
    expect(bar([{ fraction, sign: '█' }], 10, '░', 'en')).toBe(drawn);
  });

  it('is as wide as it is told, and full only where nothing is missing', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (parts, width) => {
        const whole = parts.reduce((sum, fraction) => sum + fraction, 0);
        const drawn = bar(
          parts.map((fraction, index) => ({ fraction, sign: 'abcd'.charAt(index) })),
          width,
          '.',
          'en',
        );
        expect(drawn).toHaveLength(width);
        if (whole < 0.99) expect(drawn).toContain('.');
        if (whole >= 1) expect(drawn).not.toContain('.');
      }),
    );
  });

  it('runs from the right in Hebrew', () => {
    expect(bar([{ fraction: 0.5, sign: '█' }], 2, '·', 'he')).toBe('\u200f█·');
  });
});

describe('a sparkline', () => {
  it.each([
    [[], ''],
    [[4], ''],
    [[1, 1], '▅▅'],
    [[1, 8], '▁█'],
    [[8, 1], '█▁'],
    [[-1, 0, 1], '▁▅█'],
    [[0.1, 0.2, 0.3], '▁▅█'],
  ])('of %j is %s', (values, drawn) => {
    expect(sparkline(values, 12, 'en')).toBe(drawn);
  });

  it('of many values ends with the last and keeps to its width', () => {
    const many = Array.from({ length: 5000 }, (_, index) => index);
    expect(sparkline(many, 8, 'en')).toBe('▁▂▃▄▅▆▇█');
  });
});
