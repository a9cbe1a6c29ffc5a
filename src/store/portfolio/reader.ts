import { type FolderReading, type ReadRequest, readFolder } from './folder-reading.ts';
import { giveWay } from './give-way.ts';

/** Something that reads folders, in the order of the request: this thread, or one beside it. */
export interface Reader {
  readonly read: (request: ReadRequest) => Promise<readonly FolderReading[]>;
  /** How many requests it takes before it has answered the first, so that it never waits for the next one. */
  readonly depth: number;
  /** Kept when it is there to read, or will not be. */
  readonly ready: Promise<void>;
  readonly end: () => void;
}

/** Threads beside this one that read. */
export interface ReaderThreads {
  /** How many can be at work beside this one without getting into its way. */
  readonly spare: number;
  readonly start: () => Reader;
  /** Lets threads that are there compile later what they run often; see compile-late.ts. */
  readonly compileLate: () => void;
}

/** Reads folders in this thread; between two of them, signals get their turn. */
export const ownReader: Reader = {
  depth: 1,
  ready: Promise.resolve(),
  end: () => {},
  read: async (request) => {
    const readings: FolderReading[] = [];
    for (const dir of request.dirs) {
      readings.push(withoutTexts(await readFolder(dir, request)));
      await giveWay();
    }
    return readings;
  },
};

/**
 * A reading whose summary has texts of its own, as one from another thread has: V8 makes a longer text that was cut
 * out of a file's a view of that, and a name would keep the whole file in memory.
 */
function withoutTexts(reading: FolderReading): FolderReading {
  if (reading.summary === undefined) return reading;
  // The model's texts are no file's, and the same for all.
  const { modelTitle, stages, ...own } = reading.summary;
  const copy = JSON.parse(JSON.stringify(own)) as typeof own;
  return { ...reading, summary: { ...copy, modelTitle, stages } };
}
