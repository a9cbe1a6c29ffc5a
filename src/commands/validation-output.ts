import { join } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Invocation, terminalOf } from '../invocation.ts';
import { isCiFormat, renderForCi } from '../render/ci-formats.ts';
import type { CiForm } from '../render/forms.ts';
import { jsonList } from '../render/json-list.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { loadProblemTexts, type ProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderProblems } from '../render/terminal/problems.ts';
import type { NewerModel, PlacedProblem } from '../store/portfolio/folder-reading.ts';
import { shownPath } from './paths.ts';

/** What was counted. */
export interface Totals {
  files: number;
  errors: number;
  warnings: number;
  /** The partnerships whose model has a newer version than their files follow. */
  readonly newerModels: (NewerModel & { readonly dir: string })[];
}

/** What is known before anything was read. */
interface Before {
  readonly partnerships: number;
  readonly language: Language;
}

/** Where a validation goes, a partnership after the other: thousands of them never stand in memory together. */
export interface ValidationOutput {
  /** The files of the partnership in `root`, as it names them, and the problems, named from the working folder. */
  readonly add: (root: string, files: readonly string[], problems: readonly PlacedProblem[]) => Promise<void>;
  readonly end: (totals: Readonly<Totals>) => Promise<void>;
}

/** Opens the output that the options ask for; `clear` takes away what stands on the terminal meanwhile. */
export async function openValidationOutput(
  invocation: Invocation,
  { format, strict }: CommandOptions,
  before: Before,
  clear: () => void,
): Promise<ValidationOutput> {
  const texts = await loadProblemTexts(before.language);
  if (invocation.json || format === 'json') return jsonOutput(invocation, before, texts);
  if (isCiFormat(format)) return ciOutput(invocation, format, texts, strict === true);
  return textOutput(invocation, before, texts, clear);
}

function textOutput(
  invocation: Invocation,
  { partnerships, language }: Before,
  texts: ProblemTexts,
  clear: () => void,
): ValidationOutput {
  const { stdout, stderr } = invocation.context;
  const settings = terminalOf(invocation, stdout, language);
  return {
    add: async (_root, _files, problems) => {
      if (problems.length === 0) return;
      const lines = new Map(problems.map(({ diagnostic, line }) => [diagnostic, line]));
      const lineOf = (diagnostic: Diagnostic) => lines.get(diagnostic);
      const text = await renderProblems([...lines.keys()], lineOf, texts, settings);
      clear();
      stdout.write(text);
    },
    end: async ({ files, errors, warnings, newerModels }) => {
      if (invocation.quiet || partnerships === 0) return;
      const { diagnostics: terms } = await loadTerms(language);
      const isSound = errors + warnings === 0;
      const summary = isSound ? terms.sound(partnerships, files) : terms.found(errors, warnings, files);
      const page = createPage(terminalOf(invocation, stderr, language));
      page.paragraph(trusted(summary));
      const [first] = newerModels;
      if (first !== undefined) {
        page.paragraph([{ text: trusted(`${terms.newerModels(newerModels.length)}:`), style: 'muted' }]);
        const place = first.dir === '.' ? '' : `-C ${first.dir} `;
        page.command(printable(`partner ${place}model upgrade --dry-run`));
      }
      stderr.write(await page.render());
    },
  };
}

function jsonOutput(
  { context: { stdout } }: Invocation,
  { partnerships }: Before,
  texts: ProblemTexts,
): ValidationOutput {
  const list = jsonList({ format: 1, partnerships }, 'diagnostics');
  stdout.write(list.open());
  return {
    add: async (_root, _files, problems) => {
      stdout.write(list.add(problems.map(({ diagnostic }) => diagnosticJson(diagnostic, texts))));
    },
    end: async ({ files, newerModels }) => {
      stdout.write(list.close({ files, newer_models: newerModels }));
    },
  };
}

// These name all files, and some count before they tell: they are written whole.
function ciOutput(
  invocation: Invocation,
  format: CiForm,
  texts: ProblemTexts,
  isStrict: boolean,
): ValidationOutput {
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [];
  return {
    add: async (root, files, problems) => {
      for (const file of files) names.push(shownPath(invocation, join(root, file)));
      for (const { diagnostic } of problems) diagnostics.push(diagnostic);
    },
    end: async () => {
      const { ciResultOf } = await import('./validate-for-ci.ts');
      const result = await ciResultOf(invocation, { names, diagnostics }, texts, isStrict);
      invocation.context.stdout.write(await renderForCi(result, format));
    },
  };
}
