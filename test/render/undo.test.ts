import { describe, expect, it } from 'vitest';
import { minutesBetween } from '../../src/core/calendar-date.ts';
import { loadUndoWords } from '../../src/render/messages/undo.ts';

const hour = 60;
const day = 24 * hour;

describe('how long ago a command was given', () => {
  it.each([
    [-5, 'just now', 'ממש עכשיו'],
    [0, 'just now', 'ממש עכשיו'],
    [1, '1 minute ago', 'לפני דקה'],
    [2, '2 minutes ago', 'לפני שתי דקות'],
    [59, '59 minutes ago', 'לפני 59 דקות'],
    [hour, '1 hour ago', 'לפני שעה'],
    [2 * hour + 59, '2 hours ago', 'לפני שעתיים'],
    [day - 1, '23 hours ago', 'לפני 23 שעות'],
    [day, '1 day ago', 'לפני יום'],
    [2 * day, '2 days ago', 'לפני יומיים'],
    [30 * day, '30 days ago', 'לפני 30 ימים'],
    [31 * day, 'DAY', 'DAY'],
  ])('%i minutes', async (minutes, en, he) => {
    expect((await loadUndoWords('en')).ago(minutes, 'DAY')).toBe(en);
    expect((await loadUndoWords('he')).ago(minutes, 'DAY')).toBe(he);
  });

  it('counts whole minutes between instants, in any zone', () => {
    expect(minutesBetween('2026-03-01T10:00:00Z', '2026-03-01T10:01:59.999Z')).toBe(1);
    expect(minutesBetween('2026-03-27T01:30:00+02:00', '2026-03-27T01:30:00Z')).toBe(120);
    expect(minutesBetween('2026-03-01T10:00:00Z', '2026-03-01T09:59:00Z')).toBe(-1);
    expect(minutesBetween('yesterday', '2026-03-01T09:59:00Z')).toBeUndefined();
  });
});

describe('counts in words', () => {
  it.each([
    [0, '`partner redo` does it again.'],
    [1, '`partner redo` does it again; 1 earlier command can be taken back.'],
    [3, '`partner redo` does it again; 3 earlier commands can be taken back.'],
  ])('%i left', async (left, text) => {
    expect((await loadUndoWords('en')).undo.next(left)).toBe(text);
  });
});
