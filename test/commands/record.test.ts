import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, atTerminal, interrupt } from './context.ts';
import { copyOf, measuredPartnership, observationsIn } from './measured.ts';

let sound: string;
let cwd: string;

beforeAll(async () => {
  sound = await measuredPartnership();
});
beforeEach(() => {
  cwd = copyOf(sound);
});

const record = (...words: readonly string[]) => atTerminal(cwd, ['record', ...words]);

describe('record METRIC VALUE', () => {
  it('writes one observation of today, with all that is told of it', async () => {
    const told = ['--source', ' school registers ', '--method', 'head count', '--by', 'Noa'];
    const { code, out, err } = await record('children', '120', ...told);
    expect([code, out, err]).toEqual([0, 'Recorded children on 1 Mar 2026: 120\n', '']);
    expect(observationsIn(cwd)).toBe(
      'observations:\n  - metric: children\n    on: 2026-03-01\n    value: 120\n' +
        '    source: school registers\n    method: head count\n    by: Noa\n',
    );
  });

  it('takes a share for a pooled metric, and a day', async () => {
    expect((await record('reading', '42/60', '--on', '2026-02-01')).code).toBe(0);
    expect(observationsIn(cwd)).toBe(
      'observations:\n  - metric: reading\n    on: 2026-02-01\n    num: 42\n    den: 60\n',
    );
  });

  it('takes a number below 0', async () => {
    expect((await record('books', '-2.5')).code).toBe(0);
    expect(observationsIn(cwd)).toContain('value: -2.5\n');
  });

  it('writes nothing on a repeat, and says so', async () => {
    await record('children', '120');
    const before = observationsIn(cwd);
    const { code, out } = await record('children', '120');
    expect([code, out]).toEqual([
      0,
      'children on 1 Mar 2026 is recorded already with 120; nothing was written.\n',
    ]);
    const he = await record('children', '120', '--lang', 'he');
    expect(he.out.trim()).toBe('children ליום 01/03/2026 כבר רשום: 120; דבר לא נכתב.');
    expect(observationsIn(cwd)).toBe(before);
  });

  it('puts another figure of a day beside the first where the sources differ, else refuses it', async () => {
    await record('children', '120', '--source', 'North school');
    expect((await record('children', '80', '--source', 'South school')).code).toBe(0);
    const before = observationsIn(cwd);
    const { code, err } = await record('children', '81', '--source', 'South school');
    expect([code, err]).toEqual([
      2,
      'partner: error: children on 2026-03-01 is recorded already, with 80, not 81\n' +
        'to change it, edit the file; another figure for that day needs a source of its own, in both\n',
    ]);
    expect(observationsIn(cwd)).toBe(before);
  });

  it('names the command that changes what stands there, and the command does it', async () => {
    await record('children', '120');
    const { err } = await record('children', '121');
    const [, command = ''] = /`partner ([^`]+)`/.exec(err) ?? [];
    expect(command).toBe('set observations/children/2026-03-01 value=121');
    expect((await atTerminal(cwd, command.split(' '))).code).toBe(0);
    expect(observationsIn(cwd)).toContain('value: 121\n');
  });

  it('shows the difference on a dry run and writes nothing', async () => {
    const { code, out } = await record('children', '120', '--dry-run');
    expect([code, observationsIn(cwd)]).toEqual([0, '']);
    expect(out).toContain('+  - metric: children');
  });

  it('tells of it in JSON', async () => {
    const { out } = await record('children', '120', '--json');
    expect(JSON.parse(out)).toEqual({
      format: 1,
      changed: ['stages/08-measuring.yaml'],
      result: {
        recorded: 1,
        already: 0,
        metrics: [{ metric: 'children', recorded: 1, already: 0, from: '2026-03-01', to: '2026-03-01' }],
        observations: [{ metric: 'children', on: '2026-03-01', value: 120 }],
      },
      dry_run: false,
      warnings: [],
    });
    const again = JSON.parse((await record('children', '120', '--json')).out);
    expect([again.changed, again.result.recorded, again.result.already]).toEqual([[], 0, 1]);
  });

  it.each([
    [['children'], 'partner: error: children: how much? Write VALUE, such as 120, or NUM/DEN, such as 42/60'],
    [
      ['children', '1', '--from', 'a.csv'],
      'partner: error: a metric and --from together: give the one observation or the table',
    ],
    [['children', '1', '2'], 'partner: error: `record` does not know what to do with "2"'],
    [
      ['children', '1', '--on', '2026-02-30'],
      'partner: error: --on: "2026-02-30" is not a date that exists; write it as YYYY-MM-DD',
    ],
    [['--no-input'], 'partner: error: what was observed is needed, and there is nobody to ask'],
    [['--from', '-'], 'partner: error: nothing is piped in; `--from -` reads what another program writes'],
    [['--from', 'none.csv'], 'partner: error: there is no file none.csv'],
    [['--from', 'stages'], 'partner: error: stages is not a regular file (directory)'],
  ])('refuses %j', async (words, line) => {
    const { code, err } = await record(...words);
    expect([code, err.split('\n')[0]]).toEqual([2, line]);
  });
});

describe('the wizard of record', () => {
  // children: not a number, then one; reading: a value where a share is wanted, then one; books: skipped
  const answers: Answer[] = ['many', '130', '0.7', '45/60', '', 'school registers', true];

  it('asks for every metric without a value this month, mends, shows, and writes on a yes', async () => {
    await record('children', '120', '--on', '2026-02-27');
    const { code, out, err, asked } = await atTerminal(cwd, ['record', '--by', 'Noa'], answers);
    expect(asked).toEqual([
      'Children reached, children – last 120 on 27 Feb 2026, target 500. Value (Enter to skip)',
      expect.stringContaining('! "many" is not a plain number'),
      'Children reached, children – last 120 on 27 Feb 2026, target 500. Value (Enter to skip)',
      'Reading at level – target 0.8. Part/whole, such as 42/60 (Enter to skip)',
      expect.stringContaining('! reading is pooled from parts and wholes, so 0.7 alone is not enough'),
      'Reading at level – target 0.8. Part/whole, such as 42/60 (Enter to skip)',
      'ספרים. Value (Enter to skip)',
      'Where do these figures come from? (Enter to skip)',
      'Record the 2 new ones?',
    ]);
    expect(err).toContain('The metrics without a value for 1 Mar 2026 – 31 Mar 2026.');
    expect(err).toContain('• children: 130 (school registers)\n  • reading: 45/60 (school registers)');
    expect([code, out]).toEqual([0, 'Recorded 2 observations of 2 metrics\n']);
    expect(observationsIn(cwd)).toContain(
      '  - metric: reading\n    on: 2026-03-01\n    num: 45\n    den: 60\n    source: school registers\n    by: Noa\n',
    );
  });

  it.each(answers.map((_, index) => index))(
    'is left with ^C at question %i with nothing written',
    async (index) => {
      const session = await atTerminal(cwd, ['record'], [...answers.slice(0, index), interrupt]);
      expect([session.code, session.err.trimEnd().split('\n').at(-1)]).toEqual([
        130,
        'partner: cancelled; nothing was written',
      ]);
      expect(observationsIn(cwd)).toBe('');
    },
  );

  it('writes nothing on a no', async () => {
    const { code } = await atTerminal(cwd, ['record'], [...answers.slice(0, -1), false]);
    expect([code, observationsIn(cwd)]).toEqual([130, '']);
  });

  it('writes nothing where nothing is entered, and asks nothing where nothing is missing', async () => {
    const empty = await atTerminal(cwd, ['record'], ['', '', '']);
    expect([empty.code, empty.out, observationsIn(cwd)]).toEqual([0, '', '']);
    expect(empty.err).toContain('No value was entered; nothing was written.');
    for (const [metric, figure] of [
      ['children', '1'],
      ['reading', '1/2'],
      ['books', '3'],
    ] as const)
      await record(metric, figure);
    const { code, err, asked } = await record();
    expect([code, asked]).toEqual([0, []]);
    expect(err).toBe('Every metric has a value for 1 Mar 2026 – 31 Mar 2026.\n');
  });

  it('goes by the most frequent rhythm of the reports, and by the day that is told', async () => {
    await atTerminal(cwd, ['add', 'reporting', 'to=Board', 'every=year', '--no-input']);
    await atTerminal(cwd, ['add', 'reporting', 'to=Steering group', 'every=quarter', '--no-input']);
    await record('children', '110', '--on', '2026-01-05');
    const now = await atTerminal(cwd, ['record'], ['', '']);
    expect(now.err).toContain('for 1 Jan 2026 – 31 Mar 2026');
    expect(now.asked[0]).toMatch(/^Reading at level/);
    const before = await atTerminal(
      cwd,
      ['record', '--on', '2025-12-31', '--source', 'Registers'],
      ['90', '', '', true],
    );
    expect(before.err).toContain('for 1 Oct 2025 – 31 Dec 2025');
    expect(observationsIn(cwd)).toContain('on: 2025-12-31\n    value: 90\n    source: Registers\n');
  });

  it('speaks Hebrew', async () => {
    await record('children', '120', '--on', '2026-02-27');
    const { asked, err, out } = await atTerminal(
      cwd,
      ['record', '--lang', 'he'],
      ['1,300', '130', '', '', '', true],
    );
    expect(asked).toEqual([
      'Children reached, children – אחרון 120 ביום 27/02/2026, יעד 500. ערך (Enter לדילוג)',
      '! "1,300" אינו מספר פשוט; יש לכתוב 1300, בלי מפריד אלפים',
      'Children reached, children – אחרון 120 ביום 27/02/2026, יעד 500. ערך (Enter לדילוג)',
      'Reading at level – יעד 0.8. מונה/מכנה, כמו 42/60 (Enter לדילוג)',
      'ספרים. ערך (Enter לדילוג)',
      'מה המקור של הנתונים האלה? (Enter לדילוג)',
      'לרשום את התצפית החדשה?',
    ]);
    expect(err).toContain('המדדים שאין להם ערך לתקופה 01/03/2026 – 31/03/2026');
    expect(out.trim()).toBe('נרשם children ליום 01/03/2026: 130');
  });
});
