import { basename, join, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { idFromName, idPattern } from '../core/id.ts';
import { PartnerError } from '../core/partner-error.ts';
import { type Invocation, languageOf, printJson, processFacts, terminalOf } from '../invocation.ts';
import { newModelComments } from '../render/messages/new-model.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage } from '../render/terminal/page.ts';
import { modelFile } from '../store/models.ts';
import { builtInModelBytes, createModel, newModelBytes, requireNoModel } from '../store/new-model.ts';
import { chooseModel } from './choose-model.ts';
import { shownPath } from './paths.ts';

interface NewModel {
  readonly id: string;
  readonly from: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
}

/** `partner model new`: a copy of a model to change, with comments that teach the form. */
export async function newModel(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const made = await make(invocation, String(args[0]), options as { from?: string; id?: string });
  const dryRun = options.dryRun === true;
  if (dryRun) requireNoModel(made.folder);
  else createModel(made.folder, made.bytes, processFacts(invocation.context));
  await tell(invocation, made, dryRun);
  return 0;
}

async function make(
  invocation: Invocation,
  dir: string,
  { from = 'iblf-10', id: asked }: { readonly from?: string; readonly id?: string },
): Promise<NewModel> {
  const { context, options } = invocation;
  const folder = resolve(invocation.folder, dir);
  const id = asked ?? idFromName(basename(folder), 'model');
  if (!idPattern.test(id)) throw new PartnerError('usage', { problem: badId(id), command: 'model' });
  requireNoModel(folder);
  const { model, bytes } = await chooseModel(invocation, from);
  const source = bytes ?? builtInModelBytes(model.model, context.resources);
  const shown = commandPath(shownPath(invocation, folder));
  const [first, second] = newModelComments(languageOf(context, options.lang));
  const comments = {
    head: [...(first?.head(model.model, shown) ?? []), '', ...(second?.head(model.model, shown) ?? [])],
    sections: [...(first?.sections ?? []), ...(second?.sections ?? [])],
  };
  return { id, from: model.model, folder, bytes: await newModelBytes(source, id, comments) };
}

// A name with spaces has to be quoted on a command line, and a line end would end the comment.
function commandPath(path: string): string {
  const plain = path.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?');
  return /[^\p{L}\p{N}_./-]/u.test(plain) ? `'${plain.replaceAll("'", "'\\''")}'` : plain;
}

const badId = (id: string) => ({
  en: `--id "${id}": lower-case letters a–z, digits and hyphens, at most 64`,
  he: `--id "${id}": אותיות a–z קטנות, ספרות ומקפים, עד 64`,
});

async function tell(invocation: Invocation, made: NewModel, dryRun: boolean): Promise<void> {
  const { context, options, quiet } = invocation;
  const { id, from, folder, bytes } = made;
  const file = shownPath(invocation, join(folder, modelFile));
  if (invocation.json) {
    const result = { id, from, dir: shownPath(invocation, folder) };
    printJson(invocation, { format: 1, changed: [file], result, dry_run: dryRun });
    return;
  }
  const language = languageOf(context, options.lang);
  const { model, status, changes } = await loadTerms(language);
  const settings = terminalOf(invocation, context.stdout, language);
  if (dryRun) {
    context.stdout.write(await renderDiff({ file, after: bytes }, settings));
    const notes = createPage(terminalOf(invocation, context.stderr, language));
    notes.paragraph([{ text: trusted(changes.dryRun), style: 'muted' }]);
    if (!quiet) context.stderr.write(await notes.render());
    return;
  }
  if (quiet) return;
  const page = createPage(settings);
  page.paragraph([{ text: trusted(model.made(printable(id), printable(file))), style: 'good' }]);
  page.paragraph([{ text: trusted(`${status.next}:`), style: 'strong' }]);
  const dir = commandPath(shownPath(invocation, folder));
  page.command(printable(`partner model check ${dir}`));
  page.command(printable(`partner init NEW --model ${dir}`));
  context.stdout.write(await page.render());
}
