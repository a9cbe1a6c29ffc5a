import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../../version.ts';
import { discard } from '../files/temporary.ts';
import { checkSum } from './check-sum.ts';
import { dirOf, type IndexLine, type SharedTexts } from './index-line.ts';

/** An index as it was read: the lines of its folders, and the JSON of what they share. */
export interface PortfolioIndex {
  readonly lines: ReadonlyMap<string, IndexLine>;
  readonly shared: Readonly<SharedTexts>;
}

/** First line of an index: who made it, from what, and the check sum of all that follows. */
interface Header {
  readonly index: 2;
  readonly build: string;
  readonly base: string;
  readonly sum: number;
  readonly shared: Readonly<SharedTexts>;
}

/** No index is larger; of 2 KB a partnership, that are some 30,000. */
const mostBytes = 64 * 1_048_576;

/** All indexes together are at most so large and so many; the oldest go first. */
const mostBytesTogether = 192 * 1_048_576;
const mostFiles = 400;

const empty = (): PortfolioIndex => ({ lines: new Map(), shared: [] });

/**
 * Reads the index of the folder `base`. One that is not there, not whole, of another build of the program or of
 * another folder is as good as none.
 */
export function readIndex(file: string, base: string): PortfolioIndex {
  try {
    if (statSync(file).size > mostBytes) return empty();
    const bytes = readFileSync(file);
    const end = bytes.indexOf(0x0a);
    const header = JSON.parse(bytes.subarray(0, Math.max(0, end)).toString()) as Header;
    const body = bytes.subarray(end + 1);
    const isOurs = header.index === 2 && header.build === build && header.base === base;
    if (!isOurs || header.sum !== checkSum(body)) return empty();
    return { lines: linesIn(body), shared: header.shared };
  } catch {
    // Whatever is wrong with it, reading the partnerships themselves is always right.
    return empty();
  }
}

function linesIn(body: Buffer): Map<string, IndexLine> {
  const lines = new Map<string, IndexLine>();
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(0x0a, start);
    const line = body.subarray(start, end);
    lines.set(dirOf(line), line);
    start = end + 1;
  }
  return lines;
}

/**
 * Writes the index of the folder `base`, where that can be done; that it could not is no reason to say a word.
 * `startedAt` is the moment at which the run began.
 */
export function writeIndex(
  file: string,
  base: string,
  lines: readonly IndexLine[],
  shared: Readonly<SharedTexts>,
  startedAt: number,
): void {
  // Two runs of one moment get in each other's way, and then there is no index for once: a name that nobody else can
  // draw takes longer than all of this.
  const temporary = `${file}.${startedAt}.tmp`;
  try {
    if (lines.reduce((sum, line) => sum + line.length + 1, 0) > mostBytes) return;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeLines(temporary, { index: 2, build, base, shared }, lines);
    renameSync(temporary, file);
    makeRoom(dirname(file));
  } catch {
    discard(temporary);
  }
}

/** So many lines are put together for one call of the system. */
const batch = 256;

// Piece by piece: an index of thousands stands in memory once already.
function writeLines(file: string, head: Omit<Header, 'sum'>, lines: readonly IndexLine[]): void {
  let sum: number | undefined;
  for (const bytes of batches(lines)) sum = checkSum(bytes, sum);
  const header = JSON.stringify({ ...head, sum: sum ?? 0 } satisfies Header);
  const fd = openSync(file, 'wx', 0o600);
  try {
    // What follows lies so that it need not be copied to be summed up.
    writeFileSync(fd, `${header}${' '.repeat(-(Buffer.byteLength(header) + 1) & 3)}\n`);
    for (const bytes of batches(lines)) writeFileSync(fd, bytes);
  } finally {
    closeSync(fd);
  }
}

function* batches(lines: readonly IndexLine[]): Generator<Buffer> {
  for (let start = 0; start < lines.length; start += batch)
    yield Buffer.concat(lines.slice(start, start + batch).flatMap((line) => [line, newline]));
}

const newline = Buffer.from('\n');

/** Removes the oldest indexes until the rest is small enough; what a write that was cut off left goes so, too. */
function makeRoom(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const { size, mtimeMs } = statSync(path);
    return { path, size, mtimeMs };
  });
  let together = files.reduce((sum, { size }) => sum + size, 0);
  for (const [index, { path, size }] of files.sort((a, b) => a.mtimeMs - b.mtimeMs).entries()) {
    if (together <= mostBytesTogether && files.length - index <= mostFiles) return;
    rmSync(path, { force: true });
    together -= size;
  }
}
