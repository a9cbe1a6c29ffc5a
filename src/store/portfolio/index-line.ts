import type { CalendarDate } from '../../core/calendar-date.ts';
import { type Holding, holdsOn } from '../../core/portfolio/dates.ts';
import type { PartnershipSummary } from '../../core/portfolio/summary.ts';
import type { FolderReading, PlacedProblem } from './folder-reading.ts';
import { type FolderStamp, isSettled, isUnchanged } from './folder-stamp.ts';

/**
 * A partnership in the index: a line of four JSON texts with tabs between them: its folder, what is needed to see
 * whether it still holds, its summary, and its problems (null where they are too many to keep).
 */
export type IndexLine = Buffer;

/** What partnerships of one model have in common; lines name it by its number in the index. */
export type SharedPart = Pick<PartnershipSummary, 'modelTitle' | 'stages'> &
  Pick<FolderReading, 'files'> &
  Pick<FolderStamp, 'names'>;

/** The days a summary holds on, and the state of the files it was made from: the bytes of its numbers in base 64. */
interface Head {
  readonly holds: Holding;
  readonly shared: number;
  readonly states: string;
}

/** Of a folder with more problems than fit in so many bytes only the summary is kept. */
const mostProblemBytes = 32_768;

/**
 * The line of a folder that was read, with the places of its problems, after `start` (milliseconds). Undefined where
 * its stamp cannot tell whether it changes, or where the system refused a file: it may give it another time
 * without any sign of a change. What is shared goes to the end of `shared`, as JSON, where it is not there yet.
 */
export function indexLine(
  { dir, files, summary, problems, stamp }: FolderReading,
  start: number,
  shared: string[],
): IndexLine | undefined {
  const isRefused = problems.some(({ diagnostic }) => diagnostic.code === 'unreadable-file');
  if (isRefused || !isSettled(stamp, start)) return undefined;
  const { dir: _, modelTitle, stages, holds, ...own } = summary;
  const { names, states } = stamp;
  const part: SharedPart = { modelTitle, stages, files, names };
  const head: Head = { holds, shared: numberOf(part, shared), states: textOf(states) };
  const told = JSON.stringify(problems);
  const kept = told.length > mostProblemBytes ? 'null' : told;
  return Buffer.from([JSON.stringify(dir), JSON.stringify(head), JSON.stringify(own), kept].join('\t'));
}

function numberOf(part: SharedPart, shared: string[]): number {
  const json = JSON.stringify(part);
  const known = shared.indexOf(json);
  return known < 0 ? shared.push(json) - 1 : known;
}

/** The folder that a line is about. */
export function dirOf(line: IndexLine): string {
  return JSON.parse(line.toString('utf8', 0, line.indexOf(tab))) as string;
}

/** Says whether a line says of a folder what reading it anew would say, its problems too where those are wanted. */
export function isCurrent(
  line: IndexLine,
  root: string,
  shared: readonly SharedPart[],
  { today, places }: { readonly today: CalendarDate; readonly places: boolean },
): boolean {
  const [, head, , problems] = partsOf(line);
  if (places && problems.equals(none)) return false;
  const known = knownIn(head, shared);
  return known !== undefined && holdsOn(known.holds, today) && isUnchanged(root, known.stamp);
}

const none = Buffer.from('null');

/** What a line says of its folder. */
export function readingOf(line: IndexLine, shared: readonly SharedPart[]): FolderReading {
  const [dirPart, head, own, problems] = partsOf(line);
  const known = knownIn(head, shared);
  if (known === undefined) throw new Error('the line of an index names what the index does not have');
  const dir = JSON.parse(dirPart.toString()) as string;
  const { holds, stamp, files, modelTitle, stages } = known;
  const summary = { dir, ...JSON.parse(own.toString()), modelTitle, stages, holds } as PartnershipSummary;
  return { dir, files, stamp, summary, problems: (JSON.parse(problems.toString()) ?? []) as PlacedProblem[] };
}

interface Known extends Omit<SharedPart, 'names'> {
  readonly holds: Holding;
  readonly stamp: FolderStamp;
}

function knownIn(head: Buffer, sharedParts: readonly SharedPart[]): Known | undefined {
  const { holds, shared, states } = JSON.parse(head.toString()) as Head;
  const part = sharedParts[shared];
  if (part === undefined) return undefined;
  const { names, ...common } = part;
  return { ...common, holds, stamp: { names, states: statesIn(states) } };
}

function textOf(states: Float64Array): string {
  return Buffer.from(states.buffer, states.byteOffset, states.byteLength).toString('base64');
}

function statesIn(text: string): Float64Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return new Float64Array(bytes.buffer);
}

const tab = 0x09;

/** The parts of a line, without reading them. */
function partsOf(line: IndexLine): [dir: Buffer, head: Buffer, summary: Buffer, problems: Buffer] {
  const first = line.indexOf(tab);
  const second = line.indexOf(tab, first + 1);
  const third = line.indexOf(tab, second + 1);
  return [
    line.subarray(0, first),
    line.subarray(first + 1, second),
    line.subarray(second + 1, third),
    line.subarray(third + 1),
  ];
}
