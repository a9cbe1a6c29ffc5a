import type { HelpPage, HelpTitles } from '../help/help-page.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { codeSegments } from './code-segments.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage } from './page.ts';

/** A help page as a terminal or a pipe gets it: what it is for, how it is written, examples, then every option. */
export function renderHelp(
  help: HelpPage,
  titles: HelpTitles,
  settings: TerminalSettings,
): Promise<Rendered> {
  const page = createPage(settings);
  page.paragraph(codeSegments(help.about));
  page.blank();
  page.paragraph([
    { text: trusted(`${titles.usage} `), style: 'heading' },
    { text: printable(help.usage), ltr: true },
  ]);
  if (help.examples.length > 0) {
    page.blank();
    page.heading(trusted(titles.examples));
    for (const example of help.examples) page.command(printable(example));
  }
  const peers = help.groups.flatMap(({ terms }) => terms.map(({ term }) => printable(term)));
  for (const { title, terms } of help.groups) {
    page.blank();
    page.heading(trusted(title));
    page.definitions(
      terms.map(({ term, about }) => ({
        term: { text: printable(term), style: 'accent', ltr: true },
        about: codeSegments(about),
      })),
      peers,
    );
  }
  if (help.closing.length > 0) page.blank();
  for (const sentence of help.closing) page.paragraph(codeSegments(sentence));
  return page.render();
}
