import type { CalendarDate } from '../../core/calendar-date.ts';
import { holdsOn } from '../../core/portfolio/dates.ts';
import type { PartnershipSummary } from '../../core/portfolio/summary.ts';
import type { ModelledStatus } from '../modelled-status.ts';
import type { FolderReading, NewerModel, PlacedProblem, Validity, Wanted } from './folder-reading.ts';
import { type FolderStamp, isSettled, isUnchanged } from './folder-stamp.ts';

/**
 * A partnership in the index: a line of JSON texts with tabs between them: its folder, what is needed to see
 * whether it still holds, its summary, its problems and its status; null for what nobody has wanted yet or is too much to keep.
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
  /** The bytes of the stamp's numbers, in base 64. */
  readonly states: string;
}

type KeptSummary = Omit<PartnershipSummary, keyof ModelTexts | 'dir' | 'holds'> & { readonly texts: number };

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
    states: textOf(states),
  } satisfies Head);
  const parts = [
    ...[JSON.stringify(dir), head, summaryText(reading, shared), problemsText(reading)],
    statusText(reading),
  ];
  // What another command made of the very same files is as good as new.
  const known = older?.toString().split('\t');
  const isSame = known?.[1] === head;
  return Buffer.from(parts.map((part, at) => (isSame && part === 'null' ? known?.[at] : part)).join('\t'));
}

function summaryText({ summary }: FolderReading, shared: SharedTexts): string {
  if (summary === undefined) return 'null';
  const { dir: _dir, holds: _holds, modelTitle, stages, ...own } = summary;
  const texts = placeOf({ modelTitle, stages } satisfies ModelTexts, shared);
  return JSON.stringify({ ...own, texts } satisfies KeptSummary);
}

function problemsText({ problems }: FolderReading): string {
  const text = problems === undefined ? 'null' : JSON.stringify(problems);
  return text.length > mostProblemBytes ? 'null' : text;
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

/** Says whether a line has what is wanted of a folder, and what reading it anew would give. */
export function isCurrent(
  line: IndexLine,
  root: string,
  shared: readonly unknown[],
  { today, want }: { readonly today: CalendarDate; readonly want: readonly Wanted[] },
): boolean {
  const { head, ...kept } = partsOf(line);
  if (want.some((one) => kept[one].equals(nothing))) return false;
  const { holds, layout, states } = JSON.parse(head.toString()) as Head;
  if (!holdsOn(holds, today)) return false;
  // A status counts the days to what is due.
  if (want.includes('status') && statusIn(kept.status)?.status.asOf !== today) return false;
  const { names } = shared[layout] as Layout;
  return isUnchanged(root, { names, states: statesIn(states) });
}

const nothing = Buffer.from('null');

/** What a line says of its folder, as far as it is wanted; `shared` is what its index has, parsed. */
export function readingOf(
  line: IndexLine,
  shared: readonly unknown[],
  want: readonly Wanted[],
): FolderReading {
  const { head, summary, problems, status } = partsOf(line);
  const dir = dirOf(line);
  const { id, language, holds, newer, layout } = JSON.parse(head.toString()) as Head;
  const { files } = shared[layout] as Layout;
  return {
    ...{ dir, id, language, files, validity: undefined, newerModel: newer, isRefused: false },
    summary: want.includes('summary') ? summaryIn(summary, { dir, holds }, shared) : undefined,
    problems: want.includes('problems') ? (JSON.parse(problems.toString()) as PlacedProblem[]) : undefined,
    status: want.includes('status') ? statusIn(status) : undefined,
  };
}

function summaryIn(
  part: Buffer,
  known: Pick<PartnershipSummary, 'dir' | 'holds'>,
  shared: readonly unknown[],
): PartnershipSummary {
  const { texts, ...own } = JSON.parse(part.toString()) as KeptSummary;
  return { ...known, ...own, ...(shared[texts] as ModelTexts) };
}

function statusIn(part: Buffer): ModelledStatus | undefined {
  return (JSON.parse(part.toString()) as ModelledStatus | null) ?? undefined;
}

function textOf(states: Float64Array): string {
  return Buffer.from(states.buffer, states.byteOffset, states.byteLength).toString('base64');
}

function statesIn(text: string): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

const tab = 0x09;

/** The parts of a line behind its folder, without reading them. */
function partsOf(line: IndexLine): Readonly<Record<'head' | Wanted, Buffer>> {
  const head = line.indexOf(tab);
  const summary = line.indexOf(tab, head + 1);
  const problems = line.indexOf(tab, summary + 1);
  const status = line.indexOf(tab, problems + 1);
  return {
    head: line.subarray(head + 1, summary),
    summary: line.subarray(summary + 1, problems),
    problems: line.subarray(problems + 1, status),
    status: line.subarray(status + 1),
  };
}
