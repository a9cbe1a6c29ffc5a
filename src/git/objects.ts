import { PartnerError } from '../core/partner-error.ts';
import { type GitPlace, startCatFile } from './read-git.ts';
import { exitCodeOf } from './run-git.ts';

const lineBreak = 10;

/** More is not taken in: nothing that a partnership is made of comes near it. */
const maxObjectBytes = 16 * 1024 * 1024;

/** An object of a repository: its full name, its kind, and what it holds unless that is too large. */
export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly size: number;
  readonly bytes: Buffer | undefined;
}

/** Reads objects by any name that git knows, through one process; to be closed when done. */
export interface ObjectReader {
  /** The object of each name, in their order, each as soon as it is there; undefined where there is none, or several. */
  readonly ask: (names: readonly string[]) => Promise<GitObject | undefined>[];
  /** The same, once all are there. */
  readonly readAll: (names: readonly string[]) => Promise<(GitObject | undefined)[]>;
  readonly read: (name: string) => Promise<GitObject | undefined>;
  readonly close: () => Promise<void>;
}

interface Question {
  readonly answer: (object: GitObject | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Opens a reader of objects. Names go to git on stdin, where nothing is taken for an option; a name
 * with a line break names nothing. Throws `git-missing` and `git-failed` at the first reading.
 */
export function openObjects(place: GitPlace): ObjectReader {
  const child = startCatFile(place);
  const waiting: Question[] = [];
  const take = answerTaker((object) => waiting.shift()?.answer(object));
  const ended = exitCodeOf(child).then(
    () => new PartnerError('git-failed', { reason: 'cat-file ended' }),
    (error: unknown) => error,
  );
  void ended.then((error) => {
    for (const { fail } of waiting.splice(0)) fail(error);
  });
  child.stdin.on('error', () => {});
  child.stdout.on('data', take);
  const read = (name: string) =>
    new Promise<GitObject | undefined>((answer, fail) => {
      if (/[\n\0]/.test(name) || name === '') {
        answer(undefined);
        return;
      }
      if (child.exitCode !== null || child.signalCode !== null) {
        void ended.then(fail);
        return;
      }
      waiting.push({ answer, fail });
      child.stdin.write(`${name}\n`);
    });
  const ask = (names: readonly string[]) => {
    child.stdin.cork();
    const answers = names.map(read);
    child.stdin.uncork();
    // Whoever waits for one is told that the reading failed; the others need not be listened to.
    for (const answer of answers) answer.catch(() => {});
    return answers;
  };
  return {
    read,
    ask,
    readAll: (names) => Promise.all(ask(names)),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Cuts the stream of answers apart: `<oid> <type> <size>`, the content, a line break; or a line that says no. */
function answerTaker(give: (object: GitObject | undefined) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 1;
  let unwanted = 0;
  return (chunk) => {
    const wanted = chunk.subarray(Math.min(unwanted, chunk.length));
    unwanted -= chunk.length - wanted.length;
    chunks.push(wanted);
    length += wanted.length;
    if (length < needed) return;
    let rest = chunks.length === 1 ? wanted : Buffer.concat(chunks);
    for (let answer = firstAnswer(rest); ; answer = firstAnswer(rest)) {
      needed = answer.length;
      if (!answer.isWhole) break;
      give(answer.object);
      unwanted = Math.max(0, answer.length - rest.length);
      rest = rest.subarray(answer.length);
    }
    chunks = [rest];
    length = rest.length;
  };
}

interface Answer {
  readonly isWhole: boolean;
  readonly object?: GitObject | undefined;
  /** Of the answer; of what there must be to go on, where it is not whole. */
  readonly length: number;
}

/** The first answer in the bytes. One that is too large is whole as soon as its head is there. */
function firstAnswer(bytes: Buffer): Answer {
  const end = bytes.indexOf(lineBreak);
  if (end < 0) return { isWhole: false, length: bytes.length + 1 };
  const head = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(bytes.toString('utf8', 0, end));
  if (head === null) return { isWhole: true, object: undefined, length: end + 1 };
  const [, oid = '', type, digits] = head;
  const size = Number(digits);
  const start = end + 1;
  const length = start + size + 1;
  const isTooLarge = size > maxObjectBytes;
  if (bytes.length < length && !isTooLarge) return { isWhole: false, length };
  const content = isTooLarge ? undefined : bytes.subarray(start, start + size);
  return { isWhole: true, object: { oid, type: type as GitObject['type'], size, bytes: content }, length };
}
