import type { CommandOptions } from '../command-specs/command-spec.ts';
import type { Change } from '../core/history/change.ts';
import { changesBetween, type FileData } from '../core/history/folder-changes.ts';
import { originsOf } from '../core/history/origins.ts';
import { inLanguage, stageIndex } from '../core/model.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import { dayOfCommit, resolveCommit } from '../git/tree.ts';
import { type Invocation, loadOptions, printJson, writeLong } from '../invocation.ts';
import { changeJson } from '../render/history-json.ts';
import { printable } from '../render/printable.ts';
import { isolated } from '../render/terminal/bidi.ts';
import { renderChanges } from '../render/terminal/changes.ts';
import { type HistoryView, shortName } from '../render/terminal/history.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { assembleFiles, type ReadPartnership } from '../store/read-files.ts';
import { parseSource } from '../store/read-source.ts';
import { snapshotAt } from './at-revision.ts';
import { historyView, requireStage } from './history-view.ts';
import { type OpenRepository, withRepository } from './open-repository.ts';
import { readHistory, readWorkingFiles, type WorkingFiles } from './recorded-history.ts';

/** One of the two points of a comparison: a commit, or the files as they are. */
interface Point {
  readonly revision: string | null;
  readonly commit: string | null;
  readonly day: string | undefined;
  readonly files: ReadonlyMap<string, FileData>;
}

/** `partner diff`: what changed between two points, in the model's words. */
export async function diff(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const stage = (options.sinceReview ?? options.stage) as string | undefined;
  const working = await readWorkingFiles(root);
  const folder = await assembleFiles(root, working.files, loadOptions(invocation));
  requireStage(folder, stage);
  const [from, to] = await withRepository(invocation, root, (open) =>
    options.sinceReview === undefined
      ? pointsOf(open, root, working, revisionsOf(args))
      : pointsSinceReview(invocation, open, root, working, options.sinceReview as string),
  );
  const changes = changesBetween(from.files, to.files, working.sections)
    .filter((change) => stage === undefined || change.stage === stage)
    .filter((change) => options.sinceReview === undefined || isSealed(folder.partnership, change));
  const view = await historyView(invocation, folder);
  if (invocation.json) {
    const { texts } = view;
    const ends = { from: pointJson(from), to: pointJson(to) };
    printJson(invocation, {
      format: 1,
      ...ends,
      changes: changes.map((change) => changeJson(change, texts)),
    });
    return 0;
  }
  await print(invocation, folder, [from, to], changes, view, options.sinceReview as string | undefined);
  return 0;
}

/** The two revisions: HEAD and the files where none is named; `A..B` names two at once. */
function revisionsOf([first, second]: readonly unknown[]): [string, string | undefined] {
  const from = (first as string | undefined) ?? 'HEAD';
  const range = second === undefined ? /^(.+?)\.\.(?!\.)(.+)$/.exec(from) : null;
  if (range !== null) return [range[1] as string, range[2] as string];
  return [from, second as string | undefined];
}

async function pointsOf(
  open: OpenRepository,
  root: string,
  working: WorkingFiles,
  [from, to]: [string, string | undefined],
): Promise<[Point, Point]> {
  const isUnborn = from === 'HEAD' && open.head === undefined;
  const empty: Point = { revision: 'HEAD', commit: null, day: undefined, files: new Map() };
  const first = isUnborn ? empty : await pointAt(open, root, from);
  return [first, to === undefined ? pointNow(working) : await pointAt(open, root, to)];
}

async function pointAt(open: OpenRepository, root: string, revision: string): Promise<Point> {
  const commit = await resolveCommit(open.objects, revision);
  const snapshot = (await snapshotAt(open, root, commit)) ?? new Map<string, Uint8Array>();
  const parsed = [...snapshot].map(async ([file, bytes]): Promise<[string, FileData]> => {
    const { data } = await parseSource(file, bytes);
    return [file, data === undefined ? { unreadable: true } : { data }];
  });
  const files = new Map(await Promise.all(parsed));
  return { revision, commit, day: await dayOfCommit(open.objects, commit), files };
}

function pointNow({ files }: WorkingFiles): Point {
  return { revision: null, commit: null, day: undefined, files };
}

/** From the commit that brought in the review which seals a stage, to the files as they are. */
async function pointsSinceReview(
  invocation: Invocation,
  open: OpenRepository,
  root: string,
  working: WorkingFiles,
  stage: string,
): Promise<[Point, Point]> {
  const { partnership, journey } = await loadPartnership(root, loadOptions(invocation));
  const sealing = journey.stages[stageIndex(partnership.model, stage)]?.sealedBy?.id;
  const { events } = await readHistory(open, working);
  const origin = originsOf(events).find(({ id }) => id === sealing);
  if (origin?.commit == null) throw new PartnerError('no-review', { stage });
  return [await pointAt(open, root, origin.commit.oid), pointNow(working)];
}

/** Whether a change touches what a seal covers: running sections and the book itself are outside. */
function isSealed(partnership: Partnership | undefined, { subject, kind }: Change): boolean {
  const sections = partnership?.stages.flatMap((record) => record.sections) ?? [];
  const isRunning = sections.some(({ name, running }) => running && subject.startsWith(`${name}/`));
  return !isRunning && kind !== 'reviewed' && !/^(reviews|conditions)(\/|$)/.test(subject);
}

function pointJson({ revision, commit }: Point) {
  return { revision, commit };
}

async function print(
  { context }: Invocation,
  { partnership }: ReadPartnership,
  [from, to]: [Point, Point],
  changes: readonly Change[],
  view: HistoryView,
  reviewed: string | undefined,
): Promise<void> {
  const { words, terms, textLanguage } = view.texts;
  const named = ({ revision, day }: Point) => {
    if (revision === null) return words.diff.workingFiles;
    const name = isolated(
      printable(/^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, shortName) : revision),
    );
    return day === undefined ? name : words.diff.at(terms.date(day), name);
  };
  const stage = partnership?.model.stages.find(({ id }) => id === reviewed);
  const start =
    stage === undefined
      ? named(from)
      : words.diff.reviewOf(
          isolated(printable(inLanguage(stage.title, textLanguage))),
          terms.date(from.day ?? ''),
        );
  const title = partnership?.name ?? '';
  await writeLong(context, await renderChanges(title, words.diff.between(start, named(to)), changes, view));
}
