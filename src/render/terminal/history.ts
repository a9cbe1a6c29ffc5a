import type { Change, ChangeKind } from '../../core/history/change.ts';
import { type Commit, dayOf } from '../../core/history/commit.ts';
import type { HistoryEvent } from '../../core/history/events.ts';
import { describeChange } from '../change-text.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import type { ChangeTexts } from '../value-text.ts';
import { isolated } from './bidi.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage, type Page } from './page.ts';
import type { Segment } from './styled-line.ts';
import type { StyleName } from './theme.ts';

/** Who reads a history: the texts, the titles of the stages by their ids, and the terminal. */
export interface HistoryView {
  readonly texts: ChangeTexts;
  readonly stageTitles: ReadonlyMap<string, string>;
  readonly settings: TerminalSettings;
}

// A sign before every sentence, so that the kind is seen at a glance and without colour.
const looks: Readonly<Record<ChangeKind, { readonly sign: string; readonly style?: StyleName }>> = {
  started: { sign: '▶', style: 'accent' },
  checked: { sign: '✔', style: 'good' },
  unchecked: { sign: '○', style: 'attention' },
  reviewed: { sign: '◆', style: 'strong' },
  contributed: { sign: '+', style: 'good' },
  observed: { sign: '•' },
  partner_joined: { sign: '+', style: 'good' },
  partner_left: { sign: '–', style: 'attention' },
  added: { sign: '+', style: 'good' },
  changed: { sign: '~' },
  removed: { sign: '–', style: 'attention' },
};

/** How many characters of a commit's name are shown. */
export const shortName = 10;

/** Lays events out, newest first, under the commits that recorded them. */
export function renderHistory(
  name: string,
  events: readonly HistoryEvent[],
  view: HistoryView,
): Promise<Rendered> {
  const { words } = view.texts;
  const page = createPage(view.settings);
  page.heading(printable(name));
  let last: Commit | null | undefined;
  for (const event of events) {
    if (event.commit !== last) {
      page.blank();
      if (event.commit === null) page.paragraph([{ text: trusted(words.page.pending), style: 'attention' }]);
      else page.paragraph(commitLine(event.commit, view));
    }
    last = event.commit;
    changeLine(page, event, view);
  }
  if (events.length === 0) page.paragraph(trusted(words.page.nothing));
  return page.render();
}

function commitLine(commit: Commit, { texts }: HistoryView): Segment[] {
  const { words, terms } = texts;
  const { signature } = commit;
  const signed =
    signature === null ? undefined : (words.page.signatures[signature.letter] ?? signature.letter);
  const signer =
    signature?.signer == null ? '' : ` ${words.page.signedBy(isolated(printable(signature.signer)))}`;
  return [
    { text: printable(terms.date(dayOf(commit))), style: 'strong' },
    { text: trusted(` · ${isolated(printable(commit.author))} · `) },
    { text: printable(commit.oid.slice(0, shortName)), style: 'accent', ltr: true },
    { text: trusted(` · ${isolated(printable(commit.subject))}`), style: 'muted' },
    ...(signed === undefined
      ? []
      : [{ text: trusted(` · ${signed}${signer}`), style: signatureStyle(signature?.letter) }]),
  ];
}

function signatureStyle(letter: string | undefined): StyleName {
  if (letter === 'G') return 'good';
  return letter === 'B' || letter === 'R' ? 'bad' : 'muted';
}

/** Puts one change on a page: its sign, its sentence, its stage. */
export function changeLine(page: Page, change: Change, { texts, stageTitles }: HistoryView): void {
  const { sign, style } = isOfThePast(change) ? { sign: '!', style: 'bad' as const } : looks[change.kind];
  const title = change.stage === null ? undefined : (stageTitles.get(change.stage) ?? change.stage);
  page.list(
    [
      [
        { text: describeChange(change, texts), style },
        ...(title === undefined
          ? []
          : [{ text: trusted(` · ${isolated(printable(title))}`), style: 'muted' as const }]),
      ],
    ],
    trusted(sign),
  );
}

/** The minutes book is only added to; a change of what stands in it is what an auditor looks for. */
function isOfThePast({ subject, kind, unreadable }: Change): boolean {
  return (
    unreadable === true || ((subject === 'reviews' || subject.startsWith('reviews/')) && kind !== 'reviewed')
  );
}
