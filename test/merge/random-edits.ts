import { equalData } from '../../src/core/equal-data.ts';
import { valueAt } from '../../src/core/schema/plain-data.ts';
import type { Edit } from '../../src/store/yaml/data-edit.ts';

/** Numbers that look random, the same for the same seed: `below(n)` is a whole number under n. */
export interface Dice {
  readonly below: (n: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0;
  const below = (n: number) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
  return { below, pick: (list) => list[below(list.length)] as never };
}

/**
 * One thing that a person does to a file. `touches` names what it sets, as `list/entry.field`, with the
 * value, or takes away, as `list/entry`: enough to know, without merging anything, whether two people
 * contradict each other. `stands` says whether it is still done.
 */
export interface Deed {
  readonly edits: (data: unknown) => readonly Edit[];
  readonly touches: ReadonlyMap<string, unknown>;
  readonly stands: (data: unknown) => boolean;
}

type Entry = Readonly<Record<string, unknown>>;
type Lists = Readonly<Record<string, readonly string[]>>;

// Written anew here, as the format says it, so that a mistake in the program's own list is found.
const identities: Lists = {
  observations: ['metric', 'on'],
  progress: ['milestone'],
  membership: ['partner'],
  health: ['partner', 'dimension', 'on'],
};

const nameOf = (list: string, entry: Entry): string =>
  (identities[list] ?? ['id']).map((key) => String(entry[key])).join('/');

const entriesOf = (data: unknown, list: string): readonly Entry[] =>
  (valueAt(data, [list]) as readonly Entry[] | undefined) ?? [];

const removed = Symbol('removed');

/** The field of an entry that a person may set, with new values for it. */
const settable: Readonly<Record<string, (dice: Dice) => unknown>> = {
  text: (dice) => `text ${dice.below(1000)}: reworded`,
  note: (dice) => `note #${dice.below(1000)}`,
  name: (dice) => `שם ${dice.below(1000)}`,
  title: (dice) => `כותרת ${dice.below(1000)}`,
  owner: (dice) => dice.pick(['Dana', 'נועה', 'Yossi: the second', 'Ben "B"']),
  due: (dice) => `2027-0${1 + dice.below(9)}-1${dice.below(10)}`,
  source: (dice) => `survey ${dice.below(1000)}`,
  url: (dice) => `https://example.org/${dice.below(1000)}`,
  comment: (dice) => `line one\nline ${dice.below(1000)}\n`,
  reason: (dice) => `since ${dice.below(1000)}`,
  'x-ours': (dice) => dice.below(1000),
};

const commonFields: readonly string[] = ['owner', 'note', 'x-ours'];

function setField(list: string, entry: Entry, key: string, value: unknown): Deed {
  const name = nameOf(list, entry);
  const find = (data: unknown) => entriesOf(data, list).findIndex((one) => nameOf(list, one) === name);
  return {
    edits: (data) => [{ kind: 'set', path: [list, find(data), key], value, keyOrder: Object.keys(settable) }],
    touches: new Map([[`${list}/${name}.${key}`, value]]),
    stands: (data) => equalData(entriesOf(data, list)[find(data)]?.[key], value),
  };
}

function tick(entry: Entry, dice: Dice): Deed {
  const marks = {
    done: entry.done !== true,
    on: `2026-02-1${dice.below(10)}`,
    by: dice.pick(['Dana', 'נועה']),
  };
  const find = (data: unknown) => entriesOf(data, 'checklist').findIndex(({ id }) => id === entry.id);
  const own = Object.entries(marks);
  return {
    edits: (data) =>
      own.map(([key, value]) => ({
        kind: 'set',
        path: ['checklist', find(data), key],
        value,
        keyOrder: itemKeys,
      })),
    touches: new Map(own.map(([key, value]) => [`checklist/${String(entry.id)}.${key}`, value])),
    stands: (data) => own.every(([key, value]) => entriesOf(data, 'checklist')[find(data)]?.[key] === value),
  };
}

const itemKeys = ['id', 'text', 'required', 'evidence_required', 'done', 'on', 'by', 'evidence'];

function addEvidence(entry: Entry, dice: Dice): Deed {
  const path = `docs/report ${dice.below(100000)}.pdf`;
  const find = (data: unknown) => entriesOf(data, 'checklist').findIndex(({ id }) => id === entry.id);
  return {
    edits: (data) => [{ kind: 'append', path: ['checklist', find(data), 'evidence'], value: path }],
    touches: new Map([[`checklist/${String(entry.id)}.evidence+${path}`, path]]),
    stands: (data) =>
      (entriesOf(data, 'checklist')[find(data)]?.evidence as readonly string[] | undefined)?.includes(
        path,
      ) === true,
  };
}

function addEntry(list: string, entry: Entry, name: string): Deed {
  return {
    edits: () => [{ kind: 'append', path: [list], value: entry }],
    touches: new Map([[`${list}/${name}+`, entry]]),
    stands: (data) => entriesOf(data, list).some((one) => equalData(one, entry)),
  };
}

function removeEntry(list: string, entry: Entry): Deed {
  const name = nameOf(list, entry);
  const find = (data: unknown) => entriesOf(data, list).findIndex((one) => nameOf(list, one) === name);
  return {
    edits: (data) => [{ kind: 'remove', path: [list, find(data)] }],
    touches: new Map([[`${list}/${name}`, removed]]),
    // Another one of that name may come: a second figure of the metric on that day.
    stands: (data) => !entriesOf(data, list).some((one) => equalData(one, entry)),
  };
}

function review(data: unknown, dice: Dice): Deed {
  const last = entriesOf(data, 'reviews').at(-1);
  const decision = dice.pick(['hold', 'hold', 'advance']);
  const stage = String(last?.stage ?? 'scoping');
  const date = `2026-12-0${1 + dice.below(9)}`;
  const entry = {
    id: `${date}-${stage}-${dice.below(100000)}`,
    ...{ stage, round: Number(last?.round ?? 0) + 1, date, decision },
    ...(decision === 'hold' ? { reason: `waiting: ${dice.below(100)}` } : {}),
  };
  const deed = addEntry('reviews', entry, entry.id);
  return decision === 'hold'
    ? deed
    : { ...deed, touches: new Map([['the decision of the round', entry.id]]) };
}

/** Something that a person might do to a file that says this. */
export function randomDeed(data: unknown, dice: Dice): Deed {
  if (valueAt(data, ['reviews']) !== undefined && dice.below(2) === 0) return review(data, dice);
  const lists = Object.entries(data as object).flatMap(([key, value]) =>
    Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' ? [key] : [],
  );
  if (lists.length === 0) return wholeField(data, dice);
  const list = dice.pick(lists);
  const entry = dice.pick(entriesOf(data, list).filter((one) => isOnlyOne(data, list, one)));
  if (entry === undefined || dice.below(12) === 0) return wholeField(data, dice);
  const chance = dice.below(10);
  if (list === 'checklist')
    return chance < 6 ? tick(entry, dice) : chance < 8 ? addEvidence(entry, dice) : reword(list, entry, dice);
  if (chance < 5 && list !== 'reviews') return similarEntry(list, entry, dice);
  if (chance < 6 && list !== 'reviews' && entriesOf(data, list).length > 1 && !isReferredTo(data, entry))
    return removeEntry(list, entry);
  return reword(list, entry, dice);
}

function isOnlyOne(data: unknown, list: string, entry: Entry): boolean {
  return entriesOf(data, list).filter((one) => nameOf(list, one) === nameOf(list, entry)).length === 1;
}

// Its removal by one and a new reference by the other is a contradiction; it has a test of its own.
function isReferredTo(data: unknown, { id }: Entry): boolean {
  return id !== undefined && ['need', 'activity'].some((key) => JSON.stringify(data).includes(`"${key}":`));
}

function reword(list: string, entry: Entry, dice: Dice): Deed {
  const own = Object.keys(entry).filter(
    (key) => key in settable && !(identities[list] ?? ['id']).includes(key),
  );
  const key = dice.pick([...own, ...commonFields]);
  return setField(list, entry, key, settable[key]?.(dice));
}

/** A new entry after the pattern of one that is there. */
function similarEntry(list: string, entry: Entry, dice: Dice): Deed {
  const mark = dice.below(1_000_000);
  const fresh =
    list === 'observations'
      ? { ...entry, ...(entry.value === undefined ? { num: 1, den: 2 + mark } : { value: mark }) }
      : list === 'health'
        ? { ...entry, dimension: `d${mark}` }
        : identities[list] === undefined
          ? { ...entry, id: `new-${mark}` }
          : { ...entry, [identities[list]?.[0] ?? '']: `new-${mark}` };
  return addEntry(list, fresh, `${nameOf(list, fresh)} ${mark}`);
}

function wholeField(data: unknown, dice: Dice): Deed {
  const key = dice.pick([
    'owner',
    'due',
    'x-note',
    ...Object.keys(data as object).filter((name) => name === 'name'),
  ]);
  const value = settable[key]?.(dice) ?? `remark ${dice.below(1000)}`;
  return {
    edits: () => [{ kind: 'set', path: [key], value }],
    touches: new Map([[`.${key}`, value]]),
    stands: (now) => valueAt(now, [key]) === value,
  };
}

/** What one person's deeds come to: the last value of each place that is not as it was. */
function net(deeds: readonly Deed[], base: unknown): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const { touches } of deeds) {
    for (const [place, value] of touches) {
      if (value === removed) for (const old of all.keys()) if (old.startsWith(`${place}.`)) all.delete(old);
      all.set(place, value);
    }
  }
  return new Map([...all].filter(([place, value]) => !equalData(value, placeValue(base, place))));
}

function placeValue(data: unknown, place: string): unknown {
  const [, list = '', name, key = ''] = /^([^/.]*)(?:\/(.*))?\.([^.]*)$/.exec(place) ?? [];
  if (name === undefined) return valueAt(data, [key]);
  return entriesOf(data, list).find((entry) => nameOf(list, entry) === name)?.[key];
}

/** Whether what two people did contradicts: one thing set to two values, or set by one and removed by the other. */
export function contradict(a: readonly Deed[], b: readonly Deed[], base: unknown): boolean {
  const [ours, theirs] = [net(a, base), net(b, base)];
  return [...ours].some(([place, value]) =>
    [...theirs].some(([other, otherValue]) => {
      if (place === other) return value !== otherValue && !equalData(value, otherValue);
      if (value === removed) return other.startsWith(`${place}.`);
      return otherValue === removed && place.startsWith(`${other}.`);
    }),
  );
}
