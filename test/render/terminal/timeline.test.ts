import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/core/measurement/timeline.ts';
import type { Language } from '../../../src/core/schema/partnership.ts';
import { loadMilestoneWords } from '../../../src/render/messages/milestones.ts';
import { loadTerms } from '../../../src/render/messages/terms.ts';
import { withoutMarks } from '../../../src/render/terminal/bidi.ts';
import type { TerminalSettings } from '../../../src/render/terminal/layout.ts';
import { renderTimeline } from '../../../src/render/terminal/timeline.ts';
import { displayWidth } from '../../../src/render/terminal/width.ts';
import { partnershipWith } from '../../core/partnership-with.ts';

const today = '2026-05-15';
const milestones = [
  { id: 'early', title: 'Rooms found', owner: 'Noa Cohen', due: '2026-03-20' },
  { id: 'late', title: 'מתנדבים מוכשרים', owner: 'דנה', due: '2026-04-01' },
  { id: 'open', title: 'First class\u001b[2J', owner: 'Noa Cohen', due: '2026-05-01' },
  { id: 'ahead', title: 'Second class', due: '2026-06-28' },
  { id: 'some-day', title: 'A book of it' },
];
const progress = [
  { milestone: 'early', done_on: '2026-03-02' },
  { milestone: 'late', done_on: '2026-04-20' },
];

async function drawn(
  language: Language,
  settings: Partial<TerminalSettings>,
  sections: object = { milestones, progress },
): Promise<string[]> {
  const partnership = await partnershipWith({ sections: sections as Record<string, unknown> });
  const [terms, words] = await Promise.all([loadTerms(language), loadMilestoneWords(language)]);
  const direction = language === 'he' ? 'rtl' : 'ltr';
  const place = { direction, bidi: 'logical', width: 80, colorLevel: 0, ...settings } as const;
  const text = await renderTimeline(timelineOf(partnership, today), { terms, words, settings: place });
  return text.split('\n').slice(0, -1);
}

describe('the chart of milestones', () => {
  it('stands beside the titles where there is room', async () => {
    expect(await drawn('en', { width: 80 })).toEqual([
      'Case',
      'as of 15 May 2026 · 1 of 3 due were done on time (33%) · 1 overdue',
      '',
      '                              2026',
      '                              Mar     Apr     May     Jun',
      '                              ┴───────┴───────┴──▼────┴───────',
      '! First class\\x1b[2J                          ◇━━│             14 days late',
      '  due 1 May 2026 · Noa Cohen                     │',
      '✔ מתנדבים מוכשרים                     ◇━━━━●     │             done 20 Apr 2026,',
      '  due 1 Apr 2026 · דנה                           │             19 days late',
      '○ Second class                                   │┄┄┄┄┄┄┄┄┄┄┄◇ in 44 days',
      '  due 28 Jun 2026                                │',
      '○ A book of it                                   │             no due date',
      '✔ Rooms found                 ●┄┄┄◇              │             done 2 Mar 2026',
      '  due 20 Mar 2026 · Noa Cohen                    │',
      '',
      '◇ due   ● done   ━ late   ┄ time left   │ today',
    ]);
  });

  it('goes below the titles where there is none', async () => {
    expect((await drawn('en', { width: 20 })).slice(0, 14)).toEqual([
      'Case',
      'as of 15 May 2026 ·',
      '1 of 3 due were done',
      'on time (33%) · 1',
      'overdue',
      '',
      '2026',
      'Mar       May',
      '┴─────────┴─▼───────',
      '! First class\\x1b[2J',
      '  due 1 May 2026',
      '  Noa Cohen',
      '  14 days late',
      '          ◇━│',
    ]);
  });

  it.each([
    ['en', 'visual'],
    ['en', 'logical'],
    ['he', 'visual'],
    ['he', 'terminal'],
    ['he', 'logical'],
  ] as const)('keeps to every width in %s, %s, and gives the terminal no orders', async (language, bidi) => {
    for (const width of [1, 20, 40, 58, 59, 60, 80, 100, 200]) {
      for (const line of await drawn(language, { bidi, width })) {
        // In a single column, a wide sign or a bar of one column is all that can stand there.
        if (width >= 20)
          expect(await displayWidth(withoutMarks(line))).toBeLessThanOrEqual(Math.min(width, 100));
        expect(line).not.toMatch(/\u001b/);
      }
    }
  });

  it('is mirrored in Hebrew: time runs to the left, and titles stand at the right', async () => {
    const lines = await drawn('he', { bidi: 'visual', width: 80 });
    const late = lines.find((line) => line.includes('●━')) ?? '';
    expect(late).toMatch(/●━+◇.*םירשכומ םיבדנתמ ✔$/);
    const ahead = lines.find((line) => line.includes('Second class')) ?? '';
    expect(ahead).toMatch(/^ +םימי 44 דועב +◇┄+│ +Second class ○$/);
  });

  it('cuts nothing in a pipe', async () => {
    const title = 'A title that is a good deal longer than any terminal would show beside a chart of it';
    const lines = await drawn(
      'en',
      { width: undefined },
      { milestones: [{ id: 'a', title, due: '2026-06-01' }] },
    );
    expect(lines.find((line) => line.includes(title))).toMatch(/│┄+◇ +in 17 days$/);
  });

  it('has no axis where nothing has a date, and says how to begin where there is nothing', async () => {
    const undated = await drawn('en', {}, { milestones: [{ id: 'a', title: 'A book' }] });
    expect(undated.slice(1)).toEqual([
      'as of 15 May 2026 · nothing is due yet',
      '',
      expect.stringMatching(/^○ A book +no due date$/),
    ]);
    expect((await drawn('en', {}, {})).at(-1)?.trim()).toBe(
      'partner add milestones title="…" owner="…" due=YYYY-MM-DD',
    );
  });
});
