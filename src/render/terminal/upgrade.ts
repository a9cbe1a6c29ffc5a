import type { Bilingual, Diagnostic } from '../../core/problem.ts';
import type { Language } from '../../core/schema/partnership.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';
import type { UpgradeWords } from '../messages/upgrade.ts';
import { printable, trusted } from '../printable.ts';
import { describeProblem, type ProblemTexts } from '../problem-texts.ts';
import type { LineContent, Page } from './page.ts';

/** What there is to tell of an upgrade; files and problems are named as the reader would type them. */
export interface UpgradeTold {
  readonly model: string;
  readonly from: number;
  readonly to: number;
  readonly format:
    | { readonly from: number; readonly to: number; readonly about: readonly Bilingual[] }
    | undefined;
  readonly notes: readonly UpgradeNote[];
  readonly conflicts: readonly { readonly file: string; readonly path: string }[];
  readonly problems: readonly Diagnostic[];
}

/** Puts an upgrade on a page, in words: what comes, what stays, and what has to be decided. */
export function tellUpgrade(
  page: Page,
  told: UpgradeTold,
  language: Language,
  words: UpgradeWords,
  texts: ProblemTexts,
): void {
  if (told.format !== undefined) {
    page.paragraph(trusted(words.format(told.format.from, told.format.to)));
    page.list(told.format.about.map((about) => trusted(about[language])));
  }
  page.heading(printable(words.title(told.model, told.from, told.to)));
  if (told.notes.length === 0 && told.from !== told.to) page.paragraph(trusted(words.nothingElse));
  page.list(told.notes.map((note) => noteLine(note, words)));
  if (told.conflicts.length > 0) {
    page.blank();
    page.paragraph([{ text: trusted(words.conflicts(told.conflicts.length)), style: 'attention' }]);
    page.list(
      told.conflicts.map(
        ({ file, path }): LineContent => [
          { text: printable(file), style: 'accent', ltr: true },
          { text: trusted(': ') },
          path === '' ? { text: trusted(words.wholeFile) } : { text: printable(path), ltr: true },
        ],
      ),
    );
    page.paragraph(trusted(words.decide));
    page.command(trusted('partner validate'));
  }
  if (told.problems.length === 0) return;
  page.blank();
  page.paragraph([{ text: trusted(words.problems(told.problems.length)), style: 'attention' }]);
  page.list(
    told.problems.map((problem) => {
      const { message, hint } = describeProblem(problem, texts);
      return [
        { text: printable(problem.file), style: 'accent', ltr: true },
        { text: trusted(`: ${hint === undefined ? message : `${message} (${hint})`}`) },
      ];
    }),
  );
}

function noteLine(note: UpgradeNote, words: UpgradeWords): LineContent {
  // Each kind has its words; which kind it is, is not known here.
  const word = words.notes[note.kind] as (note: UpgradeNote) => string;
  return [
    { text: printable(note.stage), style: 'accent', ltr: true },
    { text: printable(` – ${word(note)}`) },
  ];
}
