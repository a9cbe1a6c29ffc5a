import type { DocumentBlock, DocumentSpan, PartnershipDocument } from '../../core/documents/document.ts';
import {
  inline,
  joined,
  type Markdown,
  markdown,
  markdownFile,
  markdownTable,
  plain,
} from '../escape/markdown.ts';
import type { DocumentContent } from './content.ts';

/** A document as Markdown (GitHub's, with tables); in Hebrew inside a block that reads from right to left. */
export function documentMarkdown(
  { blocks, language }: PartnershipDocument,
  content: DocumentContent,
): string {
  const parts = blocks.map((block, index) => {
    const text = blockText(block, content);
    // Items of one list stand line on line.
    return block.kind === 'item' && blocks[index + 1]?.kind === 'item' ? `${text}\n` : `${text}\n\n`;
  });
  const body = parts.join('').trimEnd();
  return markdownFile(body, content.view.textLanguage, language);
}

function blockText(block: DocumentBlock, { words, view }: DocumentContent): string {
  switch (block.kind) {
    case 'title':
      return markdown`# ${lineOf(block.text)}`;
    case 'heading':
      return markdown`## ${lineOf(block.text)}`;
    case 'item':
      return markdown`- ${lineOf(block.text)}`;
    case 'note':
      return markdown`> ${lineOf(block.text)}`;
    case 'paragraph':
      return lineOf(block.text);
    case 'table':
      return markdownTable(
        block.columns.map(({ title }) => inline(title)),
        block.rows.map((row) => row.map(lineOf)),
      );
    case 'signatures':
      return markdownTable(
        [words.party, words.name, words.signature, words.signedOn].map(inline),
        block.lines.map(({ party, name, on }) => [
          inline(party),
          inline(name ?? ''),
          inline(''),
          inline(on === null ? '' : view.figures.date(on)),
        ]),
      );
  }
}

function lineOf(text: readonly DocumentSpan[]): Markdown {
  return joined(
    text.map((span, index) => (index === 0 ? plain(span.text) : inline(span.text))),
    '',
  );
}
