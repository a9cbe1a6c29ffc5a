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
      readings.push(await readFolder(dir, request));
      await giveWay();
    }
    return readings;
  },
};
