import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FolderReading, nameFrom, type ReadRequest } from './folder-reading.ts';
import { type PortfolioIndex, readIndex, writeIndex } from './index-file.ts';
import { type IndexLine, indexLine, isCurrent, readingOf, type SharedPart } from './index-line.ts';
import { readAll } from './read-all.ts';
import { giveWay, type ReaderThreads } from './reader.ts';

/** What reading many partnerships needs beside their folders. */
export interface PortfolioOptions extends Omit<ReadRequest, 'base' | 'dirs'> {
  readonly threads: ReaderThreads;
  /** Where the index may be kept between two runs; undefined for nowhere. */
  readonly cacheFolder: string | undefined;
  /** The clock that files are dated by, in milliseconds since 1970. */
  readonly clock: () => number;
}

/** Fewer are read sooner than an index. */
const leastForIndex = 12;

/** So many folders are held against the index before signals get their turn. */
const turn = 100;

/**
 * Reads partnerships, each with its summary and its problems, in the order of `roots`; they are named from
 * `base`. A folder whose partnership can't be put together is read as far as it goes. What an index of an
 * earlier run says of files that have not changed since is taken from there; the index is only ever a copy of
 * what reading gave, and no command that writes looks at it.
 */
export async function* readPortfolio(
  base: string,
  roots: readonly string[],
  options: PortfolioOptions,
): AsyncGenerator<FolderReading> {
  const { cacheFolder, threads, clock } = options;
  const dirs = roots.map((root) => nameFrom(base, root));
  if (cacheFolder === undefined || roots.length < leastForIndex) {
    yield* readAll({ ...requestOf(options), base, dirs }, threads);
    return;
  }
  const file = indexFileOf(base, cacheFolder);
  const index = readIndex(file, base);
  const parts = index.shared.map((json) => JSON.parse(json) as SharedPart);
  const known = await currentLines(index, parts, base, dirs, options);
  // What the index keeps is kept with the places of its problems, for whoever asks for them next.
  const request = { ...requestOf(options), base, dirs: dirs.filter((dir) => !known.has(dir)), places: true };
  const lines: IndexLine[] = [];
  const shared = [...index.shared];
  const startedAt = clock();
  const fresh = readAll(request, threads);
  try {
    for (const dir of dirs) {
      const line = known.get(dir);
      const reading = line === undefined ? await nextOf(fresh) : readingOf(line, parts);
      const kept = line ?? indexLine(reading, startedAt, shared);
      if (kept !== undefined) lines.push(kept);
      yield reading;
    }
  } finally {
    await fresh.return(undefined);
  }
  if (request.dirs.length > 0 || lines.length < index.lines.size) writeIndex(file, base, lines, shared);
}

function requestOf({ today, resources, places }: PortfolioOptions): Omit<ReadRequest, 'base' | 'dirs'> {
  return { today, resources, places };
}

async function nextOf(readings: AsyncGenerator<FolderReading>): Promise<FolderReading> {
  const { value } = await readings.next();
  return value as FolderReading;
}

/** The lines of an index that still hold, by their folders. */
async function currentLines(
  { lines }: PortfolioIndex,
  shared: readonly SharedPart[],
  base: string,
  dirs: readonly string[],
  options: PortfolioOptions,
): Promise<Map<string, IndexLine>> {
  const current = new Map<string, IndexLine>();
  for (const [number, dir] of dirs.entries()) {
    const line = lines.get(dir);
    if (line !== undefined && isCurrent(line, join(base, dir), shared, options)) current.set(dir, line);
    if (number % turn === turn - 1) await giveWay();
  }
  return current;
}

function indexFileOf(base: string, cacheFolder: string): string {
  return join(
    cacheFolder,
    'portfolios',
    `${createHash('sha256').update(base).digest('hex').slice(0, 32)}.index`,
  );
}
