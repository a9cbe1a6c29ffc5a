import type { CalendarDate } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { milestonesOf } from '../measurement/milestones.ts';
import { hasLeft } from '../membership.ts';
import { type Entry, entriesOf, type Partnership, stageData } from '../partnership.ts';
import type { DataPath } from '../problem.ts';
import { type Finding, warningAt } from './finding.ts';

interface Pledge {
  readonly partner: string;
  readonly status: string;
}

interface Role {
  readonly partner?: string;
  readonly name?: string;
  readonly to?: CalendarDate;
}

interface Representative {
  readonly partner: string;
  readonly name: string;
}

/** The day on which each partner that is gone left, by its id. */
type LeftOn = ReadonlyMap<string, CalendarDate>;

/**
 * What partners leave behind: pledges that were not met, representatives, roles without an end, and
 * whatever they or their people own or sit on. An ended partnership has nobody left to take it over.
 */
export function checkLeftBehind(partnership: Partnership, journey: Journey, today: CalendarDate): Finding[] {
  const leavers = partnership.partners.filter(({ value }) => hasLeft(value, today));
  if (leavers.length === 0 || journey.current === null) return [];
  const leftOn: LeftOn = new Map(leavers.map(({ value }) => [value.id, value.left as CalendarDate]));
  const namedFor = leaversByName(partnership, leftOn);
  const left = (partner: string) => ({ partner, left: leftOn.get(partner) ?? '' });
  return [
    ...unmetPledges(partnership, leftOn),
    ...entriesOf<Representative>(partnership, 'representatives')
      .filter(({ value }) => leftOn.has(value.partner))
      .map((entry) => warningAt(entry, ['partner'], 'leaver-representative', left(entry.value.partner))),
    ...endlessRoles(partnership, leftOn),
    ...namings(partnership, journey, today).flatMap(({ entry, field, name, isMember }) => {
      const partner = namedFor.get(normal(name));
      if (partner === undefined) return [];
      const code = isMember ? 'leaver-member' : 'leaver-owner';
      return [warningAt(entry, field, code, { ...left(partner), name })];
    }),
  ];
}

function unmetPledges(partnership: Partnership, leftOn: LeftOn): Finding[] {
  return entriesOf<Pledge>(partnership, 'pledges').flatMap((entry) => {
    const { partner, status } = entry.value;
    const left = leftOn.get(partner);
    if (left === undefined || status === 'received') return [];
    return [warningAt(entry, ['status'], 'leaver-pledge', { partner, left, status })];
  });
}

function endlessRoles(partnership: Partnership, leftOn: LeftOn): Finding[] {
  return entriesOf<Role>(partnership, 'roles').flatMap((entry) => {
    const { partner = '', to } = entry.value;
    const left = leftOn.get(partner);
    if (left === undefined || (to !== undefined && to <= left)) return [];
    return [warningAt(entry, [to === undefined ? 'partner' : 'to'], 'leaver-role', { partner, left })];
  });
}

const normal = (name: string) => name.normalize('NFC').trim().toLowerCase();

/**
 * By which names a partner that left is still spoken of: its id, its name, and those of its people. A
 * name that somebody shares with a partner that stayed says nothing.
 */
function leaversByName(partnership: Partnership, leftOn: LeftOn): Map<string, string> {
  const people = [
    ...entriesOf<Representative>(partnership, 'representatives'),
    ...entriesOf<Role>(partnership, 'roles'),
  ].flatMap(({ value: { name, partner } }) =>
    name === undefined || partner === undefined ? [] : [{ name, partner }],
  );
  const names = [
    ...partnership.partners.flatMap(({ value: { id, name } }) => [
      { name: id, partner: id },
      { name, partner: id },
    ]),
    ...people,
  ];
  const stayed = new Set(names.filter(({ partner }) => !leftOn.has(partner)).map(({ name }) => normal(name)));
  return new Map(
    names
      .filter(({ name, partner }) => leftOn.has(partner) && !stayed.has(normal(name)))
      .map(({ name, partner }) => [normal(name), partner]),
  );
}

/** A place where a file names who is to do something. */
interface Naming {
  readonly entry: Entry<unknown>;
  readonly field: DataPath;
  readonly name: string;
  readonly isMember?: true;
}

interface Owned {
  readonly owner?: string;
  readonly kind?: string;
  readonly due?: CalendarDate;
  readonly closed_on?: CalendarDate;
  readonly settled_on?: CalendarDate;
}

/** Every owner of what is still open, and every member of a body, as of a day. */
function namings(partnership: Partnership, journey: Journey, today: CalendarDate): Naming[] {
  const isOpen = (day: CalendarDate | undefined) => day === undefined || day > today;
  const ownedIn = (section: string, open: (entry: Owned) => boolean = () => true) =>
    entriesOf<Owned>(partnership, section)
      .filter(({ value }) => open(value))
      .flatMap((entry) => naming(entry, ['owner'], entry.value.owner));
  return [
    ...['goals', 'activities', 'risks'].flatMap((section) => ownedIn(section)),
    ...ownedIn('issues', ({ closed_on }) => isOpen(closed_on)),
    ...ownedIn('obligations', ({ settled_on }) => isOpen(settled_on)),
    // Nobody writes down that an action was taken: one whose day has come says nothing.
    ...ownedIn('findings', ({ kind, due }) => kind === 'action' && isOpen(due)),
    ...milestonesOf(partnership, today)
      .filter(({ doneOn }) => doneOn === null)
      .flatMap(({ entry, owner }) => naming(entry, ['owner'], owner ?? undefined)),
    ...members(partnership),
    ...stageOwners(partnership, journey),
    ...conditionOwners(partnership),
  ];
}

function naming(entry: Entry<unknown>, field: DataPath, name: unknown): Naming[] {
  return typeof name === 'string' ? [{ entry, field, name }] : [];
}

function members(partnership: Partnership): Naming[] {
  return entriesOf<{ members?: readonly string[] }>(partnership, 'bodies').flatMap((entry) =>
    (entry.value.members ?? []).map((name, index) => ({
      ...{ entry, name, isMember: true as const },
      field: ['members', index],
    })),
  );
}

function stageOwners(partnership: Partnership, journey: Journey): Naming[] {
  return partnership.stages.flatMap((record) => {
    if (journey.stages[record.number - 1]?.passed === true) return [];
    const { source } = record;
    return naming({ value: source.data, file: source.file, path: [] }, ['owner'], stageData(record).owner);
  });
}

function conditionOwners(partnership: Partnership): Naming[] {
  return partnership.reviews.flatMap((review) =>
    (review.value.conditions ?? []).flatMap(({ owner, met }, index) =>
      met === true ? [] : naming(review, ['conditions', index, 'owner'], owner),
    ),
  );
}
