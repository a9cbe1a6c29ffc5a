import type { CalendarDate } from '../../core/calendar-date.ts';
import { holdsOn } from '../../core/portfolio/dates.ts';
import type { PartnershipSummary } from '../../core/portfolio/summary.ts';
import type { FolderReading, NewerModel, PlacedProblem, Validity, Wanted } from './folder-reading.ts';
import { type FolderStamp, isSettled, isUnchanged, statesText } from './folder-stamp.ts';

/**
 * A partnership in the index: a line of five JSON texts with tabs between them: its folder, what is needed to see
 * whether it still holds, its summary, the details of that, and its problems; null for what nobody has wanted yet
 * or is too much to keep.
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

type KeptSummary = Omit<PartnershipSummary, keyof ModelTexts | 'dir' | 'holds' | 'details'> & {
  readonly texts: number;
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
    states: statesText(states),
  } satisfies Head);
  const details = reading.summary?.details ?? nothing;
  const parts = [JSON.stringify(dir), head, summaryText(reading, shared), details, problemsText(reading)];
  // What another command made of the very same files is as good as new.
  const known = older?.toString().split('\t');
  const isSame = known?.[1] === head;
  return Buffer.from(parts.map((part, at) => (isSame && part === nothing ? known?.[at] : part)).join('\t'));
}

function summaryText({ summary }: FolderReading, shared: SharedTexts): string {
  if (summary === undefined) return nothing;
  const { dir: _dir, holds: _holds, details: _details, modelTitle, stages, ...own } = summary;
  const texts = placeOf({ modelTitle, stages } satisfies ModelTexts, shared);
  return JSON.stringify({ ...own, texts } satisfies KeptSummary);
}

function problemsText({ problems }: FolderReading): string {
  const text = problems === undefined ? nothing : JSON.stringify(problems);
  return text.length > mostProblemBytes ? nothing : text;
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
  readonly head: Omit<Head, 'states'>;
}

/** A line that has what is wanted of a folder and what reading it anew would give; undefined where it has not. */
export function currentLine(
  line: IndexLine,
  root: string,
  shared: readonly unknown[],
  { today, want }: { readonly today: CalendarDate; readonly want: Wanted },
): CurrentLine | undefined {
  const [first, second, third, fourth] = tabsIn(line);
  const start = want === 'summary' ? second : fourth;
  const end = want === 'summary' ? third : line.length;
  if (end - start - 1 === nothing.length && line.toString('latin1', start + 1, end) === nothing)
    return undefined;
  const { states, ...head } = JSON.parse(line.toString('utf8', first + 1, second)) as Head;
  const { names } = shared[head.layout] as Layout;
  return holdsOn(head.holds, today) && isUnchanged(root, names, states) ? { line, head } : undefined;
}

/** What a line says of its folder, as far as it is wanted; `shared` is what its index has, parsed. */
export function readingOf(
  dir: string,
  { line, head }: CurrentLine,
  shared: readonly unknown[],
  want: Wanted,
): FolderReading {
  const { id, language, holds, newer, layout } = head;
  const { files } = shared[layout] as Layout;
  const [, second, third, fourth] = tabsIn(line);
  const textAt = (from: number, to?: number) => line.toString('utf8', from + 1, to);
  return {
    ...{ dir, id, language, files, validity: undefined, newerModel: newer, isRefused: false },
    ...(want === 'summary'
      ? {
          summary: summaryIn(textAt(second, third), { dir, holds, details: textAt(third, fourth) }, shared),
          problems: undefined,
        }
      : { summary: undefined, problems: JSON.parse(textAt(fourth)) as PlacedProblem[] }),
  };
}

function summaryIn(
  part: string,
  known: Pick<PartnershipSummary, 'dir' | 'holds' | 'details'>,
  shared: readonly unknown[],
): PartnershipSummary {
  const { texts, ...own } = JSON.parse(part) as KeptSummary;
  return { ...known, ...own, ...(shared[texts] as ModelTexts) };
}

const tab = 0x09;

/** Where the parts of a line after the first begin: the tabs before them. */
function tabsIn(line: IndexLine): [head: number, summary: number, details: number, problems: number] {
  const first = line.indexOf(tab);
  const second = line.indexOf(tab, first + 1);
  const third = line.indexOf(tab, second + 1);
  return [first, second, third, line.indexOf(tab, third + 1)];
}
