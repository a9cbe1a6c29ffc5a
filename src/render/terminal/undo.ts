import { minutesBetween } from '../../core/calendar-date.ts';
import type { Change } from '../../core/history/change.ts';
import { describeChange } from '../change-text.ts';
import type { UndoWords } from '../messages/undo.ts';
import { type Printable, printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { isolated } from './bidi.ts';
import { changeLine, type HistoryView } from './history.ts';
import { createPage, type Page } from './page.ts';
import type { Cell } from './table-content.ts';

/** A command as it is told of: what it was, when and by whom, what it changed, and in which files. */
export interface ToldCommand {
  readonly command: string;
  readonly at: string;
  readonly by: string | undefined;
  readonly changes: readonly Change[];
  readonly files: readonly string[];
}

/** Who reads, and when. */
export interface UndoView extends HistoryView {
  readonly undoWords: UndoWords;
  /** The present instant, ISO 8601. */
  readonly now: string;
  /** Who reads: their own commands need no name. */
  readonly reader: string | undefined;
}

/** A command in one line: which, when, and by whom where that was somebody else. */
export function commandLine({ command, at, by }: ToldCommand, view: UndoView): string {
  const author = by === undefined || by === view.reader ? undefined : isolated(printable(by));
  return view.undoWords.command(isolated(printable(`partner ${command}`)), agoText(at, view), author);
}

function agoText(at: string, { undoWords, now, texts }: UndoView): string {
  const minutes = minutesBetween(at, now);
  const day = /^\d{4}-\d\d-\d\d/.exec(at)?.[0];
  if (minutes === undefined || day === undefined) return printable(at.slice(0, 30));
  return undoWords.ago(minutes, texts.terms.date(day));
}

/** Puts what a command changed on a page, a line a change; its files where there is nothing to tell of them. */
export function commandChanges(page: Page, { changes, files }: ToldCommand, view: UndoView): void {
  for (const change of changes) changeLine(page, change, view);
  if (changes.length === 0) page.list(files.map(printable));
}

/** Lays out which commands can be taken back and which can be done again, each in a row. */
export function renderUndoList(
  name: string,
  done: readonly ToldCommand[],
  undone: readonly ToldCommand[],
  view: UndoView,
): Promise<Rendered> {
  const { list } = view.undoWords;
  const page = createPage(view.settings);
  page.heading(printable(name));
  for (const [title, commands] of [
    [list.done, done],
    [list.undone, undone],
  ] as const) {
    if (commands.length === 0) continue;
    page.paragraph([{ text: trusted(title), style: 'strong' }]);
    page.table({
      columns: [
        { header: trusted(list.when) },
        { header: trusted(list.command) },
        { header: trusted(list.by), droppable: 1 },
        { header: trusted(list.what), flexible: true, minWidth: 24 },
      ],
      rows: commands.map((command) => rowOf(command, view)),
    });
  }
  if (done.length + undone.length === 0) page.paragraph(trusted(list.none));
  return page.render();
}

function rowOf(told: ToldCommand, view: UndoView): Cell[] {
  return [
    { text: trusted(agoText(told.at, view)) },
    { text: printable(told.command), ltr: true },
    { text: printable(told.by ?? '') },
    { text: summary(told, view) },
  ];
}

function summary({ changes, files }: ToldCommand, { texts, undoWords }: UndoView): Printable {
  const told = changes.length > 0 ? changes : files;
  const [first = '', ...others] = told;
  const text = typeof first === 'string' ? printable(first) : describeChange(first, texts);
  return others.length === 0 ? text : trusted(undoWords.list.more(text, others.length));
}
