import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar-date.ts';
import { timeAxis } from '../../../src/render/terminal/time-axis.ts';

describe('the axis of months', () => {
  it.each([
    [['2026-03-05'], 20, '2026-03@0'],
    [['2026-03-05', '2026-06-20'], 40, '2026-03@0 2026-04@10 2026-05@20 2026-06@30'],
    [
      ['2025-11-05', '2026-12-20'],
      40,
      '2025-11@0 2026-01@5 2026-03@11 2026-05@16 2026-07@22 2026-09@28 2026-11@34',
    ],
    [['2024-01-05', '2031-12-20'], 40, '2024-01@0 2026-01@10 2028-01@20 2030-01@30'],
    [['9999-12-31'], 20, '9999-12@0'],
    [['0001-01-01', '9999-12-31'], 40, '2000-01@7 4000-01@15 6000-01@23 8000-01@31'],
  ])('%j on %i columns: %s', (dates, width, expected) => {
    const { ticks } = timeAxis(dates, width, 4);
    const pad = (value: number, length: number) => String(value).padStart(length, '0');
    const told = ticks.map(({ year, month, column }) => `${pad(year, 4)}-${pad(month + 1, 2)}@${column}`);
    expect(told.join(' ')).toBe(expected);
  });

  it('keeps dates in order and inside, and labels apart, whatever the dates and the width', () => {
    const day = fc.integer({ min: -200_000, max: 200_000 }).map((offset) => addDays('2026-06-10', offset));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 100 }),
        (dates, width) => {
          const { columnOf, ticks } = timeAxis(dates, width, 4);
          const columns = [...dates].sort().map(columnOf);
          expect(columns).toEqual([...columns].sort((a, b) => a - b));
          expect(columns.every((column) => column >= 0 && column < width)).toBe(true);
          for (const [index, { column }] of ticks.entries()) {
            expect(column + 4).toBeLessThanOrEqual(ticks[index + 1]?.column ?? width);
          }
        },
      ),
    );
  });
});
