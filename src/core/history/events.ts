import type { Sections } from '../schema/registry.ts';
import { type Change, isMapping, type Mapping, pick } from './change.ts';
import type { Commit } from './commit.ts';
import {
  changesOfFile,
  dataIn,
  type FileData,
  filesInOrder,
  roleOf,
  unreadableFile,
} from './folder-changes.ts';
import type { FileStep, Step } from './lineage.ts';
import { movedStages } from './moved-stages.ts';

/** Something that happened to a partnership, and the commit that recorded it: null where none has yet. */
export interface HistoryEvent extends Change {
  readonly commit: Commit | null;
}

/** What a content of a file holds, by its name in the repository. */
export type Contents = (name: string) => FileData;

/**
 * Tells commits, oldest first, as events, newest first. `cut` names the commits whose parents a shallow
 * clone lacks: what they found there is nobody's event. A merge is told by what no side had. `sections` are
 * those that the model knows now: what it had before and has no more is told by its keys.
 */
export function eventsOf(
  steps: readonly Step[],
  contents: Contents,
  cut: ReadonlySet<string>,
  sections: Sections,
): HistoryEvent[] {
  const teller = { contents, sections, lastGood: new Map<string, string | null>() };
  const events = steps.flatMap(({ commit, files }) => {
    const isMerge = commit.parents.length > 1;
    const changes = isMerge ? changesOfMerge(files, teller) : changesOfCommit(files, teller);
    return cut.has(commit.oid) ? [] : changes.map((change) => ({ ...change, commit }));
  });
  return events.reverse();
}

interface Teller {
  readonly contents: Contents;
  readonly sections: Sections;
  /** Of a content that cannot be read: the one before it that could; what changed is told from there. */
  readonly lastGood: Map<string, string | null>;
}

function changesOfCommit(files: readonly FileStep[], teller: Teller): Change[] {
  const all = filesInOrder(files.map(({ file }) => file)).map((file) => {
    const steps = files.filter((step) => step.file === file);
    const before = steps.map((step) => step.before[0]).find((name) => typeof name === 'string') ?? null;
    const after = steps.map((step) => step.after).find((name) => name !== null) ?? null;
    return { file, before, after };
  });
  const stages = all.filter(({ file }) => roleOf(file) === 'stage');
  const moved = movedStages(
    stages.filter(({ after }) => after === null).map((one) => ({ ...one, data: dataOf(one.before, teller) })),
    stages
      .filter(({ before }) => before === null)
      .map((one) => ({ ...one, data: dataOf(one.after, teller) })),
  );
  const gone = new Set(moved.values());
  const changes = all
    .filter(({ file }) => !gone.has(file))
    .flatMap(({ file, before, after }) => {
      const old = all.find((one) => one.file === moved.get(file));
      return changesTo(file, old === undefined ? before : old.before, after, teller);
    });
  return [...moveOf(files), ...changes];
}

/** That the folder went from one place and came to another. */
function moveOf(files: readonly FileStep[]): Change[] {
  const homes = files.filter(({ file }) => file === 'partnership.yaml');
  const from = homes.find(({ after }) => after === null)?.place;
  const to = homes.find(({ before }) => before.every((name) => name === null))?.place;
  if (from === undefined || to === undefined) return [];
  const shown = (place: string) => (place === '' ? '.' : place.replace(/\/$/, ''));
  return [{ kind: 'changed', stage: null, subject: 'folder', from: shown(from), to: shown(to), label: null }];
}

function changesTo(file: string, before: string | null, after: string | null, teller: Teller): Change[] {
  const was = goodName(before, teller);
  if (after === null) return changesOfFile(file, dataOf(was, teller), undefined, teller.sections);
  const is = teller.contents(after);
  if ('unreadable' in is) {
    teller.lastGood.set(after, was);
    return [unreadableFile(file)];
  }
  return changesOfFile(file, dataOf(was, teller), is.data, teller.sections);
}

function goodName(name: string | null, { contents, lastGood }: Teller): string | null {
  return name !== null && 'unreadable' in contents(name) ? (lastGood.get(name) ?? null) : name;
}

function dataOf(name: string | null, { contents }: Teller): unknown {
  return dataIn(name === null ? undefined : contents(name));
}

function changesOfMerge(files: readonly FileStep[], teller: Teller): Change[] {
  return filesInOrder(files.map(({ file }) => file)).flatMap((file) => {
    const steps = files.filter((step) => step.file === file);
    return steps.flatMap(({ before, after }) =>
      changesInAll(before.map((name) => changesTo(file, name, after, teller))),
    );
  });
}

/** The changes against every side: what one side had already is that side's event. */
function changesInAll(sides: readonly (readonly Change[])[]): Change[] {
  const [first = [], ...others] = sides;
  return first.flatMap((change) => {
    const same = others.map((side) =>
      side.find(({ subject, stage }) => subject === change.subject && stage === change.stage),
    );
    const all = [change, ...same];
    return all.every((one) => one !== undefined) ? fieldsInAll(all) : [];
  });
}

/** A change narrowed to the fields in which the merge differs from every side that has the thing at all. */
function fieldsInAll(sides: readonly Change[]): Change[] {
  const byField = sides.filter(({ from, to }) => isMapping(from) && isMapping(to));
  const [first] = byField;
  if (first === undefined) return sides.slice(0, 1);
  const keysOf = ({ from, to }: Change) =>
    new Set([...Object.keys(from as Mapping), ...Object.keys(to as Mapping)]);
  const keys = [...keysOf(first)].filter((key) => byField.every((side) => keysOf(side).has(key)));
  if (keys.length === 0) return [];
  return [{ ...first, from: pick(first.from as Mapping, keys), to: pick(first.to as Mapping, keys) }];
}
