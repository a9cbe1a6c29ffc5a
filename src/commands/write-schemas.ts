import { join } from 'node:path';
import { changeOptions, type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { isOwnSchema } from '../render/schema/file-schemas.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage } from '../render/terminal/page.ts';
import { requireRoot } from '../store/discover.ts';
import { writeSchemas as writeInto } from '../store/write-schemas.ts';
import { tellOfNoUndo, waitNotice } from './changing.ts';
import { editorSchemas } from './editor-schemas.ts';
import { shownPath } from './paths.ts';

/** `partner schema --write`: brings what editors go by in a partnership's folder up to date. */
export async function writeSchemas(invocation: Invocation, dryRun: boolean): Promise<number> {
  const { context, options, quiet } = invocation;
  const root = requireRoot(invocation.folder);
  let noUndo: string | undefined;
  const { written, loaded } = await writeInto(
    root,
    {
      ...changeOptions(invocation, dryRun, waitNotice(invocation)),
      onNoUndo: (reason) => {
        noUndo = reason;
      },
    },
    {
      make: ({ partnership }) => editorSchemas(partnership.model, partnership.language),
      isOurs: isOwnSchema,
    },
  );
  await tellOfNoUndo(invocation, noUndo, loaded.partnership.language);
  const files = written.map(({ file }) => shownPath(invocation, join(root, file)));
  if (invocation.json) {
    printJson(invocation, { format: 1, changed: files, result: { schemas: files.length }, dry_run: dryRun });
    return 0;
  }
  const language = languageOf(context, options.lang, loaded.partnership.language);
  const { changes } = await loadTerms(language);
  const settings = terminalOf(invocation, context.stdout, language);
  if (dryRun) {
    for (const { file, before, after } of written)
      context.stdout.write(
        await renderDiff({ file, after, ...(before === undefined ? {} : { before }) }, settings),
      );
  } else if (!quiet) {
    const page = createPage(settings);
    page.paragraph(trusted(files.length === 0 ? changes.unchanged : changes.schemas(files.length)));
    page.list(files.map(printable));
    context.stdout.write(await page.render());
  }
  if (dryRun && !quiet) {
    const notes = createPage(terminalOf(invocation, context.stderr, language));
    notes.paragraph([{ text: trusted(changes.dryRun), style: 'muted' }]);
    context.stderr.write(await notes.render());
  }
  return 0;
}
