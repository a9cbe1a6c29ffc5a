import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../src/store/merge/merge-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function merge(base: string, ours: string, theirs: string) {
  const merged = mergeFiles({ base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (merged === undefined) throw new Error('not merged');
  return { ...merged, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(merged.bytes) };
}

const head = 'stage: resourcing\ntitle: Resources\nchecklist: []\n';
const stage = (sections: string) => head + sections;
const book = (reviews: string) => `# The minutes book\nreviews:\n${reviews}`;

const needs = `needs:
  # the big one
  - id: rooms
    item: Rooms   # in town
    value: 100
  - id: buses
    item: Buses
`;

describe('what two people did to different things', () => {
  it('is put together in our layout, with their comments', () => {
    const ours = `${needs.replace('value: 100', 'value: 120')}  # ours\n  - id: books\n    item: Books\n`;
    const theirs = `${needs.replace('Buses\n', 'Buses\n    critical: true\n')}  # from the survey\n  - id: art\n    item: Paint   # red\n`;
    const { text, conflicts } = merge(stage(needs), stage(ours), stage(theirs));
    expect(conflicts).toEqual([]);
    expect(text).toBe(
      stage(`needs:
  # the big one
  - id: rooms
    item: Rooms   # in town
    value: 120
  - id: buses
    item: Buses
    critical: true
  # from the survey
  - id: art
    item: Paint   # red
  # ours
  - id: books
    item: Books
`),
    );
  });

  it('keeps a new section of theirs as they wrote it, in our indentation and line ends', () => {
    const base = stage('');
    const ours = `${base}x-note: 1\n`.replaceAll('\n', '\r\n');
    const theirs = `${base}# what we lack\nneeds:\n- id: rooms   # soon\n  item: Rooms\n`;
    expect(merge(base, ours, theirs).text).toContain(
      '# what we lack\r\nneeds:\r\n- id: rooms   # soon\r\n  item: Rooms\r\n',
    );
  });

  it('says which comments of theirs it could not take over', () => {
    const theirs = needs.replace('    item: Buses', '    # two of them\n    item: Big buses');
    const { text, lostComments } = merge(stage(needs), stage(`owner: Dana\n${needs}`), stage(theirs));
    expect(text).toContain('Big buses');
    expect(lostComments).toEqual(['# two of them']);
  });

  it('takes the order of the side that moved entries', () => {
    const theirs =
      'needs:\n  - id: buses\n    item: Buses\n  # the big one\n  - id: rooms\n    item: Rooms   # in town\n    value: 100\n';
    const { text, conflicts } = merge(stage(needs), stage(needs.replace('100', '120')), stage(theirs));
    expect(conflicts).toEqual([]);
    expect(text.indexOf('buses')).toBeLessThan(text.indexOf('rooms'));
    expect(text).toContain('Rooms   # in town\n    value: 120');
  });

  it('counts figures of one metric on one day as two, and one that both have as one', () => {
    const figure = (value: number, source: string) =>
      `  - metric: pupils\n    on: 2026-01-01\n    value: ${value}\n    source: ${source}\n`;
    const observations = (...figures: string[]) => stage(`observations:\n${figures.join('')}`);
    const base = observations(figure(1, 'a'));
    const { text, conflicts } = merge(
      base,
      observations(figure(1, 'a'), figure(2, 'b'), figure(9, 'both')),
      observations(figure(1, 'a'), figure(3, 'c'), figure(9, 'both')),
    );
    expect(conflicts).toEqual([]);
    expect([...text.matchAll(/source: (\w+)/g)].map(([, source]) => source).sort()).toEqual([
      'a',
      'b',
      'both',
      'c',
    ]);
  });

  it('merges lists of words as sets', () => {
    const tags = (list: string) => `format: 1\nid: a\ntags: ${list}\npartners: []\n`;
    const { text } = merge(tags('[a, b]'), tags('[a, b, ours]'), tags('[b, theirs]'));
    expect(text).toBe(tags('[b, ours, theirs]'));
  });
});

describe('a conflict', () => {
  it('is marked around the one field', () => {
    const { text, conflicts } = merge(
      stage(needs),
      stage(needs.replace('value: 100', 'value: 120   # asked again')),
      stage(needs.replace('value: 100', 'value: 90').replace('Buses', 'Trains')),
    );
    expect(conflicts).toEqual(['needs[0].value']);
    expect(text).toBe(
      stage(`needs:
  # the big one
  - id: rooms
    item: Rooms   # in town
<<<<<<< ours
    value: 120   # asked again
=======
    value: 90
>>>>>>> theirs
  - id: buses
    item: Trains
`),
    );
  });

  it('is marked around the entry that one removed and the other changed', () => {
    const without = needs.slice(0, needs.indexOf('  - id: buses'));
    const changed = needs.replace('Buses', 'Trains');
    expect(merge(stage(needs), stage(changed), stage(without)).text).toBe(
      stage(`${without}<<<<<<< ours\n  - id: buses\n    item: Trains\n=======\n>>>>>>> theirs\n`),
    );
    expect(merge(stage(needs), stage(without), stage(changed)).text).toBe(
      stage(`${without}<<<<<<< ours\n=======\n  - id: buses\n    item: Trains\n>>>>>>> theirs\n`),
    );
  });

  it('is marked around the line where the field has none of its own', () => {
    const flow = (value: number) => stage(`needs:\n  - { id: rooms, item: Rooms, value: ${value} }\n`);
    expect(merge(flow(1), flow(2), flow(3)).text).toBe(
      stage(`needs:
<<<<<<< ours
  - { id: rooms, item: Rooms, value: 2 }
=======
  - { id: rooms, item: Rooms, value: 3 }
>>>>>>> theirs
`),
    );
  });

  it('has marks on lines of their own in a file whose last line has no end, with its line ends', () => {
    const file = (value: number) => stage(`x-a: ${value}`).replaceAll('\n', '\r\n');
    expect(merge(file(1), file(2), file(3)).text).toBe(
      `${head.replaceAll('\n', '\r\n')}<<<<<<< ours\r\nx-a: 2\r\n=======\r\nx-a: 3\r\n>>>>>>> theirs\r\n`,
    );
  });

  it('is an entry that one needs and the other removed', () => {
    const pledges = 'pledges:\n  - id: p\n    partner: a\n    type: cash\n    status: idea\n';
    const without = needs.slice(0, needs.indexOf('  - id: buses'));
    const { conflicts } = merge(
      stage(needs + pledges),
      stage(without + pledges),
      stage(`${needs}${pledges}    need: buses\n`),
    );
    expect(conflicts).toEqual(['needs[1]']);
    const whole = merge(stage(needs + pledges), stage(pledges), stage(`${needs}${pledges}    need: buses\n`));
    expect(whole.conflicts).toEqual(['needs']);
  });

  it('is an entry whose figures fit only with those of their own side', () => {
    const share = (num: number, den: number) =>
      stage(`observations:\n  - metric: m\n    on: 2026-01-01\n    num: ${num}\n    den: ${den}\n`);
    const { conflicts, text } = merge(share(5, 10), share(9, 10), share(5, 6));
    expect(conflicts).toEqual(['observations[0]']);
    expect(text).toContain(
      '<<<<<<< ours\n    num: 9\n    den: 10\n=======\n    num: 5\n    den: 6\n>>>>>>> theirs\n',
    );
  });

  it('is one entry added twice under one id with other words', () => {
    const added = (item: string) => stage(`needs:\n  - id: rooms\n    item: ${item}\n`);
    expect(merge(stage(''), added('Rooms'), added('Halls')).conflicts).toEqual(['needs[0].item']);
  });
});

describe('the minutes book', () => {
  const review = (id: string, decision: string, date = '2026-02-01') =>
    `  - id: ${id}\n    stage: scoping\n    round: 1\n    date: ${date}\n    decision: ${decision}\n`;

  it('has two decisions of one round marked, with what followed each', () => {
    const next =
      '  - id: next\n    stage: identifying\n    round: 1\n    date: 2026-03-01\n    decision: hold\n';
    const base = book(review('h', 'hold'));
    const { text, conflicts } = merge(
      base,
      base + review('a', 'advance') + next,
      base + review('b', 'return', '2026-02-02'),
    );
    expect(conflicts).toEqual(['reviews[1]']);
    expect(text).toBe(
      `${base}<<<<<<< ours\n${review('a', 'advance')}${next}=======\n${review('b', 'return', '2026-02-02')}>>>>>>> theirs\n`,
    );
  });

  it('has holds of both, and those before the decision that one side took', () => {
    const base = book(review('h', 'hold'));
    const decided = base + review('a', 'advance');
    const held = base + review('late', 'hold', '2026-05-01');
    const wanted = base + review('late', 'hold', '2026-05-01') + review('a', 'advance');
    expect(merge(base, decided, held)).toMatchObject({ text: wanted, conflicts: [] });
    expect(merge(base, held, decided)).toMatchObject({ text: wanted, conflicts: [] });
  });
});

it('leaves to lines what is no file of a partnership', () => {
  const other = bytes('services:\n  web: 1\n');
  expect(mergeFiles({ base: other, ours: other, theirs: other })).toBeUndefined();
});
