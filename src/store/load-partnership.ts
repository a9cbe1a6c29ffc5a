import type { CalendarDate } from '../core/calendar-date.ts';
import { checkPartnership, journeyOf } from '../core/check-partnership.ts';
import type { Finding } from '../core/checks/finding.ts';
import type { Journey } from '../core/journey.ts';
import { type Migration, migrations, migrationsFrom } from '../core/migrations.ts';
import { stageFile } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { assemblePartnership, declaredFormat, isKnownFormat, type Partnership } from '../core/partnership.ts';
import { compareDiagnostics, type Diagnostic, type Problem } from '../core/problem.ts';
import { checkSchema } from '../core/schema/check-schema.ts';
import type { Model } from '../core/schema/model.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { folderFormat, obeys } from '../core/schema/rules.ts';
import { languages } from '../core/schema/sections/words.ts';
import { homeFile } from './discover.ts';
import { journalFolder, pendingFiles } from './files/redo-reading.ts';
import { listFolder, mayHold } from './folder-listing.ts';
import { type ModelInForce, modelInForce } from './model-in-force.ts';
import { wrongCapitals } from './name-case.ts';
import { placeProblems } from './place-findings.ts';
import { type FilesInPlace, readInPlace, type SourceText } from './read-source.ts';

/** The minutes book. */
export const reviewsFile = 'reviews.yaml';

/** What loading needs to know beside the folder. */
export interface LoadOptions extends FilesInPlace {
  readonly today: CalendarDate;
  /** The folder that holds the built-in models, in models/. */
  readonly resources: string;
  /** The steps from older formats of the folder: the program's own, where none are told. */
  readonly migrations?: readonly Migration[];
  /** False where nobody is told the places of problems in data: all stand at the beginning of their file then. */
  readonly places?: boolean;
}

/** A folder as far as it can be understood: `partnership` is undefined where its identity or model is broken. */
export interface LoadedFolder {
  readonly root: string;
  readonly files: ReadonlyMap<string, SourceText>;
  readonly diagnostics: readonly Diagnostic[];
  readonly partnership: Partnership | undefined;
  readonly journey: Journey | undefined;
  /** The versions of the model that its files follow. */
  readonly inForce: ModelInForce;
}

/** A folder whose partnership could be put together. */
export interface LoadedPartnership extends LoadedFolder {
  readonly partnership: Partnership;
  readonly journey: Journey;
}

/** Says whether a folder is a whole partnership: put together, and its reviews read. */
export function isWhole(folder: LoadedFolder): folder is LoadedPartnership {
  const isBookRead = folder.files.get(reviewsFile)?.data !== undefined;
  return folder.partnership !== undefined && folder.journey !== undefined && isBookRead;
}

/** Reads and checks a whole partnership folder. Nothing that stands in it makes this throw. */
export async function loadFolder(root: string, given: LoadOptions): Promise<LoadedFolder> {
  const options = onDisk(root, given);
  const home = await readInPlace(root, homeFile, options);
  const book = await readInPlace(root, reviewsFile, options);
  const inForce = await modelInForce(root, home.data, options.resources, options);
  const { model } = inForce;
  const past = await snapshotInFormat(home.data, options);
  if (past !== undefined) return loadFolder(root, { ...options, snapshot: past });
  if (model === undefined || !isKnownFormat(home.data)) return unusable(root, home, book, inForce, options);
  const stages = await Promise.all(
    model.stages.map((_, index) => readInPlace(root, stageFile(model, index), options)),
  );
  return loaded(root, home, book, stages, model, inForce, options);
}

/** A folder as it was, in the format of this program, where it was of an older one. */
async function snapshotInFormat(home: unknown, options: LoadOptions): Promise<FilesInPlace['snapshot']> {
  const steps = options.snapshot === undefined ? undefined : stepsFrom(home, options);
  if (options.snapshot === undefined || steps === undefined) return undefined;
  return (await import('./migrate.ts')).migratedSnapshot(options.snapshot, steps);
}

function onDisk(root: string, options: LoadOptions): LoadOptions {
  if (options.snapshot !== undefined) return options;
  const { listing = listFolder(root), overlay } = options;
  // What a command that died has decided is as good as written.
  const pending = mayHold(listing, journalFolder) ? pendingFiles(root) : undefined;
  return pending === undefined
    ? { ...options, listing }
    : { ...options, listing, overlay: new Map([...pending, ...(overlay ?? [])]) };
}

async function loaded(
  root: string,
  home: SourceText,
  book: SourceText,
  stages: readonly SourceText[],
  model: Model,
  inForce: ModelInForce,
  options: LoadOptions,
): Promise<LoadedPartnership> {
  const partnership = await assemblePartnership(model, home, book, stages);
  const journey = journeyOf(partnership);
  const sources = [home, ...stages, book];
  const findings = [
    ...inForce.problems.map((problem) => ({ ...problem, file: homeFile })),
    ...checkPartnership(partnership, journey, options.today),
  ];
  const diagnostics = [
    ...inForce.diagnostics,
    ...strayFiles(stageFolder(root, options), model, options),
    ...(await placeAll(sources, findings, options.places)),
  ].sort(compareDiagnostics);
  return { root, files: byName(sources), diagnostics, partnership, journey, inForce };
}

async function placeAll(
  sources: readonly SourceText[],
  findings: readonly Finding[],
  places: boolean | undefined,
): Promise<Diagnostic[]> {
  const placed = await Promise.all(
    sources.map((source) =>
      placeProblems(
        source,
        findings.filter(({ file }) => file === source.file),
        places,
      ),
    ),
  );
  return placed.flat();
}

async function unusable(
  root: string,
  home: SourceText,
  book: SourceText,
  inForce: ModelInForce,
  options: LoadOptions,
): Promise<LoadedFolder> {
  const found = home.data === undefined ? [] : await withoutModel(home.data);
  const isOlder = stepsFrom(home.data, options) !== undefined;
  const ofHome = isOlder ? found.filter(isOfFormat).map(asOlder) : found;
  const ofBook = book.data === undefined ? [] : await checkSchema('reviews', book.data);
  const sources = [home, book, ...(await listedStages(root, options))];
  const diagnostics = [
    ...(isOlder ? [] : inForce.diagnostics),
    ...(await placeProblems(home, [...ofHome, ...(isOlder ? [] : inForce.problems)])),
    ...(await placeProblems(book, isOlder ? [] : ofBook)),
    ...(await Promise.all(sources.slice(2).map((source) => placeProblems(source, [])))).flat(),
  ].sort(compareDiagnostics);
  return { root, files: byName(sources), diagnostics, partnership: undefined, journey: undefined, inForce };
}

function isOfFormat({ code }: Problem): boolean {
  return code === 'unsupported-format';
}

function asOlder(problem: Problem): Problem {
  return { ...problem, code: 'older-format' };
}

/** The steps that bring a folder to the format of this program, by its `partnership.yaml`; undefined where none do. */
export function stepsFrom(
  home: unknown,
  { migrations: known = migrations }: Pick<LoadOptions, 'migrations'>,
): readonly Migration[] | undefined {
  const format = declaredFormat(home);
  return format === undefined ? undefined : migrationsFrom(format, known);
}

/** What is wrong with a home file whose model is not known: which languages that has, nobody knows either. */
async function withoutModel(home: unknown): Promise<Problem[]> {
  const language = valueAt(home, ['language']);
  const isTag = typeof language === 'string' && obeys(language, { rule: 'language-tag' });
  return checkSchema(isTag ? { partnership: [...languages, language] } : 'partnership', home);
}

function byName(sources: readonly SourceText[]): ReadonlyMap<string, SourceText> {
  return new Map(sources.map((source) => [source.file, source]));
}

/** YAML files beside the stages' that no stage of the model has: copies, or names gone wrong. */
function strayFiles(files: readonly string[], model: Model, { listing }: LoadOptions): Diagnostic[] {
  const expected = model.stages.map((_, index) => stageFile(model, index));
  const absent = expected.filter((file) => !files.includes(file));
  const misnamed =
    listing === undefined ? [] : wrongCapitals(listing, [homeFile, reviewsFile], { found: files, expected });
  const unknown = files
    .filter((file) => !expected.includes(file) && !misnamed.some((one) => one.file === file))
    .map((file): Diagnostic => {
      const meant = nearest(file, absent);
      const params = { name: file, ...(meant === undefined ? {} : { nearest: meant }) };
      return { code: 'unknown-file', severity: 'warning', file, line: 1, column: 1, path: '', params };
    });
  return [...misnamed, ...unknown];
}

/** The YAML files in `stages/`, each relative to the root. */
export function stageFolder(root: string, { overlay, snapshot, listing }: FilesInPlace): string[] {
  const found = snapshot === undefined ? (listing ?? listFolder(root)).stages : namesInStages(snapshot);
  const names = found.map((name) => `stages/${name}`);
  const coming = [...(overlay ?? [])].flatMap(([file, bytes]) => (bytes === undefined ? [] : [file]));
  return [...new Set([...names, ...coming])]
    .filter((file) => /^stages\/[^./][^/]*\.ya?ml$/i.test(file))
    .filter((file) => !overlay?.has(file) || overlay.get(file) !== undefined)
    .sort();
}

function namesInStages(snapshot: NonNullable<FilesInPlace['snapshot']>): string[] {
  return [...snapshot.keys()].flatMap((file) =>
    file.startsWith('stages/') ? [file.slice('stages/'.length)] : [],
  );
}

async function listedStages(root: string, options: LoadOptions): Promise<SourceText[]> {
  return Promise.all(stageFolder(root, options).map((file) => readInPlace(root, file, options)));
}

/** A file that the system would not give is no problem of what stands in it: `io-failed` (params `file`, `errno`). */
export function requireReadable({ diagnostics }: LoadedFolder, file: string): void {
  const unreadable = diagnostics.find(
    ({ code, file: other }) => code === 'unreadable-file' && other === file,
  );
  if (unreadable === undefined) return;
  throw new PartnerError('io-failed', { file, errno: unreadable.params.errno ?? '?' });
}

// What a newer program wrote is not broken, and what an older one wrote needs a yes: neither is a list of problems.
function requireKnown({ files, inForce }: LoadedFolder, options: LoadOptions): void {
  const home = files.get(homeFile)?.data;
  const format = declaredFormat(home);
  if (format !== undefined && format > folderFormat)
    throw new PartnerError('newer-format', { format, known: folderFormat });
  if (format !== undefined && stepsFrom(home, options) !== undefined)
    throw new PartnerError('older-format', { format, known: folderFormat });
  const newer = inForce.problems.find(({ code }) => code === 'unknown-model-version')?.params;
  if (newer !== undefined && inForce.model === undefined && Number(newer.version) > Number(newer.newest))
    throw new PartnerError('newer-model', newer);
}

/**
 * Loads a partnership for a command that needs to know where it stands; throws
 * `invalid-partnership` with the problems where its identity, model or minutes book is broken, and `newer-format`,
 * `older-format` and `newer-model` where it is another version of this program that it was written for.
 */
export async function loadPartnership(root: string, options: LoadOptions): Promise<LoadedPartnership> {
  const folder = await loadFolder(root, options);
  if (isWhole(folder)) return folder;
  requireKnown(folder, options);
  const errors = folder.diagnostics.filter(({ severity }) => severity === 'error');
  for (const { file } of errors) requireReadable(folder, file);
  throw new PartnerError('invalid-partnership', { count: errors.length }, { diagnostics: errors });
}
