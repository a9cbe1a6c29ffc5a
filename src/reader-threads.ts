import type { FolderReading, ReadRequest } from './store/portfolio/folder-reading.ts';
import type { Reader } from './store/portfolio/reader.ts';

/**
 * The word that starts the program as a thread that reads. Nobody can type it: the arguments of a process hold no
 * such character.
 */
export const readerWord = '\0reader';

/** How many threads can read beside this one: the processors that are left. */
export function spareReaders(): number {
  return process.getBuiltinModule('node:os').availableParallelism() - 1;
}

type Answer =
  | { readonly isReady: true }
  | { readonly readings: readonly FolderReading[] }
  | { readonly failure: string };

/** A thread of `script` that reads; what it is asked fails where it cannot be started or ends. */
export function startReader(script: string): Reader {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(script, { argv: [readerWord] });
  // Answers come in the order of the requests.
  const asked: { resolve: (readings: readonly FolderReading[]) => void; reject: (error: Error) => void }[] =
    [];
  let ended: Error | undefined;
  let readied = () => {};
  const ready = new Promise<void>((resolve) => {
    readied = resolve;
  });
  const fail = (error: Error) => {
    ended = error;
    readied();
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => {
    if ('isReady' in answer) return readied();
    const waiting = asked.shift();
    if ('readings' in answer) waiting?.resolve(answer.readings);
    else waiting?.reject(new Error(answer.failure));
  });
  worker.on('error', fail).on('exit', () => fail(new Error('the thread has ended')));
  return {
    depth: 2,
    ready,
    read: ({ migrations: _own, ...request }) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) reject(ended);
        else {
          asked.push({ resolve, reject });
          worker.postMessage(request);
        }
      }),
    end: () => void worker.terminate(),
  };
}

/** Answers what the thread that started this one asks, one request after the other, until that one ends it. */
export async function serveReadings(): Promise<number> {
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  // Every run reads this file, and few have anything to do with many partnerships.
  const { ownReader } = await import('./store/portfolio/reader.ts');
  parentPort?.postMessage({ isReady: true } satisfies Answer);
  let before = Promise.resolve();
  parentPort?.on('message', (request: ReadRequest) => {
    before = before.then(async () => parentPort.postMessage(await answerTo(request, ownReader)));
  });
  return new Promise(() => {});
}

async function answerTo(request: ReadRequest, reader: Reader): Promise<Answer> {
  try {
    return { readings: await reader.read(request) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
