import { dirname, join, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { foldedName } from '../core/file-name.ts';
import { type Invocation, languageOf } from '../invocation.ts';
import { findPartnership, homeFile, type Scope, scopeOf } from '../store/discover.ts';
import type { FolderReading, PlacedProblem } from '../store/portfolio/folder-reading.ts';
import { placeSharedIds } from '../store/portfolio/shared-ids.ts';
import { atWorkingFolder, shownPath } from './paths.ts';
import { readTogether, type Together } from './reading-together.ts';
import { openValidationOutput, type Totals, type ValidationOutput } from './validation-output.ts';

/** `partner validate`: every problem of one or many partnerships, with its place; exit 1 where there is one. */
export async function validate(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  if (options.staged === true) return examine(invocation, options, [await stagedScope(invocation)]);
  const given = args[0] as readonly string[];
  const argument = { name: 'PATH', isGiven: given.length > 0 } as const;
  const paths = argument.isGiven ? given : ['.'];
  return examine(
    invocation,
    options,
    paths.map((path) => scopeOf(resolve(invocation.folder, path), argument)),
  );
}

/** The partnerships that the next commit changes, each as a whole; a commit without one has nothing to check. */
async function stagedScope(invocation: Invocation): Promise<Scope> {
  const { findRepository } = await import('../git/repository.ts');
  const { stagedFiles } = await import('../git/staged-files.ts');
  const repository = await findRepository({ folder: invocation.folder, env: invocation.context.env });
  const files = await stagedFiles(repository);
  const roots = new Set(files.flatMap((file) => findPartnership(dirname(file)) ?? []));
  return { base: repository.folder, roots: [...roots].sort(), file: undefined };
}

/** Reads what the scopes cover, and tells the problems of each partnership as soon as it was read. */
async function examine(
  invocation: Invocation,
  options: CommandOptions,
  scopes: readonly Scope[],
): Promise<number> {
  const wanted = filesByRoot(scopes);
  const { readings, progress } = readTogether(invocation, groupsOf(scopes), ['problems']);
  const ids: { dir: string; id: string | null }[] = [];
  const waiting: Checked[] = [];
  let output: ValidationOutput | undefined;
  const open = (own: string | undefined) => {
    const language = languageOf(invocation.context, invocation.options.lang, own);
    return openValidationOutput(invocation, options, { partnerships: wanted.size, language }, progress.clear);
  };
  const totals: Totals = { files: 0, errors: 0, warnings: 0, newerModels: [] };
  for await (const { base, reading } of readings) {
    const root = join(base, reading.dir);
    ids.push({ dir: root, id: reading.id });
    if (reading.newerModel !== undefined)
      totals.newerModels.push({ dir: shownPath(invocation, root), ...reading.newerModel });
    waiting.push(checked(invocation, root, reading, wanted.get(root)));
    // The first that can be read says in which language to speak.
    const { language } = reading;
    if (language !== null) output ??= await open(language);
    if (output !== undefined) await tell(output, totals, waiting.splice(0));
  }
  output ??= await open(undefined);
  await tell(output, totals, waiting);
  for await (const { root, ...problem } of placeSharedIds(ids, (one) => shownPath(invocation, one))) {
    const only = wanted.get(root);
    if (only?.has(homeFile) === false) continue;
    await tell(output, totals, [{ root, files: [], problems: [atFolder(invocation, root, problem)] }]);
  }
  await output.end(totals);
  return totals.errors > 0 || (options.strict === true && totals.warnings > 0) ? 1 : 0;
}

/** The files of one partnership as it names them, and its problems as the working folder does. */
interface Checked {
  readonly root: string;
  readonly files: readonly string[];
  readonly problems: readonly PlacedProblem[];
}

function checked(
  invocation: Invocation,
  root: string,
  { files, problems = [] }: FolderReading,
  only: ReadonlySet<string> | undefined,
): Checked {
  const isWanted = (file: string) => only === undefined || only.has(foldedName(file));
  return {
    root,
    files: files.filter(isWanted),
    problems: problems
      .filter(({ diagnostic }) => isWanted(diagnostic.file))
      .map((problem) => atFolder(invocation, root, problem)),
  };
}

function atFolder(invocation: Invocation, root: string, { diagnostic, line }: PlacedProblem): PlacedProblem {
  return { diagnostic: atWorkingFolder(invocation, root, diagnostic), line };
}

async function tell(output: ValidationOutput, totals: Totals, all: readonly Checked[]): Promise<void> {
  for (const { root, files, problems } of all) {
    totals.files += files.length;
    for (const { diagnostic } of problems)
      totals[diagnostic.severity === 'error' ? 'errors' : 'warnings'] += 1;
    await output.add(root, files, problems);
  }
}

/** The partnerships of the scopes, each once, to be named from the scope that it comes from. */
function groupsOf(scopes: readonly Scope[]): Together[] {
  const seen = new Set<string>();
  return scopes.map(({ base, roots }) => {
    const added = roots.filter((root) => !seen.has(root));
    for (const root of added) seen.add(root);
    return { base, roots: added };
  });
}

/** The partnerships to look at, each with the files that were named, or undefined for all of it. */
function filesByRoot(scopes: readonly Scope[]): Map<string, Set<string> | undefined> {
  const wanted = new Map<string, Set<string> | undefined>();
  for (const { roots, file } of scopes) {
    for (const root of roots) {
      const before = wanted.has(root) ? wanted.get(root) : new Set<string>();
      wanted.set(root, file === undefined || before === undefined ? undefined : before.add(foldedName(file)));
    }
  }
  return wanted;
}
