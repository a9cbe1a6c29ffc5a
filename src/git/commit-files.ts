import { slashPathFrom } from '../core/file-path.ts';
import { type Environment, withoutGitVariables } from './environment.ts';
import { openObjects } from './objects.ts';
import { readGit } from './read-git.ts';
import type { Repository } from './repository.ts';
import { runGit } from './run-git.ts';
import { shellWord } from './shell-words.ts';

/** What a commit says: one line, what more there is to say, and lines for programs, by their keys. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: string | undefined;
  readonly trailers: Readonly<Record<string, string>>;
}

/** A commit that was made, or git's reason against it and the command that would finish the work. */
export type CommitOutcome =
  | { readonly kind: 'committed'; readonly oid: string; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string; readonly command: string };

// Who commits and when, and where the person's own settings are: the person's to say, not a caller's leftover.
const personal =
  /^GIT_(?:(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|ASKPASS)$/;

function committingEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name]) => personal.test(name));
  return { ...withoutGitVariables(env), ...Object.fromEntries(own) };
}

/**
 * Commits these files (full paths) as they are on disk, and nothing else: what is staged of other files
 * stays staged. Hooks and signing are the person's own and run. A refusal is not thrown: the files stand.
 */
export async function commitFiles(
  repository: Repository,
  files: readonly string[],
  message: CommitMessage,
): Promise<CommitOutcome> {
  const { folder } = repository;
  const env = committingEnvironment(repository.env);
  const paths = files.map((file) => slashPathFrom(folder, file));
  const refused = (said: string): CommitOutcome => ({
    kind: 'refused',
    said,
    command: finishingCommand(folder, paths, message),
  });
  // So that git knows files that are new, without staging what is in them.
  const known = await runGit(['--literal-pathspecs', 'add', '--intent-to-add', '--', ...paths], {
    folder,
    env,
  });
  if (known.code !== 0) return refused(known.complaint);
  const committed = await runGit(
    [
      '--literal-pathspecs',
      'commit',
      '--quiet',
      '--cleanup=whitespace',
      '--only',
      '--file=-',
      '--',
      ...paths,
    ],
    { folder, env, input: messageText(message) },
  );
  if (committed.code !== 0) return refused(committed.complaint);
  const oid = (await readGit(repository, 'rev-parse', ['--verify', 'HEAD'])).toString('utf8').trim();
  return { kind: 'committed', oid, said: committed.complaint };
}

/** Whether the last commit has a file (by its full path) with other content than it had on disk. */
export async function hadChanges(repository: Repository, path: string, before: Uint8Array): Promise<boolean> {
  const objects = openObjects(repository);
  try {
    const object = await objects.read(`HEAD:${slashPathFrom(repository.folder, path)}`);
    // Git may keep other line ends than the disk.
    const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
    return object?.bytes !== undefined && lines(object.bytes) !== lines(before);
  } finally {
    await objects.close();
  }
}

/** A text on one line: no part of it can become a line of its own, such as a trailer. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function messageText({ subject, body, trailers }: CommitMessage): string {
  const lines = Object.entries(trailers).map(([key, value]) => `${key}: ${oneLine(value)}`);
  const parts = [oneLine(subject), body === undefined ? '' : oneLine(body), lines.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function finishingCommand(folder: string, paths: readonly string[], message: CommitMessage): string {
  const { subject, body, trailers } = message;
  const words = [
    ...['-m', oneLine(subject)],
    ...(body === undefined ? [] : ['-m', oneLine(body)]),
    ...Object.entries(trailers).flatMap(([key, value]) => ['--trailer', `${key}: ${oneLine(value)}`]),
  ];
  return ['git', '-C', folder, '--literal-pathspecs', 'commit', '--only', ...words, '--', ...paths]
    .map(shellWord)
    .join(' ');
}
