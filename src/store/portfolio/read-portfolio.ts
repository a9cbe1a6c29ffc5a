import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FolderReading, nameFrom, type ReadRequest } from './folder-reading.ts';
import { type PortfolioIndex, readIndex, writeIndex } from './index-file.ts';
import { type CurrentLine, currentLine, type IndexLine, indexLine, readingOf } from './index-line.ts';
import { areForThreads, readAll } from './read-all.ts';
import { giveWay, type ReaderThreads } from './reader.ts';

/** What reading many partnerships needs beside their folders. */
export interface PortfolioOptions extends Omit<ReadRequest, 'base' | 'dirs' | 'isKept'> {
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
 * Reads partnerships, each with its summary or its problems, in the order of `roots`; they are named from `base`. A folder whose partnership can't be put together is read as far as it goes. What an index of an
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
    yield* readAll({ ...requestOf(options), base, dirs, isKept: false }, threads);
    return;
  }
  const file = indexFileOf(base, cacheFolder);
  const index = readIndex(file, base);
  if (!areForThreads(roots.length - index.lines.size)) threads.compileLate();
  const parsed = index.shared.map((json) => JSON.parse(json) as unknown);
  const current = await currentLines(index, parsed, base, dirs, options);
  const stale = dirs.filter((dir) => !current.has(dir));
  const request = { ...requestOf(options), base, dirs: stale, isKept: true };
  const lines: IndexLine[] = [];
  const shared = [...index.shared];
  const startedAt = clock();
  const fresh = readAll(request, threads);
  try {
    for (const dir of dirs) {
      const known = current.get(dir);
      const reading = known === undefined ? await nextOf(fresh) : readingOf(dir, known, parsed, options.want);
      const kept = known?.line ?? indexLine(reading, startedAt, index.lines.get(dir), shared);
      if (kept !== undefined) lines.push(kept);
      yield reading;
    }
  } finally {
    await fresh.return(undefined);
  }
  if (request.dirs.length > 0 || lines.length < index.lines.size) writeIndex(file, base, lines, shared);
}

function requestOf({
  today,
  resources,
  want,
  migrations,
}: PortfolioOptions): Omit<ReadRequest, 'base' | 'dirs' | 'isKept'> {
  return { today, resources, want, ...(migrations === undefined ? {} : { migrations }) };
}

async function nextOf(readings: AsyncGenerator<FolderReading>): Promise<FolderReading> {
  const { value } = await readings.next();
  return value as FolderReading;
}

/** The lines of an index that have what is wanted and still hold, by their folders. */
async function currentLines(
  { lines }: PortfolioIndex,
  shared: readonly unknown[],
  base: string,
  dirs: readonly string[],
  options: PortfolioOptions,
): Promise<Map<string, CurrentLine>> {
  const current = new Map<string, CurrentLine>();
  for (const [number, dir] of dirs.entries()) {
    const line = lines.get(dir);
    const known = line && currentLine(line, `${base}/${dir}`, shared, options);
    if (known !== undefined) current.set(dir, known);
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
