import { dirname, join, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { compareDiagnostics, type Diagnostic } from '../core/problem.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Invocation, languageOf, loadOptions, printJson, terminalOf } from '../invocation.ts';
import { isCiFormat, renderForCi } from '../render/ci-formats.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderProblems } from '../render/terminal/problems.ts';
import { findPartnership, type Scope, scopeOf } from '../store/discover.ts';
import { loadFolder } from '../store/load-partnership.ts';
import { atWorkingFolder, shownPath } from './paths.ts';

interface Validation {
  readonly partnerships: number;
  /** The files that were looked at. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The line that a problem stands on, for the excerpt. */
  readonly lineOf: (diagnostic: Diagnostic) => string | undefined;
  readonly language: Language | undefined;
  /** The partnerships whose model has a newer version than their files follow. */
  readonly newerModels: readonly NewerModel[];
}

interface NewerModel {
  readonly dir: string;
  readonly model: string;
  readonly version: number;
  readonly newest: number;
}

/** `partner validate`: every problem of one or many partnerships, with its place; exit 1 where there is one. */
export async function validate(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  if (options.staged === true) return validateStaged(invocation, options);
  const paths = (args[0] as readonly string[]).length > 0 ? (args[0] as readonly string[]) : ['.'];
  return report(
    invocation,
    options,
    paths.map((path) => scopeOf(resolve(invocation.folder, path))),
  );
}

/** The partnerships that the next commit changes, each as a whole; a commit without one has nothing to check. */
async function validateStaged(invocation: Invocation, options: CommandOptions): Promise<number> {
  const { findRepository } = await import('../git/repository.ts');
  const { stagedFiles } = await import('../git/staged-files.ts');
  const repository = await findRepository({ folder: invocation.folder, env: invocation.context.env });
  const files = await stagedFiles(repository);
  const roots = new Set(files.flatMap((file) => findPartnership(dirname(file)) ?? []));
  return report(invocation, options, [{ roots: [...roots].sort(), file: undefined }]);
}

async function report(
  invocation: Invocation,
  options: CommandOptions,
  scopes: readonly Scope[],
): Promise<number> {
  const { context } = invocation;
  const found = await examine(invocation, scopes);
  const language = languageOf(context, invocation.options.lang, found.language);
  const texts = await loadProblemTexts(language);
  const errors = found.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = found.diagnostics.length - errors;
  const isWanting = errors > 0 || (options.strict === true && warnings > 0);
  if (invocation.json || options.format === 'json') {
    const { partnerships, diagnostics } = found;
    printJson(invocation, {
      format: 1,
      partnerships,
      files: found.names.length,
      diagnostics: diagnostics.map((one) => diagnosticJson(one, texts)),
      newer_models: found.newerModels,
    });
    return isWanting ? 1 : 0;
  }
  if (isCiFormat(options.format)) {
    const { ciResultOf } = await import('./validate-for-ci.ts');
    const result = await ciResultOf(invocation, found, texts, options.strict === true);
    context.stdout.write(await renderForCi(result, options.format));
    return isWanting ? 1 : 0;
  }
  const { diagnostics: terms } = await loadTerms(language);
  context.stdout.write(
    await renderProblems(
      found.diagnostics,
      found.lineOf,
      texts,
      terminalOf(invocation, context.stdout, language),
    ),
  );
  const summary =
    found.diagnostics.length === 0
      ? terms.sound(found.partnerships, found.names.length)
      : terms.found(errors, warnings, found.names.length);
  if (!invocation.quiet && found.partnerships > 0) {
    const page = createPage(terminalOf(invocation, context.stderr, language));
    page.paragraph(trusted(summary));
    const [first] = found.newerModels;
    if (first !== undefined) {
      page.paragraph([{ text: trusted(`${terms.newerModels(found.newerModels.length)}:`), style: 'muted' }]);
      page.command(
        printable(`partner ${first.dir === '.' ? '' : `-C ${first.dir} `}model upgrade --dry-run`),
      );
    }
    context.stderr.write(await page.render());
  }
  return isWanting ? 1 : 0;
}

async function examine(invocation: Invocation, scopes: readonly Scope[]): Promise<Validation> {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const names: string[] = [];
  const newerModels: NewerModel[] = [];
  let language: Language | undefined;
  const wanted = filesByRoot(scopes);
  for (const [root, only] of wanted) {
    const folder = await loadFolder(root, loadOptions(invocation));
    language ??= folder.partnership?.language;
    const { model, version, newer: newest } = folder.inForce;
    // What has ended goes on by the version that it followed.
    if (model !== undefined && newest !== undefined && folder.journey?.current !== null)
      newerModels.push({ dir: shownPath(invocation, root), model: model.model, version, newest });
    for (const file of folder.files.keys())
      if (only === undefined || only.has(file)) names.push(shownPath(invocation, join(root, file)));
    for (const diagnostic of folder.diagnostics) {
      if (only !== undefined && !only.has(diagnostic.file)) continue;
      const shown = atWorkingFolder(invocation, root, diagnostic);
      texts.set(shown.file, folder.files.get(diagnostic.file)?.text ?? '');
      diagnostics.push(shown);
    }
  }
  const lineOf = ({ file, line }: Diagnostic) => texts.get(file)?.split('\n')[line - 1]?.replace(/\r$/, '');
  return {
    partnerships: wanted.size,
    names,
    diagnostics: diagnostics.sort(compareDiagnostics),
    lineOf,
    language,
    newerModels,
  };
}

/** The partnerships to look at, each with the files that were named, or undefined for all of it. */
function filesByRoot(scopes: readonly Scope[]): Map<string, Set<string> | undefined> {
  const wanted = new Map<string, Set<string> | undefined>();
  for (const { roots, file } of scopes) {
    for (const root of roots) {
      const before = wanted.has(root) ? wanted.get(root) : new Set<string>();
      wanted.set(root, file === undefined || before === undefined ? undefined : before.add(file));
    }
  }
  return wanted;
}
