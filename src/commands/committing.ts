import { join } from 'node:path';
import { spokenLanguage } from '../core/language.ts';
import { inLanguage } from '../core/model.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import type { NewPartnership } from '../core/scaffold.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type CommitOutcome, commitFiles, hadChanges } from '../git/commit-files.ts';
import { findRepository, type Repository } from '../git/repository.ts';
import { type Invocation, terminalOf } from '../invocation.ts';
import { type CommitWords, loadGitWords } from '../render/messages/git.ts';
import { loadUpgradeWords } from '../render/messages/upgrade.ts';
import { printable, printableLines, trusted } from '../render/printable.ts';
import { describeError } from '../render/problem-texts.ts';
import { createPage } from '../render/terminal/page.ts';
import type { ChangeOutcome } from '../store/change-partnership.ts';
import type { UpgradePlan } from '../store/upgrade/upgrade-partnership.ts';
import { shownPath } from './paths.ts';

/** What a command says of its change; `stage` where it is not that of the changed file. */
export interface Saying {
  readonly subject: string;
  readonly body?: string | undefined;
  readonly stage?: string;
  readonly trailers?: Readonly<Record<string, string>>;
}

/** What came of a commit, and what it says in one line. */
export type CommitReport = CommitOutcome & {
  readonly subject: string;
  /** A file that had changes which nobody had committed: they went in too. */
  readonly alsoCommitted: string | undefined;
};

type Committer = <T>(
  outcome: ChangeOutcome<T>,
  say: (outcome: ChangeOutcome<T>, words: CommitWords, stageTitle: (id: string) => string) => Saying,
) => Promise<CommitReport | undefined>;

/**
 * Makes ready to commit a change; throws `no-repository` while nothing is written yet. A change that
 * changed nothing is not committed.
 */
export async function committerFor(invocation: Invocation, root: string): Promise<Committer> {
  const repository = await repositoryAround(invocation, root);
  return async (outcome, say) => {
    if (outcome.changed === undefined) return undefined;
    const { partnership } = outcome.after;
    const { commit } = await loadGitWords(spokenLanguage(partnership.language));
    const { file, before } = outcome.changed;
    const title = (id: string) => {
      const stage = partnership.model.stages.find((one) => one.id === id);
      return stage === undefined ? id : inLanguage(stage.title, partnership.language);
    };
    const saying = say(outcome, commit, title);
    const stage = saying.stage ?? partnership.stages.find(({ source }) => source.file === file)?.stage.id;
    const message = {
      subject: `${stage === undefined ? partnership.name : title(stage)}: ${saying.subject}`,
      body: saying.body,
      trailers: { ...(stage === undefined ? {} : { 'Partner-Stage': stage }), ...saying.trailers },
    };
    const path = join(root, file);
    const hadOthers = await hadChanges(repository, path, before);
    const alsoCommitted = hadOthers ? shownPath(invocation, path) : undefined;
    return { ...(await commitFiles(repository, [path], message)), subject: message.subject, alsoCommitted };
  };
}

/** Commits a partnership that was just started, all of its files. */
export async function commitStart(
  repository: Repository,
  { name, language, model }: NewPartnership,
  folder: string,
  files: readonly { readonly path: string }[],
): Promise<CommitReport> {
  const { commit } = await loadGitWords(spokenLanguage(language));
  const message = { subject: `${name}: ${commit.started(model.model)}`, body: undefined, trailers: {} };
  const paths = files.map(({ path }) => join(folder, path));
  const outcome = await commitFiles(repository, paths, message);
  return { ...outcome, subject: message.subject, alsoCommitted: undefined };
}

/** Commits the files of a partnership that was brought to a newer version of its model. */
export async function commitUpgrade(
  repository: Repository,
  { name, language }: Partnership,
  root: string,
  { model, from, to, turns }: UpgradePlan,
): Promise<CommitReport> {
  const { commit } = await loadUpgradeWords(spokenLanguage(language));
  const message = { subject: `${name}: ${commit(model, from, to)}`, body: undefined, trailers: {} };
  let alsoCommitted: string | undefined;
  for (const { file, before } of turns)
    if (before !== undefined && (await hadChanges(repository, join(root, file), before)))
      alsoCommitted ??= file;
  const paths = turns.map(({ file }) => join(root, file));
  const outcome = await commitFiles(repository, paths, message);
  return { ...outcome, subject: message.subject, alsoCommitted };
}

/** The repository that a folder lies in; throws `no-repository`. */
export async function repositoryAround({ context }: Invocation, folder: string): Promise<Repository> {
  return findRepository({ folder, env: context.env });
}

/** A commit in JSON: `commit` is null where git refused, and `error` says why and how to finish. */
export async function commitJson(commit: CommitReport, language: Language): Promise<object> {
  if (commit.kind === 'committed') return { commit: commit.oid };
  const { code, message, hint = null } = await describeError(refusalOf(commit), language);
  return { commit: null, error: { code, message, hint, command: commit.command } };
}

/** Tells of a commit on stderr: what git and its hooks said, then the commit, or how to finish. */
export async function tellCommit(
  invocation: Invocation,
  commit: CommitReport,
  language: Language,
): Promise<void> {
  const { context, quiet } = invocation;
  const { commit: words } = await loadGitWords(language);
  const page = createPage(terminalOf(invocation, context.stderr, language));
  if (commit.said !== '') for (const line of printableLines(commit.said)) page.command(line);
  if (commit.alsoCommitted !== undefined)
    page.paragraph(printable(words.alsoCommitted(commit.alsoCommitted)));
  if (commit.kind === 'committed') {
    if (quiet && commit.said === '') return;
    page.paragraph(printable(words.committed(commit.oid.slice(0, 10), commit.subject)));
  } else {
    const { message, hint = '' } = await describeError(refusalOf(commit), language);
    page.paragraph([{ text: trusted(`partner: ${message}`), style: 'bad' }]);
    page.paragraph([{ text: trusted(hint), style: 'muted' }]);
    page.command(printable(commit.command));
  }
  context.stderr.write(await page.render());
}

function refusalOf({ said }: CommitReport): PartnerError {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return new PartnerError('commit-refused', { reason: lines.at(-1) ?? '' });
}
