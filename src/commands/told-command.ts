import { changesBetween, type FileData, roleOf } from '../core/history/folder-changes.ts';
import type { Sections } from '../core/schema/registry.ts';
import { type Invocation, languageOf } from '../invocation.ts';
import { loadUndoWords } from '../render/messages/undo.ts';
import type { ToldCommand, UndoView } from '../render/terminal/undo.ts';
import type { LoadedFolder } from '../store/load-partnership.ts';
import type { VersionParser } from '../store/read-source.ts';
import type { UndoEntry } from '../store/undo/entry.ts';
import { historyView } from './history-view.ts';

/** Tells what a command did, in the model's words; `sections` are the model's. */
export async function toldCommand(
  entry: UndoEntry,
  parse: VersionParser,
  sections: Sections,
): Promise<ToldCommand> {
  const { command, at, user, files } = entry;
  const version = async (which: 'before' | 'after'): Promise<Map<string, FileData>> => {
    const found = files.map(async ({ file, [which]: bytes }): Promise<[string, FileData][]> => {
      if (bytes === undefined || roleOf(file) === undefined) return [];
      const data = await parse(file, bytes);
      return [[file, data === undefined ? { unreadable: true } : { data }]];
    });
    return new Map((await Promise.all(found)).flat());
  };
  const changes = changesBetween(await version('before'), await version('after'), sections);
  return { command, at, by: user, changes, files: files.map(({ file }) => file) };
}

/** Who reads of commands and when, beside what a history needs. */
export async function undoView(
  invocation: Invocation,
  folder: Pick<LoadedFolder, 'partnership'>,
): Promise<UndoView> {
  const { context, options } = invocation;
  const undoWords = await loadUndoWords(languageOf(context, options.lang, folder.partnership?.language));
  return {
    ...(await historyView(invocation, folder)),
    undoWords,
    now: context.now(),
    reader: context.user(),
  };
}
