import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../core/calendar-date.ts';
import { checkPartnership, journeyOf } from '../core/check-partnership.ts';
import type { Finding } from '../core/checks/finding.ts';
import type { Journey } from '../core/journey.ts';
import { stageFile } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { assemblePartnership, isKnownFormat, type Partnership } from '../core/partnership.ts';
import { compareDiagnostics, type Diagnostic, type Problem } from '../core/problem.ts';
import { checkSchema } from '../core/schema/check-schema.ts';
import type { Model } from '../core/schema/model.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { obeys } from '../core/schema/rules.ts';
import { languages } from '../core/schema/sections/words.ts';
import { homeFile } from './discover.ts';
import { builtInModelIds, findModel } from './models.ts';
import { wrongCapitals } from './name-case.ts';
import { placeProblems } from './place-findings.ts';
import { isLink, missingSource, parseSource, readSource, type SourceText } from './read-source.ts';

/** The minutes book. */
export const reviewsFile = 'reviews.yaml';

/**
 * What loading needs to know beside the folder. `overlay` stands in for files as they will be;
 * `snapshot` for the whole folder as it was, of which nothing is then read from disk.
 */
export interface LoadOptions {
  readonly today: CalendarDate;
  /** The folder that holds the built-in models, in models/. */
  readonly resources: string;
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  /** False where nobody is told the places of problems in data: all stand at the beginning of their file then. */
  readonly places?: boolean;
  readonly snapshot?: ReadonlyMap<string, Uint8Array>;
}

/** A folder as far as it can be understood: `partnership` is undefined where its identity or model is broken. */
export interface LoadedFolder {
  readonly root: string;
  readonly files: ReadonlyMap<string, SourceText>;
  readonly diagnostics: readonly Diagnostic[];
  readonly partnership: Partnership | undefined;
  readonly journey: Journey | undefined;
}

/** A folder whose partnership could be put together. */
export interface LoadedPartnership extends LoadedFolder {
  readonly partnership: Partnership;
  readonly journey: Journey;
}

/** Reads and checks a whole partnership folder. Nothing that stands in it makes this throw. */
export async function loadFolder(root: string, options: LoadOptions): Promise<LoadedFolder> {
  const home = await sourceOf(root, homeFile, options);
  const book = await sourceOf(root, reviewsFile, options);
  const id = valueAt(home.data, ['model']);
  const found =
    typeof id === 'string' ? await findModel(root, id, options.resources, options.snapshot) : undefined;
  if (found?.model === undefined || !isKnownFormat(home.data)) {
    const unknown =
      typeof id === 'string' && found === undefined ? [unknownModel(id, options.resources)] : [];
    return unusable(root, home, book, unknown, found?.diagnostics ?? [], options);
  }
  const { model } = found;
  const stages = await Promise.all(
    model.stages.map((_, index) => sourceOf(root, stageFile(model, index), options)),
  );
  const strays = strayFiles(root, stageFolder(root, options), model, options);
  return loaded(root, home, book, stages, model, options, [...found.diagnostics, ...strays]);
}

async function sourceOf(root: string, file: string, { overlay, snapshot }: LoadOptions): Promise<SourceText> {
  const bytes = overlay?.get(file) ?? snapshot?.get(file);
  if (bytes !== undefined) return parseSource(file, bytes);
  return snapshot === undefined ? readSource(root, file) : missingSource(file);
}

async function loaded(
  root: string,
  home: SourceText,
  book: SourceText,
  stages: readonly SourceText[],
  model: Model,
  options: LoadOptions,
  others: readonly Diagnostic[],
): Promise<LoadedPartnership> {
  const partnership = await assemblePartnership(model, home, book, stages);
  const journey = journeyOf(partnership);
  const sources = [home, ...stages, book];
  const findings = checkPartnership(partnership, journey, options.today);
  const diagnostics = [...others, ...(await placeAll(sources, findings, options.places))].sort(
    compareDiagnostics,
  );
  return { root, files: byName(sources), diagnostics, partnership, journey };
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
  unknown: readonly Problem[],
  others: readonly Diagnostic[],
  options: LoadOptions,
): Promise<LoadedFolder> {
  const ofHome = home.data === undefined ? [] : await withoutModel(home.data);
  const ofBook = book.data === undefined ? [] : await checkSchema('reviews', book.data);
  const sources = [home, book, ...(await listedStages(root, options))];
  const diagnostics = [
    ...others,
    ...(await placeProblems(home, [...ofHome, ...unknown])),
    ...(await placeProblems(book, ofBook)),
    ...(await Promise.all(sources.slice(2).map((source) => placeProblems(source, [])))).flat(),
  ].sort(compareDiagnostics);
  return { root, files: byName(sources), diagnostics, partnership: undefined, journey: undefined };
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

function unknownModel(id: string, resources: string): Problem {
  const known = builtInModelIds(resources);
  const meant = nearest(id, known);
  const params = { model: id, known, ...(meant === undefined ? {} : { nearest: meant }) };
  return { code: 'unknown-model', severity: 'error', path: ['model'], params };
}

/** YAML files beside the stages' that no stage of the model has: copies, or names gone wrong. */
function strayFiles(
  root: string,
  files: readonly string[],
  model: Model,
  { snapshot }: LoadOptions,
): Diagnostic[] {
  const expected = model.stages.map((_, index) => stageFile(model, index));
  const absent = expected.filter((file) => !files.includes(file));
  const misnamed =
    snapshot === undefined ? wrongCapitals(root, [homeFile, reviewsFile], { found: files, expected }) : [];
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
export function stageFolder(root: string, { snapshot }: Pick<LoadOptions, 'snapshot'>): string[] {
  return namesInStages(root, snapshot)
    .filter((name) => /^[^./][^/]*\.ya?ml$/i.test(name))
    .sort()
    .map((name) => `stages/${name}`);
}

function namesInStages(root: string, snapshot: LoadOptions['snapshot']): string[] {
  if (snapshot !== undefined)
    return [...snapshot.keys()].flatMap((file) =>
      file.startsWith('stages/') ? [file.slice('stages/'.length)] : [],
    );
  const folder = join(root, 'stages');
  return !existsSync(folder) || isLink(folder) ? [] : readdirSync(folder);
}

async function listedStages(root: string, options: LoadOptions): Promise<SourceText[]> {
  return Promise.all(stageFolder(root, options).map((file) => sourceOf(root, file, options)));
}

/** A file that the system would not give is no problem of what stands in it: `io-failed` (params `file`, `errno`). */
export function requireReadable({ diagnostics }: LoadedFolder, file: string): void {
  const unreadable = diagnostics.find(
    ({ code, file: other }) => code === 'unreadable-file' && other === file,
  );
  if (unreadable === undefined) return;
  throw new PartnerError('io-failed', { file, errno: unreadable.params.errno ?? '?' });
}

/**
 * Loads a partnership for a command that needs to know where it stands; throws
 * `invalid-partnership` with the problems where its identity, model or minutes book is broken.
 */
export async function loadPartnership(root: string, options: LoadOptions): Promise<LoadedPartnership> {
  const folder = await loadFolder(root, options);
  const { partnership, journey } = folder;
  const isBookRead = folder.files.get(reviewsFile)?.data !== undefined;
  if (partnership === undefined || journey === undefined || !isBookRead) {
    const errors = folder.diagnostics.filter(({ severity }) => severity === 'error');
    for (const { file } of errors) requireReadable(folder, file);
    throw new PartnerError('invalid-partnership', { count: errors.length }, { diagnostics: errors });
  }
  return { ...folder, partnership, journey };
}
