import { partners } from '../schema/partnership.ts';
import { type Change, changedFields, isMapping, labelOf, listAt, pick } from './change.ts';
import { pairEntries } from './pair-entries.ts';
import { changesOfList, identityOf } from './section-changes.ts';

/** What changed in `partnership.yaml`: the start, partners joining and leaving, everything else about them. */
export function changesOfHome(before: unknown, after: unknown): Change[] {
  const was = isMapping(before) ? before : undefined;
  const is = isMapping(after) ? after : undefined;
  const joins = changesOfPartners(listAt(was, ['partners']), listAt(is, ['partners']));
  if (was === undefined) return is === undefined ? [] : [startOf(is), ...joins];
  if (is === undefined) return [...joins, endOf(was)];
  const fields = changedFields(was, is, ['partners']);
  const own: Change[] =
    fields === undefined
      ? []
      : [{ kind: 'changed', stage: null, subject: 'partnership', ...fields, label: labelOf(is) }];
  return [...own, ...joins];
}

const identityFields = ['id', 'name', 'language', 'model', 'started', 'currency', 'tags'];

function startOf(home: Readonly<Record<string, unknown>>): Change {
  const to = pick(home, identityFields);
  return {
    kind: 'started',
    stage: null,
    subject: String(home.id ?? ''),
    from: null,
    to,
    label: labelOf(home),
  };
}

function endOf(home: Readonly<Record<string, unknown>>): Change {
  const from = pick(home, identityFields);
  return { kind: 'removed', stage: null, subject: 'partnership', from, to: null, label: labelOf(home) };
}

function changesOfPartners(before: readonly unknown[], after: readonly unknown[]): Change[] {
  return pairEntries(before, after, (entry) => identityOf(partners, entry)).flatMap((pair): Change[] => {
    if (pair.before === undefined && isMapping(pair.after)) {
      const subject = `partners/${pair.key}`;
      const base = { stage: null, subject, from: null, label: labelOf(pair.after) };
      const joined: Change = { ...base, kind: 'partner_joined', to: pair.after };
      return pair.after.left === undefined
        ? [joined]
        : [joined, { ...base, kind: 'partner_left', to: pick(pair.after, leaving) }];
    }
    const changes = changesOfList(partners, null, oneOrNone(pair.before), oneOrNone(pair.after));
    return changes.flatMap(splitLeaving);
  });
}

function oneOrNone(entry: unknown): readonly unknown[] {
  return entry === undefined ? [] : [entry];
}

const leaving = ['left', 'left_reason'];

/** A partner that got its last day left; what else changed about it is told apart. */
function splitLeaving(change: Change): Change[] {
  const { from, to } = change;
  if (change.kind !== 'changed' || !isMapping(from) || !isMapping(to)) return [change];
  if (from.left !== undefined || to.left === undefined) return [change];
  const others = changedFields(from, to, leaving);
  const left: Change = { ...change, kind: 'partner_left', from: null, to: pick(to, leaving) };
  return others === undefined ? [left] : [{ ...change, ...others }, left];
}
