import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Language } from '../core/schema/partnership.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { type Invocation, invocationOf, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { describeError, describeProblem, loadProblemTexts } from '../render/problem-texts.ts';
import { renderLines } from '../render/rendered.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { createPage } from '../render/terminal/page.ts';
import { findPartnership, homeFile } from '../store/discover.ts';
import { circumstance } from '../store/files/storage-error.ts';
import { readSource } from '../store/read-source.ts';
import { version } from '../version.ts';

interface Reader {
  readonly context: Context;
  readonly language: Language;
  readonly json: boolean;
}

/**
 * The language to tell an error in: asked for, else that of the partnership around, else the
 * machine's. Never throws: an error is being told already.
 */
export async function languageOfError(
  context: Context,
  asked: Language | undefined,
  dir: string | undefined,
): Promise<Language> {
  const machine = languageOf(context, asked);
  if (asked !== undefined) return machine;
  const own = await languageAround(resolve(context.cwd, dir ?? '.'));
  return languageOf(context, undefined, own === 'he' || own === 'en' ? own : undefined);
}

async function languageAround(folder: string): Promise<unknown> {
  try {
    const root = findPartnership(folder);
    return root === undefined ? undefined : valueAt((await readSource(root, homeFile)).data, ['language']);
  } catch (error) {
    // The disk that cannot be looked at may be what is being told.
    if (circumstance(error) === undefined) throw error;
    return undefined;
  }
}

/** What was thrown, as a refusal: one of the program's own, or the machine's; `undefined` for a bug. */
export function refusalOf(error: unknown): PartnerError | undefined {
  return error instanceof PartnerError ? error : circumstance(error);
}

/** Prints why a command could not go on: what, where, what next; with `--json` also as an object on stdout. */
export async function reportRefusal(error: PartnerError, { context, language, json }: Reader): Promise<void> {
  const { code, message, hint } = await describeError(error, language);
  const texts = await loadProblemTexts(language);
  const invocation = plainInvocation(context);
  if (json) {
    const diagnostics = error.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, texts));
    printJson(invocation, {
      format: 1,
      error: { code, message, hint: hint ?? null, ...(diagnostics.length > 0 ? { diagnostics } : {}) },
    });
    return;
  }
  const terms = await loadTerms(language);
  const page = createPage(terminalOf(invocation, context.stderr, language));
  page.paragraph([
    {
      text: trusted(`partner: ${error.code === 'cancelled' ? '' : `${terms.diagnostics.error}: `}`),
      style: 'bad',
    },
    { text: trusted(message) },
  ]);
  page.list(
    error.diagnostics.map((diagnostic) => {
      const described = describeProblem(diagnostic, texts);
      const place =
        code === 'invalid-value'
          ? `${diagnostic.path}:`
          : `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:`;
      return [
        { text: printable(place), style: 'muted', ltr: true },
        {
          text: trusted(` ${described.message}${described.hint === undefined ? '' : ` (${described.hint})`}`),
        },
      ];
    }),
  );
  if (hint !== undefined) page.paragraph([{ text: trusted(hint), style: 'muted' }]);
  context.stderr.write(await page.render());
}

// What was asked may be the very thing that was wrong, so an error is told without any of it.
function plainInvocation(context: Context): Invocation {
  return invocationOf(context, '', { today: context.today });
}

/** Prints a bug of the program, with its stack and how to report it. */
export function reportBug(error: unknown, { context, language, json }: Reader): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const about =
    language === 'he'
      ? 'זו תקלה בתכנה, לא טעות שלכם. דבר לא אבד.'
      : 'This is a bug in partner, not a mistake of yours. Nothing was lost.';
  const ask =
    language === 'he'
      ? 'נא לדווח עליה עם הפקודה שהורצה ועם הטקסט הבא:'
      : 'Please report it with the command that you ran and the text below:';
  if (json) {
    printJson(plainInvocation(context), {
      format: 1,
      error: { code: 'bug', message: about, hint: ask },
    });
  }
  const lines = [`partner: ${about}`, ask, '', `partner ${version}`].map(trusted);
  context.stderr.write(renderLines([...lines, ...stack.split('\n').map(printable)]));
}
