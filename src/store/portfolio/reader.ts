import { type FolderReading, type ReadRequest, readFolder } from './folder-reading.ts';
import { giveWay } from './give-way.ts';

/** Something that reads folders, in the order of the request: this thread, or one beside it. */
export interface Reader {
  readonly read: (request: ReadRequest) => Promise<readonly FolderReading[]>;
  /** How many requests it takes before it has answered the first, so that it never waits for the next one. */
  readonly depth: number;
  readonly end: () => void;
}

/** Threads beside this one that read. */
export interface ReaderThreads {
  /** How many can be at work beside this one without getting into its way. */
  readonly spare: number;
  readonly start: () => Reader;
}

/** Reads folders in this thread; between two of them, signals get their turn. */
export const ownReader: Reader = {
  depth: 1,
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
