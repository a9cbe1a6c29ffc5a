import { type Printable, trusted } from '../printable.ts';
import { type Rendered, rendered } from '../rendered.ts';
import { type Definition, renderDefinitions, sampleOfDefinitions } from './definitions.ts';
import { type Excerpt, excerptSample, renderExcerpt } from './excerpt.ts';
import { type Layout, loadLayout, type TerminalSettings, textWidth } from './layout.ts';
import { alignLine, renderLine, type Segment, wrapSegments } from './styled-line.ts';
import type { TableContent } from './table-content.ts';

/** What a line or an item may be given as: one text, or pieces of different looks. */
export type LineContent = Printable | readonly Segment[];

/** A report for people, put together block by block and laid out at the end, for one terminal. */
export interface Page {
  /** A title on a line of its own. */
  readonly heading: (text: Printable) => void;
  /** Text that is wrapped at the page's width. */
  readonly paragraph: (content: LineContent) => void;
  /** One item after the other, each behind its sign (a bullet unless told). */
  readonly list: (items: readonly LineContent[], sign?: Printable) => void;
  /** Terms and what they mean, in two columns; in those of all `peers` where other terms stand on the page. */
  readonly definitions: (definitions: readonly Definition[], peers?: readonly Printable[]) => void;
  /** Something to type: never wrapped or mirrored, so that it can be copied. */
  readonly command: (text: Printable) => void;
  readonly table: (table: TableContent) => void;
  /** The place of a problem in its file, with a caret. */
  readonly excerpt: (excerpt: Excerpt) => void;
  /** Lines that place their own columns, such as a chart; `sample` holds every character of theirs. */
  readonly drawing: (sample: string, render: (layout: Layout) => string[]) => void;
  readonly blank: () => void;
  /** The whole page, ending in a line break; empty where nothing was put on it. */
  readonly render: () => Promise<Rendered>;
}

interface Block {
  /** Every character that will be printed, to know what laying it out needs. */
  readonly sample: string;
  readonly render: (layout: Layout, tables: Tables | undefined) => string[];
  readonly isTable?: true;
}

type Tables = typeof import('./table.ts');

/** An empty page for a terminal. */
export function createPage(settings: TerminalSettings): Page {
  const blocks: Block[] = [];
  const add = (sample: string, render: Block['render']): void => {
    blocks.push({ sample, render });
  };
  const text = (content: readonly Segment[]): void => {
    add(sampleOf(content), (layout) => renderText(content, layout));
  };
  return {
    heading: (title) => text([{ text: title, style: 'heading' }]),
    paragraph: (content) => text(toSegments(content)),
    list: (items, sign = trusted('•')) => {
      for (const item of items) {
        const content = toSegments(item);
        add(sign + sampleOf(content), (layout) => renderItem(content, sign, layout));
      }
    },
    definitions: (definitions, peers) =>
      add(sampleOfDefinitions(definitions), (layout) => renderDefinitions(definitions, layout, peers)),
    command: (command) => add(command, (layout) => [renderCommand(command, layout)]),
    table: (table) => {
      const render: Block['render'] = (layout, tables) => tables?.renderTable(table, layout) ?? [];
      blocks.push({ sample: sampleOfTable(table), render, isTable: true });
    },
    excerpt: (excerpt) => add(excerptSample(excerpt), (layout) => renderExcerpt(excerpt, layout)),
    drawing: (sample, render) => add(sample, render),
    blank: () => add('', () => ['']),
    render: async () => {
      const layout = await loadLayout(settings, blocks.map((block) => block.sample).join(''));
      // Only a page with a table pays for what draws one.
      const tables = blocks.some(({ isTable }) => isTable) ? await import('./table.ts') : undefined;
      const lines = blocks.flatMap((block) => block.render(layout, tables));
      return rendered(lines.map((line) => `${line}\n`).join(''));
    },
  };
}

function toSegments(content: LineContent): readonly Segment[] {
  return typeof content === 'string' ? [{ text: content }] : content;
}

function sampleOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

function sampleOfTable(table: TableContent): string {
  let sample = '';
  for (const { header } of table.columns) sample += header;
  for (const row of table.rows) for (const { text } of row) sample += text;
  return sample;
}

function renderText(content: readonly Segment[], layout: Layout): string[] {
  return wrapSegments(content, textWidth(layout), layout.metrics).map((line) =>
    alignLine(renderLine(line, layout.direction, layout), layout),
  );
}

function renderItem(content: readonly Segment[], sign: Printable, layout: Layout): string[] {
  const indent = 2 + layout.metrics.width(sign) + 1;
  const width = textWidth(layout);
  const limit = width === undefined ? undefined : Math.max(1, width - indent);
  return wrapSegments(content, limit, layout.metrics).map((line, index) => {
    const margin = trusted(index === 0 ? `  ${sign} ` : ' '.repeat(indent));
    return alignLine(renderLine([{ text: margin }, ...line], layout.direction, layout), layout);
  });
}

function renderCommand(command: Printable, layout: Layout): string {
  return `    ${renderLine([{ text: command, style: 'accent', ltr: true }], 'ltr', layout).text}`;
}
