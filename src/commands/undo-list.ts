import { join } from 'node:path';
import { type Invocation, loadOptions, printJson, terminalOf } from '../invocation.ts';
import { changeJson } from '../render/history-json.ts';
import { trusted } from '../render/printable.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderUndoList } from '../render/terminal/undo.ts';
import { requireRoot } from '../store/discover.ts';
import { assembleFiles } from '../store/read-files.ts';
import { createVersionParser } from '../store/read-source.ts';
import { type SettledEntry, settledEntries } from '../store/undo/settle.ts';
import { shownPath } from './paths.ts';
import { readWorkingFiles } from './recorded-history.ts';
import { toldCommand, undoView } from './told-command.ts';

/** `partner undo --list`: the commands that can be taken back, and those that can be done again. */
export async function listCommands(invocation: Invocation): Promise<number> {
  const { context, quiet } = invocation;
  const root = requireRoot(invocation.folder);
  const working = await readWorkingFiles(root);
  const folder = await assembleFiles(root, working.files, loadOptions(invocation));
  const view = await undoView(invocation, folder);
  const { entries, unusable } = settledEntries(root, { holdsLock: false });
  const parse = createVersionParser();
  const tellAll = async (state: SettledEntry['state']) => {
    const chosen = entries.filter((entry) => entry.state === state);
    const told = await Promise.all(
      chosen.map(async (one) => ({ one, told: await toldCommand(one.entry, parse, view.texts.sections) })),
    );
    return state === 'done' ? told.reverse() : told;
  };
  const [done, undone] = [await tellAll('done'), await tellAll('undone')];
  if (invocation.json) {
    const json = ({ one, told }: (typeof done)[number]) => ({
      command: told.command,
      at: told.at,
      by: told.by ?? null,
      files: one.entry.files.map(({ file }) => shownPath(invocation, join(root, file))),
      changes: told.changes.map((change) => changeJson(change, view.texts)),
    });
    printJson(invocation, { format: 1, undo: done.map(json), redo: undone.map(json), unusable });
    return 0;
  }
  const commands = (list: typeof done) => list.map(({ told }) => told);
  const title = folder.partnership?.name ?? '';
  context.stdout.write(await renderUndoList(title, commands(done), commands(undone), view));
  if (unusable > 0 && !quiet) {
    const notes = createPage(terminalOf(invocation, context.stderr, view.texts.language));
    notes.paragraph(trusted(view.undoWords.unusable(unusable)));
    context.stderr.write(await notes.render());
  }
  return 0;
}
