import type { Topic, TopicBlock } from '../help/topic.ts';
import { trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { codeSegments } from './code-segments.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage, type Page } from './page.ts';
import type { Segment } from './styled-line.ts';

/** An explanation as a page of the terminal. */
export function renderTopic({ title, blocks }: Topic, settings: TerminalSettings): Promise<Rendered> {
  const page = createPage(settings);
  page.heading(trusted(title));
  page.blank();
  let before: TopicBlock['kind'] | undefined;
  for (const block of blocks) {
    if (before !== undefined && before !== 'heading') page.blank();
    show(page, block);
    before = block.kind;
  }
  return page.render();
}

function show(page: Page, block: TopicBlock): void {
  switch (block.kind) {
    case 'heading':
      page.heading(trusted(block.text));
      break;
    case 'paragraph':
      page.paragraph(codeSegments(block.text));
      break;
    case 'list':
      page.list(block.items.map(codeSegments));
      break;
    case 'terms':
      page.definitions(
        block.terms.map(({ term, about }) => ({
          term: { text: trusted(term), style: 'accent', ...directionOf(term) },
          about: codeSegments(about),
        })),
      );
      break;
    case 'commands':
      for (const command of block.commands) page.command(trusted(command));
      break;
    case 'table':
      page.table({
        columns: block.columns.map((header, index) => ({
          header: trusted(header),
          ...(index === 0 ? {} : { flexible: true as const, minWidth: 10 }),
        })),
        rows: block.rows.map((row) =>
          row.map((text, index) =>
            index === 0 ? { text: trusted(text), style: 'accent', ltr: true } : { text: trusted(text) },
          ),
        ),
      });
  }
}

function directionOf(term: string): Pick<Segment, 'ltr'> {
  return /[\u0590-\u05ff]/.test(term) ? {} : { ltr: true };
}
