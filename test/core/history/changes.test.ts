import { describe, expect, it } from 'vitest';
import { changesBetween, changesOfFile, type FileData } from '../../../src/core/history/folder-changes.ts';
import { builtInSections } from '../../../src/core/schema/registry.ts';

const stage = 'stages/03-building.yaml';
const item = (id: string, more: object = {}) => ({
  id,
  text: `What ${id} says`,
  required: true,
  done: false,
  ...more,
});
const building = (more: object = {}) => ({
  stage: 'building',
  title: 'Building',
  checklist: [item('a'), item('b')],
  ...more,
});
const review = (id: string, more: object = {}) => ({
  id,
  stage: 'building',
  round: 1,
  date: '2026-02-03',
  decision: 'advance',
  ...more,
});
const observation = (value: number, more: object = {}) => ({
  metric: 'reach',
  on: '2026-02-03',
  value,
  ...more,
});

/** A name, the file, the state before and after, and what is told: kind, subject, from and to. */
type Row = readonly [
  string,
  string,
  unknown,
  unknown,
  readonly (readonly [string, string, unknown, unknown])[],
];

const rows: readonly Row[] = [
  ['nothing', stage, building(), building(), []],
  [
    'a tick',
    stage,
    building(),
    building({ checklist: [item('a', { done: true, by: 'Dana', on: '2026-02-03' }), item('b')] }),
    [['checked', 'a', null, { on: '2026-02-03', by: 'Dana' }]],
  ],
  [
    'a tick taken back, and a text that changed with it',
    stage,
    building({ checklist: [item('a', { done: true, by: 'Dana' }), item('b')] }),
    building({ checklist: [item('a', { text: 'New' }), item('b')] }),
    [
      ['unchecked', 'a', { by: 'Dana' }, null],
      ['changed', 'checklist/a', { text: 'What a says' }, { text: 'New' }],
    ],
  ],
  [
    'evidence that comes later',
    stage,
    building({ checklist: [item('a', { done: true }), item('b')] }),
    building({ checklist: [item('a', { done: true, evidence: ['x.pdf'] }), item('b')] }),
    [['changed', 'checklist/a', {}, { evidence: ['x.pdf'] }]],
  ],
  [
    'an item of their own, and one that goes',
    stage,
    building(),
    building({ checklist: [item('a'), item('c')] }),
    [
      ['added', 'checklist/c', null, item('c')],
      ['removed', 'checklist/b', item('b'), null],
    ],
  ],
  ['items in another order', stage, building(), building({ checklist: [item('b'), item('a')] }), []],
  [
    'an owner and a due day',
    stage,
    building(),
    building({ owner: 'Dana', due: '2026-03-01' }),
    [['changed', 'stages/building', {}, { owner: 'Dana', due: '2026-03-01' }]],
  ],
  [
    'an entry that comes, changes and goes',
    stage,
    building({
      goals: [
        { id: 'x', text: 'X' },
        { id: 'y', text: 'Y' },
      ],
    }),
    building({
      goals: [
        { id: 'y', text: 'Why', owner: 'shared' },
        { id: 'z', text: 'Z' },
      ],
    }),
    [
      ['changed', 'goals/y', { text: 'Y' }, { text: 'Why', owner: 'shared' }],
      ['added', 'goals/z', null, { id: 'z', text: 'Z' }],
      ['removed', 'goals/x', { id: 'x', text: 'X' }, null],
    ],
  ],
  [
    'a mapping and the lists in it',
    stage,
    building({ agreement: { version: '1', clauses: [{ id: 'p', text: 'P' }] } }),
    building({
      agreement: {
        version: '2',
        clauses: [{ id: 'p', text: 'P', state: 'full' }],
        signatures: [{ partner: 'leumi', name: 'Noa' }],
      },
    }),
    [
      ['changed', 'agreement', { version: '1' }, { version: '2' }],
      ['changed', 'agreement.clauses/p', {}, { state: 'full' }],
      ['added', 'agreement.signatures/leumi', null, { partner: 'leumi', name: 'Noa' }],
    ],
  ],
  [
    'a section that is one text',
    'stages/01-scoping.yaml',
    { stage: 'scoping', vision: 'Old' },
    { stage: 'scoping', vision: 'New' },
    [['changed', 'vision', 'Old', 'New']],
  ],
  [
    'keys of their own',
    stage,
    building(),
    building({ 'x-mood': { good: true } }),
    [['added', 'x-mood', null, { good: true }]],
  ],
  [
    'a stage that begins with something in it',
    stage,
    undefined,
    building({ checklist: [item('a', { done: true })], goals: [{ id: 'x', text: 'X' }] }),
    [
      ['checked', 'a', null, {}],
      ['added', 'goals/x', null, { id: 'x', text: 'X' }],
    ],
  ],
  [
    'a stage whose file goes',
    stage,
    building(),
    undefined,
    [['removed', 'stages/building', { title: 'Building' }, null]],
  ],
  [
    'two observations of one day, of which one changes',
    'stages/08-measuring.yaml',
    { stage: 'measuring', observations: [observation(1), observation(2)] },
    { stage: 'measuring', observations: [observation(3), observation(2), observation(4)] },
    [
      ['changed', 'observations/reach/2026-02-03', { value: 1 }, { value: 3 }],
      ['observed', 'observations/reach/2026-02-03', null, observation(4)],
    ],
  ],
  [
    'the same observation once more',
    'stages/08-measuring.yaml',
    { stage: 'measuring', observations: [observation(1)] },
    { stage: 'measuring', observations: [observation(1), observation(1)] },
    [['observed', 'observations/reach/2026-02-03', null, observation(1)]],
  ],
  [
    'a contribution',
    'stages/07-implementing.yaml',
    { stage: 'implementing' },
    { stage: 'implementing', contributions: [{ id: 'c', type: 'cash' }] },
    [['contributed', 'contributions/c', null, { id: 'c', type: 'cash' }]],
  ],
  [
    'a review, and a condition that was met',
    'reviews.yaml',
    { reviews: [review('r1', { conditions: [{ text: 'T', met: false }] })] },
    { reviews: [review('r1', { conditions: [{ text: 'T', met: true }] }), review('r2')] },
    [
      ['changed', 'conditions/r1/1', { met: false }, { met: true }],
      ['reviewed', 'r2', null, review('r2')],
    ],
  ],
  [
    'the past',
    'reviews.yaml',
    { reviews: [review('r1'), review('r2'), review('r3')] },
    { reviews: [review('r2'), review('r1', { decision: 'hold' })] },
    [
      ['changed', 'reviews/r1', { decision: 'advance' }, { decision: 'hold' }],
      ['removed', 'reviews/r3', review('r3'), null],
      ['changed', 'reviews', ['r1', 'r2'], ['r2', 'r1']],
    ],
  ],
  [
    'partners',
    'partnership.yaml',
    {
      id: 'p',
      name: 'P',
      partners: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    },
    {
      id: 'p',
      name: 'Q',
      partners: [
        { id: 'a', name: 'AA', left: '2026-02-03', left_reason: 'asked' },
        { id: 'c', name: 'C' },
      ],
    },
    [
      ['changed', 'partnership', { name: 'P' }, { name: 'Q' }],
      ['changed', 'partners/a', { name: 'A' }, { name: 'AA' }],
      ['partner_left', 'partners/a', null, { left: '2026-02-03', left_reason: 'asked' }],
      ['partner_joined', 'partners/c', null, { id: 'c', name: 'C' }],
      ['removed', 'partners/b', { id: 'b', name: 'B' }, null],
    ],
  ],
  [
    'the start',
    'partnership.yaml',
    undefined,
    { id: 'p', name: 'P', partners: [{ id: 'a', name: 'A' }] },
    [
      ['started', 'p', null, { id: 'p', name: 'P' }],
      ['partner_joined', 'partners/a', null, { id: 'a', name: 'A' }],
    ],
  ],
  ['data that is no mapping', stage, ['x'], 'y', []],
  [
    'entries that are none',
    stage,
    building({ goals: ['x', null] }),
    building({ goals: ['x', 3], checklist: 'no' }),
    [
      ['removed', 'checklist/a', item('a'), null],
      ['removed', 'checklist/b', item('b'), null],
      ['changed', 'goals/', null, 3],
    ],
  ],
  ['files that are not ours', 'docs/memo.yaml', { a: 1 }, { a: 2 }, []],
];

describe('changes of a file', () => {
  it.each(rows)('%s', (_name, file, before, after, expected) => {
    const told = changesOfFile(file, before, after, builtInSections);
    expect(told.map(({ kind, subject, from, to }) => [kind, subject, from, to])).toEqual(expected);
  });
});

describe('changes between two folders', () => {
  const files = (entries: Record<string, FileData>) => new Map(Object.entries(entries));

  it('tells of identity first, then the stages in their order, then the minutes book', () => {
    const after = files({
      'reviews.yaml': { data: { reviews: [review('r1')] } },
      [stage]: { data: building({ goals: [{ id: 'x', text: 'X' }] }) },
      'stages/01-scoping.yaml': { data: { stage: 'scoping', vision: 'V' } },
      'partnership.yaml': { data: { id: 'p', partners: [] } },
    });
    expect(changesBetween(new Map(), after, builtInSections).map(({ subject }) => subject)).toEqual([
      'p',
      'vision',
      'goals/x',
      'r1',
    ]);
  });

  it('notes a file that cannot be read, and says nothing else of it', () => {
    const before = files({ [stage]: { data: building() } });
    const after = files({ [stage]: { unreadable: true } });
    expect(changesBetween(before, after, builtInSections)).toMatchObject([
      { subject: stage, stage: 'building', unreadable: true },
    ]);
    expect(changesBetween(after, before, builtInSections)).toMatchObject([
      { subject: stage, unreadable: true },
    ]);
  });

  it('knows a stage again whose file was numbered anew or renamed', () => {
    const item = { id: 'agreed', text: 'Agreed', required: true, done: true, by: 'Noa' };
    const of = (stage: string, ...checklist: object[]) => ({ data: { stage, title: stage, checklist } });
    const before = files({
      'stages/02-end.yaml': of('end', item),
      'stages/01-work.yaml': of('work', { ...item, id: 'done' }),
    });
    const after = files({
      'stages/01-begin.yaml': of('begin'),
      'stages/02-labour.yaml': of('labour', { ...item, id: 'done' }),
      'stages/03-end.yaml': of('end', { ...item, done: false }),
    });
    expect(
      changesBetween(before, after, builtInSections).map(({ kind, subject, stage }) => [
        kind,
        subject,
        stage,
      ]),
    ).toEqual([
      ['changed', 'stages/labour', 'labour'],
      ['unchecked', 'agreed', 'end'],
    ]);
    expect(
      changesBetween(before, files({ 'stages/01-other.yaml': of('other') }), builtInSections).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['removed', 'removed']);
  });
});
