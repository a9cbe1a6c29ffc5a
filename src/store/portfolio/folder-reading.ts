import { join, sep } from 'node:path';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { slashPathFrom } from '../../core/file-path.ts';
import { datesOf, type Holding, holdingOf } from '../../core/portfolio/dates.ts';
import { type PartnershipSummary, summaryOf, unreadableSummary } from '../../core/portfolio/summary.ts';
import type { Diagnostic } from '../../core/problem.ts';
import { valueAt } from '../../core/schema/plain-data.ts';
import { homeFile } from '../discover.ts';
import { listFolder } from '../folder-listing.ts';
import { type LoadedFolder, type LoadOptions, loadFolder, reviewsFile } from '../load-partnership.ts';
import { type FolderStamp, stampOf } from './folder-stamp.ts';

/** What is wanted of many partnerships: the one costs what the other can do without. */
export type Wanted = 'summary' | 'problems';

/** One partnership's folder as many of them are read together: plain data, so that a thread can hand it over. */
export interface FolderReading {
  /** The folder, relative to the one that was asked for, with forward slashes; `.` is that one itself. */
  readonly dir: string;
  /** Null where the partnership does not say it. */
  readonly id: string | null;
  readonly language: string | null;
  /** The files that were looked at, relative to the partnership, in the order of the model. */
  readonly files: readonly string[];
  /** Undefined where nobody keeps what was read, or nobody could tell whether it changes. */
  readonly validity: Validity | undefined;
  /** The newest version of its model, where it goes on and its files follow an earlier one. */
  readonly newerModel: NewerModel | undefined;
  /** Whether the system would not give one of the files. */
  readonly isRefused: boolean;
  /** Undefined where it is not wanted. */
  readonly summary: PartnershipSummary | undefined;
  readonly problems: readonly PlacedProblem[] | undefined;
}

/** How long what was read of a folder holds. */
export interface Validity {
  /** The days on which reading it gives the same. */
  readonly holds: Holding;
  /** The state of the files from before they were read. */
  readonly stamp: FolderStamp;
}

/** A model, the version of it that a partnership follows, and the newest one. */
export interface NewerModel {
  readonly model: string;
  readonly version: number;
  readonly newest: number;
}

/** A problem with the line that it stands on, which a terminal shows. */
export interface PlacedProblem {
  readonly diagnostic: Diagnostic;
  readonly line: string;
}

/** The folders to read, named from `base`, and what is wanted of them. */
export interface ReadRequest {
  readonly base: string;
  readonly dirs: readonly string[];
  readonly today: string;
  readonly resources: string;
  readonly want: Wanted;
  /** Whether what is read is to be kept in an index, which has to know until when it holds. */
  readonly isKept: boolean;
  /** The steps from older formats, where they are not the program's own; threads have those. */
  readonly migrations?: LoadOptions['migrations'];
}

/** Reads one of the folders of a request. Nothing that stands in it makes this throw. */
export async function readFolder(
  dir: string,
  { base, today, resources, want, isKept, migrations }: ReadRequest,
): Promise<FolderReading> {
  const root = join(base, dir);
  const listing = listFolder(root);
  const stamp = isKept && listing.isWhole ? stampOf(root, listing) : undefined;
  const folder = await loadFolder(root, {
    ...{ today, resources, listing, places: want === 'problems' },
    ...(migrations === undefined ? {} : { migrations }),
  });
  const { files, diagnostics } = folder;
  const home = identityIn(files.get(homeFile)?.data);
  const summary = want === 'summary' ? summaryIn(folder, today, dir) : undefined;
  return {
    ...{ dir, ...home, files: [...files.keys()] },
    validity: stamp && { stamp, holds: holdingIn(folder, summary, today) },
    newerModel: newerModelOf(folder),
    isRefused: diagnostics.some(({ code }) => code === 'unreadable-file'),
    summary,
    problems: want === 'problems' ? withLines(diagnostics, files) : undefined,
  };
}

// What has ended goes on by the version that it followed.
function newerModelOf({ inForce, journey }: LoadedFolder): NewerModel | undefined {
  const { model, version, newer } = inForce;
  if (model === undefined || newer === undefined || journey?.current === null) return undefined;
  return { model: model.model, version, newest: newer };
}

const always: Holding = { from: null, before: null };

function holdingIn(
  { partnership }: LoadedFolder,
  summary: PartnershipSummary | undefined,
  today: CalendarDate,
): Holding {
  if (partnership === undefined) return always;
  // What can't be summed up has problems all the same, and they have their days.
  const isSummedUp = summary !== undefined && summary.state !== null;
  return isSummedUp ? summary.holds : holdingOf(datesOf(partnership).all, today);
}

function identityIn(home: unknown): Pick<FolderReading, 'id' | 'language'> {
  const textAt = (key: string) => {
    const value = valueAt(home, [key]);
    return typeof value === 'string' ? value : null;
  };
  return { id: textAt('id'), language: textAt('language') };
}

/** A folder's name as the portfolio has it. */
export function nameFrom(base: string, root: string): string {
  // What lies below needs no search for the way.
  const isBelow = sep === '/' && root.startsWith(base) && root[base.length] === sep;
  return isBelow ? root.slice(base.length + 1) : slashPathFrom(base, root) || '.';
}

function summaryIn(folder: LoadedFolder, today: CalendarDate, dir: string): PartnershipSummary {
  const { partnership, journey, diagnostics, files } = folder;
  const isBookRead = files.get(reviewsFile)?.data !== undefined;
  return partnership === undefined || journey === undefined || !isBookRead
    ? unreadableSummary(files.get(homeFile)?.data, diagnostics, dir)
    : summaryOf(partnership, journey, diagnostics, today, dir);
}

/** Gives each problem the line of its file that it stands on. */
export function withLines(diagnostics: readonly Diagnostic[], files: LoadedFolder['files']): PlacedProblem[] {
  const lines = new Map<string, readonly string[]>();
  return diagnostics.map((diagnostic) => {
    const { file, line } = diagnostic;
    const known = lines.get(file) ?? (files.get(file)?.text ?? '').split('\n');
    lines.set(file, known);
    return { diagnostic, line: known[line - 1]?.replace(/\r$/, '') ?? '' };
  });
}
