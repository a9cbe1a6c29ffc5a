import type { FolderReading, ReadRequest } from './folder-reading.ts';
import { areMany } from './many.ts';
import { ownReader, type Reader, type ReaderThreads } from './reader.ts';

/** How many folders a reader gets at a time. */
const portion = 16;

/** How many portions may be read before an earlier one is taken: more would only fill the memory. */
const portionsAhead = 16;

/**
 * Reads the folders of a request with all the threads there are, and gives them in the order of the request.
 * Where a thread fails, this one reads what it was given.
 */
export async function* readAll(request: ReadRequest, threads: ReaderThreads): AsyncGenerator<FolderReading> {
  const portions = portionsOf(request);
  const beside = startThreads(threads, request.dirs.length);
  const readers = [ownReader, ...beside];
  // Not before: a thread that starts takes up code that was kept as it is usually compiled.
  if (areMany(request.dirs.length))
    Promise.all(beside.map(({ ready }) => ready)).then(threads.compileLate, () => {});
  const read = new Map(portions.map((_, index) => [index, promised<readonly FolderReading[]>()]));
  let next = 0;
  let taken = 0;
  let room = promised<void>();
  const serve = async (reader: Reader): Promise<void> => {
    while (next < portions.length) {
      if (next >= taken + portionsAhead) {
        await room.promise;
        continue;
      }
      const index = next;
      next += 1;
      const wanted = portions[index] as ReadRequest;
      const reading = reader.read(wanted).catch(() => ownReader.read(wanted));
      read.get(index)?.keep(reading);
      await reading;
    }
  };
  // A failure is the business of the one who takes the portion.
  for (const reader of readers)
    for (let lane = 0; lane < reader.depth; lane += 1) serve(reader).catch(() => {});
  try {
    for (; taken < portions.length; taken += 1) {
      yield* (await read.get(taken)?.promise) ?? [];
      read.delete(taken);
      room.keep();
      room = promised();
    }
  } finally {
    next = portions.length;
    for (const reader of readers) reader.end();
  }
}

function portionsOf(request: ReadRequest): ReadRequest[] {
  const { dirs } = request;
  return Array.from({ length: Math.ceil(dirs.length / portion) }, (_, index) => ({
    ...request,
    dirs: dirs.slice(index * portion, (index + 1) * portion),
  }));
}

function startThreads({ spare, start }: ReaderThreads, folders: number): Reader[] {
  const count = !areMany(folders) ? 0 : Math.min(spare, Math.floor(folders / portion) - 1);
  return Array.from({ length: count }, start);
}

/** A promise, and how it is kept. */
function promised<T>(): { readonly promise: Promise<T>; readonly keep: (value: T | Promise<T>) => void } {
  let keep: (value: T | Promise<T>) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}
