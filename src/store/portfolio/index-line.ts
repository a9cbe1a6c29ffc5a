import type { CalendarDate } from '../../core/calendar-date.ts';
import { holdsOn } from '../../core/portfolio/dates.ts';
import type { PartnershipSummary } from '../../core/portfolio/summary.ts';
import type { FolderReading, NewerModel, PlacedProblem, Validity, Wanted } from './folder-reading.ts';
import { type FolderStamp, isSettled, isUnchanged } from './folder-stamp.ts';

/**
 * A partnership in the index: a line of four JSON texts with tabs between them: its folder, what is needed to see
 * whether it still holds, its summary and its problems; null for what nobody has wanted yet or is too much to keep.
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
  const parts = [JSON.stringify(dir), head, summaryText(reading, shared), problemsText(reading)];
  // What another command made of the very same files is as good as new.
  const known = older === undefined ? undefined : partsOf(older).map(String);
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
  { today, want }: { readonly today: CalendarDate; readonly want: Wanted },
): boolean {
  const [, head, summary, problems] = partsOf(line);
  if ((want === 'summary' ? summary : problems).equals(nothing)) return false;
  const { holds, layout, states } = JSON.parse(head.toString()) as Head;
  if (!holdsOn(holds, today)) return false;
  const { names } = shared[layout] as Layout;
  return isUnchanged(root, { names, states: statesIn(states) });
}

const nothing = Buffer.from('null');

/** What a line says of its folder, as far as it is wanted; `shared` is what its index has, parsed. */
export function readingOf(line: IndexLine, shared: readonly unknown[], want: Wanted): FolderReading {
  const [dirPart, headPart, summary, problems] = partsOf(line);
  const dir = JSON.parse(dirPart.toString()) as string;
  const { id, language, holds, newer, layout } = JSON.parse(headPart.toString()) as Head;
  const { files } = shared[layout] as Layout;
  return {
    ...{ dir, id, language, files, validity: undefined, newerModel: newer, isRefused: false },
    ...(want === 'summary'
      ? { summary: summaryIn(summary, { dir, holds }, shared), problems: undefined }
      : { summary: undefined, problems: JSON.parse(problems.toString()) as PlacedProblem[] }),
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

function textOf(states: Float64Array): string {
  return Buffer.from(states.buffer, states.byteOffset, states.byteLength).toString('base64');
}

function statesIn(text: string): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
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
