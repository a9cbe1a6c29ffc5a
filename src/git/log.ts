import type { Commit, LoggedCommit, PathChange } from '../core/history/commit.ts';
import { type GitPlace, readGit } from './read-git.ts';

/** What to list: from which commit on, which paths from the root of the work tree. */
export interface LogRequest {
  readonly from: string;
  readonly paths: readonly string[];
  /** Have signatures checked, which runs the program that the settings name. */
  readonly signatures?: boolean;
  /** Only the commit itself, all of its files told against its first parent. */
  readonly single?: boolean;
}

const fields = ['%H', '%P', '%an', '%ae', '%aI', '%s'];
const signatureFields = ['%G?', '%GS'];

// Settings of the reader or of the checkout must not change what is told.
const plainOutput = [
  ...['-z', '--raw', '--no-abbrev', '--no-renames', '--no-color', '--no-relative', '--root', '-O/dev/null'],
  ...['--no-ext-diff', '--no-textconv', '--no-show-signature', '--no-notes', '--encoding=UTF-8'],
];

/**
 * Lists commits and their changes, newest first and no commit before its descendants, side branches
 * too. Throws `git-failed`.
 */
export async function readLog(place: GitPlace, request: LogRequest): Promise<LoggedCommit[]> {
  const asked = request.signatures === true ? [...fields, ...signatureFields] : fields;
  const which = request.single
    ? ['--max-count=1', '--diff-merges=first-parent']
    : ['--full-history', '--date-order', '-c'];
  const output = await readGit(place, 'log', [
    ...which,
    ...plainOutput,
    `--format=${asked.join('%x00')}`,
    '--end-of-options',
    request.from,
    '--',
    ...request.paths,
  ]);
  return parseLog(output, asked.length);
}

// `:100644 100644 <before> <after> M`; a merge has a colon, a mode and a name more for each parent.
const changeLine = /^\n?(:+)((?:\d{6} )+)((?:[0-9a-f]{40,64} )+)[A-Z]+\d*$/;
const absent = /^0+$/;

/** Reads the output: fields, then pairs of a line and a path, each ended by a NUL. */
function parseLog(output: Buffer, fieldCount: number): LoggedCommit[] {
  const tokens = output.toString('utf8').split('\0');
  const commits: (Commit & { changes: PathChange[] })[] = [];
  for (let at = 0; at < tokens.length - 1; ) {
    const match = changeLine.exec(tokens[at] as string);
    if (match !== null) {
      const names = (match[3] as string).trim().split(' ');
      const isOurs = areFiles(match[2] as string);
      if (isOurs) commits.at(-1)?.changes.push(pathChange(tokens[at + 1] ?? '', names));
      at += 2;
    } else if (/^\n?$/.test(tokens[at] as string)) at += 1;
    else {
      commits.push({ ...commitOf(tokens.slice(at, at + fieldCount)), changes: [] });
      at += fieldCount;
    }
  }
  return commits;
}

// A link or a submodule in the place of a file is none of ours.
function areFiles(modes: string): boolean {
  return modes
    .trim()
    .split(' ')
    .every((mode) => mode === '000000' || mode.startsWith('100'));
}

function pathChange(path: string, names: readonly string[]): PathChange {
  const oids = names.map((name) => (absent.test(name) ? null : name));
  return { path, before: oids.slice(0, -1), after: oids.at(-1) ?? null };
}

function commitOf(values: readonly string[]): Commit {
  const [oid = '', parents = '', author = '', email = '', at = '', subject = ''] = values;
  const [letter, signer] = values.slice(fields.length);
  return {
    oid: oid.trim(),
    parents: parents === '' ? [] : parents.split(' '),
    author,
    email,
    at,
    subject,
    signature: letter === undefined ? null : { letter, signer: signer === '' ? null : (signer ?? null) },
  };
}
