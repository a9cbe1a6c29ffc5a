import { resolve } from 'node:path';
import { isWithin, slashPathFrom } from '../core/file-path.ts';
import type { Diagnostic } from '../core/problem.ts';
import { findRepository } from '../git/repository.ts';
import { isWithoutGit } from '../git/without-git.ts';
import type { Invocation } from '../invocation.ts';
import type { CiResult } from '../render/ci/finding.ts';
import { printable } from '../render/printable.ts';
import { describeProblem, type ProblemTexts } from '../render/problem-texts.ts';
import { version } from '../version.ts';

/** What a validation found, with files as they are named from the working folder. */
export interface Found {
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A validation as the tools of a continuous integration take it. */
export async function ciResultOf(
  invocation: Invocation,
  { names, diagnostics }: Found,
  texts: ProblemTexts,
  isStrict: boolean,
): Promise<CiResult> {
  const base = await baseOf(invocation);
  const shown = (file: string) => fromBase(base, invocation.folder, file);
  return {
    version,
    isStrict,
    files: names.map(shown),
    findings: diagnostics.map((diagnostic) => {
      const { message, hint } = describeProblem(diagnostic, texts);
      const { code, severity, line, column } = diagnostic;
      const said = hint === undefined ? message : `${message} (${hint})`;
      return { code, severity, file: shown(diagnostic.file), line, column, message: printable(said) };
    }),
  };
}

/** Where such a tool names files from: the checkout of GitHub's runner, else the root of the repository. */
async function baseOf({ context, folder }: Invocation): Promise<string> {
  const { GITHUB_WORKSPACE: workspace } = context.env;
  if (workspace !== undefined && workspace !== '' && isWithin(workspace, folder)) return workspace;
  try {
    return (await findRepository({ folder, env: context.env })).folder;
  } catch (error) {
    if (isWithoutGit(error)) return folder;
    throw error;
  }
}

function fromBase(base: string, folder: string, file: string): string {
  const path = resolve(folder, file);
  return isWithin(base, path) ? slashPathFrom(base, path) : file;
}
