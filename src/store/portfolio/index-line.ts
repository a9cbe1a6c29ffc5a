import type { CalendarDate } from '../../core/calendar-date.ts';
import { holdsOn } from '../../core/portfolio/dates.ts';
import type { PartnershipSummary } from '../../core/portfolio/summary.ts';
import type { ModelledStatus } from '../modelled-status.ts';
import type { FolderReading, NewerModel, PlacedProblem, Validity, Wanted } from './folder-reading.ts';
import { type FolderStamp, isSettled, isUnchanged, statesText } from './folder-stamp.ts';

/**
 * A partnership in the index: a line of JSON texts with tabs between them: its folder, what is needed to see
 * whether it still holds, the state of its files, its summary, the details of that, its problems and its status; null
 * for what nobody has wanted yet or is too much to keep. Blanks behind the folder make it, with its line break, a
 * multiple of four bytes long, as its check sum wants it.
 */
export type IndexLine = Buffer;

/**
 * What many lines have in common, each text once, as JSON; they name it by its place. New ones are added at the end,
 * so that lines that were copied from an older index still name what they meant.
 */
export type SharedTexts = string[];

/** The files of a partnership, and what its stamp tells of. */
type Layout = Pick<FolderReading, 'files'> & Pick<FolderStamp, 'names'>;

/** What summaries of one model have in common. */
type ModelTexts = Pick<PartnershipSummary, 'modelTitle' | 'stages'>;

interface Head extends Pick<FolderReading, 'id' | 'language'>, Pick<Validity, 'holds'> {
  readonly newer?: NewerModel;
  readonly layout: number;
}

/** A summary whose model's texts are named by their place among those that many lines have in common. */
type KeptSummary = Omit<PartnershipSummary, keyof ModelTexts | 'dir' | 'holds' | 'details'> & {
  readonly stages: number;
};

/** What nobody has wanted yet. */
const nothing = 'null';

/** Of a folder with more problems than fit in so many bytes none is kept. */
const mostProblemBytes = 32_768;

/**
 * The line of a folder that was read after `start` (milliseconds); `older` is what the index had of it. Undefined
 * where its stamp cannot tell whether it changes, or where the system refused a file: it may give it another
 * time without any sign of a change.
 */
export function indexLine(
  reading: FolderReading,
  start: number,
  older: IndexLine | undefined,
  shared: SharedTexts,
): IndexLine | undefined {
  const { dir, id, language, files, validity, isRefused, newerModel } = reading;
  if (isRefused || validity === undefined || !isSettled(validity.stamp, start)) return undefined;
  const { holds, stamp } = validity;
  const { names, states } = stamp;
  const layout = placeOf({ files, names } satisfies Layout, shared);
  const newer = newerModel === undefined ? {} : { newer: newerModel };
  const head = JSON.stringify({
    id,
    language,
    holds,
    ...newer,
    layout,
  } satisfies Head);
  const now = statesText(states);
  const made = [
    ...[summaryText(reading, shared), reading.summary?.details ?? nothing],
    ...[problemsText(reading), statusText(reading)],
  ];
  // What another command made of the very same files is as good as new.
  const [, oldHead, then, ...old] = older?.toString().split('\t') ?? [];
  const isSame = oldHead === head && then === now;
  const parts = [head, now, ...made.map((part, at) => (isSame && part === nothing ? old[at] : part))].join(
    '\t',
  );
  const name = JSON.stringify(dir);
  const length = Buffer.byteLength(name) + 1 + Buffer.byteLength(parts) + 1;
  return Buffer.from(`${name}${' '.repeat(-length & 3)}\t${parts}`);
}

function summaryText({ summary }: FolderReading, shared: SharedTexts): string {
  if (summary === undefined) return nothing;
  const { dir: _dir, holds: _holds, details: _details, modelTitle, stages, ...own } = summary;
  const texts = placeOf({ modelTitle, stages } satisfies ModelTexts, shared);
  return JSON.stringify({ ...own, stages: texts } satisfies KeptSummary);
}

function problemsText({ problems }: FolderReading): string {
  const text = problems === undefined ? nothing : JSON.stringify(problems);
  return text.length > mostProblemBytes ? nothing : text;
}

function statusText({ status }: FolderReading): string {
  return JSON.stringify(status ?? null);
}

function placeOf(value: object, shared: SharedTexts): number {
  const json = JSON.stringify(value);
  const known = shared.indexOf(json);
  return known < 0 ? shared.push(json) - 1 : known;
}

/** The folder that a line is about. */
export function dirOf(line: IndexLine): string {
  return JSON.parse(line.toString('utf8', 0, line.indexOf(tab))) as string;
}

/** A line that holds, as far as it was read to see that. */
export interface CurrentLine {
  readonly line: IndexLine;
  readonly head: Head;
  /** Its status, where that is wanted. */
  readonly status: ModelledStatus | undefined;
}

/** A line that has what is wanted of a folder and what reading it anew would give; undefined where it has not. */
export function currentLine(
  line: IndexLine,
  root: string,
  shared: readonly unknown[],
  { today, want }: { readonly today: CalendarDate; readonly want: readonly Wanted[] },
): CurrentLine | undefined {
  const starts = startsIn(line);
  if (want.some((one) => isNothing(line, starts, one))) return undefined;
  const head = JSON.parse(partOf(line, starts, 'head')) as Head;
  if (!holdsOn(head.holds, today)) return undefined;
  // A status counts the days to what is due.
  const status = want.includes('status') ? statusIn(partOf(line, starts, 'status')) : undefined;
  if (status !== undefined && status.status.asOf !== today) return undefined;
  const { names } = shared[head.layout] as Layout;
  return isUnchanged(root, names, partOf(line, starts, 'states')) ? { line, head, status } : undefined;
}

/** What a line says of its folder, as far as it is wanted; `shared` is what its index has, parsed. */
export function readingOf(
  dir: string,
  { line, head, status }: CurrentLine,
  shared: readonly unknown[],
  want: readonly Wanted[],
): FolderReading {
  const { id, language, holds, newer, layout } = head;
  const { files } = shared[layout] as Layout;
  const starts = startsIn(line);
  const text = (part: Part) => partOf(line, starts, part);
  const known = () => ({ dir, holds, details: text('details') });
  return {
    ...{ dir, id, language, files, validity: undefined, newerModel: newer, isRefused: false },
    summary: want.includes('summary') ? summaryIn(text('summary'), known(), shared) : undefined,
    problems: want.includes('problems') ? problemsIn(text('problems')) : undefined,
    status,
  };
}

function summaryIn(
  part: string,
  known: Pick<PartnershipSummary, 'dir' | 'holds' | 'details'>,
  shared: readonly unknown[],
): PartnershipSummary {
  const own = JSON.parse(part) as KeptSummary;
  // Not a copy of what nobody else holds: of thousands, that takes as long as reading them.
  return Object.assign(own, known, shared[own.stages] as ModelTexts);
}

function problemsIn(text: string): readonly PlacedProblem[] {
  return JSON.parse(text) as PlacedProblem[];
}

function statusIn(text: string): ModelledStatus {
  return JSON.parse(text) as ModelledStatus;
}

const tab = 0x09;

/** The places of the parts of a line, behind its folder. */
const places = { head: 0, states: 1, summary: 2, details: 3, problems: 4, status: 5 } as const;

type Part = keyof typeof places;

/** Where the parts of a line begin, and one behind its end: no buffer is made for each part of thousands of lines. */
function startsIn(line: IndexLine): readonly number[] {
  const starts: number[] = [];
  for (let at = line.indexOf(tab); at >= 0; at = line.indexOf(tab, at + 1)) starts.push(at + 1);
  return [...starts, line.length + 1];
}

function partOf(line: IndexLine, starts: readonly number[], part: Part): string {
  const place = places[part];
  return line.toString('utf8', starts[place], (starts[place + 1] as number) - 1);
}

function isNothing(line: IndexLine, starts: readonly number[], part: Part): boolean {
  const place = places[part];
  const length = (starts[place + 1] as number) - 1 - (starts[place] as number);
  return length === nothing.length && partOf(line, starts, part) === nothing;
}
