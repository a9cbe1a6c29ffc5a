import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { nameFrom } from './folder-name.ts';
import type { FolderReading, ReadRequest } from './folder-reading.ts';
import { giveWay } from './give-way.ts';
import { type PortfolioIndex, readIndex, writeIndex } from './index-file.ts';
import { type CurrentLine, currentLine, type IndexLine, indexLine, readingOf } from './index-line.ts';
import { areMany } from './many.ts';
import type { ReaderThreads } from './reader.ts';

/** What reading many partnerships needs beside their folders. */
export interface PortfolioOptions extends Omit<ReadRequest, 'base' | 'dirs' | 'isKept'> {
  readonly threads: ReaderThreads;
  /** Where the index may be kept between two runs; undefined for nowhere. */
  readonly cacheFolder: string | undefined;
  /** The clock that files are dated by, in milliseconds since 1970. */
  readonly clock: () => number;
}

/** So many folders are held against the index before signals get their turn. */
const turn = 100;

/**
 * Reads partnerships, each with what is wanted of it, in the order of `roots`; they are named from `base`. A folder whose partnership can't be put together is read as far as it goes. What an index of an
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
  if (cacheFolder === undefined) {
    yield* await readNow({ ...requestOf(options), base, dirs, isKept: false }, threads);
    return;
  }
  const file = indexFileOf(base, cacheFolder);
  const index = readIndex(file, base);
  const parsed = index.shared.map((json) => JSON.parse(json) as unknown);
  const current = await currentLines(index, parsed, base, dirs, options);
  const stale = dirs.filter((dir) => !current.has(dir));
  if (stale.length === 0 && areMany(dirs.length)) threads.compileLate();
  const request = { ...requestOf(options), base, dirs: stale, isKept: true };
  const lines: IndexLine[] = [];
  const shared = [...index.shared];
  const startedAt = clock();
  const fresh = await readNow(request, threads);
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
  const isNew = request.dirs.length > 0 && lines.length > 0;
  if (isNew || lines.length < index.lines.size) writeIndex(file, base, lines, shared, startedAt);
}

// What reads partnerships is most of the program: where the index knows them all, it is not loaded.
async function readNow(request: ReadRequest, threads: ReaderThreads): Promise<AsyncGenerator<FolderReading>> {
  return request.dirs.length === 0 ? nothing() : (await import('./read-all.ts')).readAll(request, threads);
}

async function* nothing(): AsyncGenerator<FolderReading> {}

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

/** File systems take names of 255 bytes. */
const longestName = 200;

// The path itself where it can be a name: a digest of it takes longer to load than all else that an index needs.
function indexFileOf(base: string, cacheFolder: string): string {
  const path = encodeURIComponent(base);
  const name =
    path.length <= longestName ? path : createHash('sha256').update(base).digest('hex').slice(0, 32);
  return join(cacheFolder, 'portfolios', `${name}.index`);
}
