import { join, relative, sep } from 'node:path';
import { type PartnershipSummary, summaryOf, unreadableSummary } from '../../core/portfolio/summary.ts';
import type { Diagnostic } from '../../core/problem.ts';
import { homeFile } from '../discover.ts';
import { type LoadedFolder, type LoadOptions, loadFolder, reviewsFile } from '../load-partnership.ts';
import { type FolderStamp, stampOf } from './folder-stamp.ts';

/** One partnership's folder as many of them are read together: plain data, so that a thread can hand it over. */
export interface FolderReading {
  /** The folder, relative to the one that was asked for, with forward slashes; `.` is that one itself. */
  readonly dir: string;
  /** The files that were looked at, relative to the partnership, in the order of the model. */
  readonly files: readonly string[];
  readonly summary: PartnershipSummary;
  readonly problems: readonly PlacedProblem[];
  /** The state of the files from before they were read. */
  readonly stamp: FolderStamp;
}

/** A problem with the line that it stands on, which a terminal shows. */
export interface PlacedProblem {
  readonly diagnostic: Diagnostic;
  readonly line: string;
}

/** The folders to read, named from `base`, and how. */
export interface ReadRequest {
  readonly base: string;
  readonly dirs: readonly string[];
  readonly today: string;
  readonly resources: string;
  /** Whether somebody wants to know the places of problems; to find them takes the reader that is slow to load. */
  readonly places: boolean;
}

/** Reads one of the folders of a request. Nothing that stands in it makes this throw. */
export async function readFolder(
  dir: string,
  { base, today, resources, places }: ReadRequest,
): Promise<FolderReading> {
  const root = join(base, dir);
  const stamp = stampOf(root);
  const folder = await loadFolder(root, { today, resources, places });
  const { files, diagnostics } = folder;
  return {
    ...{ dir, stamp, files: [...files.keys()], summary: summaryIn(folder, { today, resources }, dir) },
    problems: withLines(diagnostics, files),
  };
}

/** A folder's name as the portfolio has it. */
export function nameFrom(base: string, root: string): string {
  // What lies below it needs no reckoning, which takes its time for thousands.
  const below = root.startsWith(base + sep) ? root.slice(base.length + 1) : relative(base, root);
  return (sep === '/' ? below : below.split(sep).join('/')) || '.';
}

function summaryIn(folder: LoadedFolder, { today }: LoadOptions, dir: string): PartnershipSummary {
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
