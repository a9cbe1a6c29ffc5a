import type { Paragraph as WordParagraph, Table as WordTable } from 'docx';
import type { DocumentBlock, DocumentText, PartnershipDocument } from '../../core/documents/document.ts';
import { heldInXml } from '../escape/xml.ts';
import { printable } from '../printable.ts';
import { datedText } from '../report-view.ts';
import type { DocumentContent } from './content.ts';

type Docx = typeof import('docx');

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
// A4, in twentieths of a point: 210 × 297 mm, with margins of 18 mm.
const sheet = { width: 11906, height: 16838, margin: 1020 };
// In half points.
const tableSize = 17;

/**
 * A document for Word (OOXML): headings that are headings, tables that are tables, page numbers, and in
 * Hebrew every paragraph and table from right to left.
 */
export async function documentWord(
  document: PartnershipDocument,
  content: DocumentContent,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new WordWriter(docx, content);
  const children = document.blocks.flatMap((block) => writer.block(block));
  const file = new docx.Document({
    title: clean(document.title),
    creator: 'partner',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 20 } },
        heading1: {
          run: { font: 'Arial', size: 36, bold: true, color: '16211F' },
          paragraph: { spacing: { after: 200 } },
        },
        heading2: {
          run: { font: 'Arial', size: 26, bold: true, color: '0B5F5A' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: sheet.width, height: sheet.height },
            margin: { top: sheet.margin, bottom: sheet.margin, left: sheet.margin, right: sheet.margin },
          },
        },
        footers: { default: new docx.Footer({ children: [writer.footer()] }) },
        children,
      },
    ],
  });
  return docx.Packer.toBuffer(file);
}

class WordWriter {
  readonly #docx: Docx;
  readonly #content: DocumentContent;
  readonly #isRtl: boolean;

  constructor(docx: Docx, content: DocumentContent) {
    this.#docx = docx;
    this.#content = content;
    this.#isRtl = content.view.direction === 'rtl';
  }

  block(block: DocumentBlock): (WordParagraph | WordTable)[] {
    const { HeadingLevel } = this.#docx;
    switch (block.kind) {
      case 'title':
        return [this.#paragraph(block.text, { heading: HeadingLevel.HEADING_1 })];
      case 'heading':
        return [this.#paragraph(block.text, { heading: HeadingLevel.HEADING_2, keepNext: true })];
      case 'item':
        return [this.#paragraph(block.text, { bullet: { level: 0 } })];
      case 'note':
        return [
          this.#paragraph(
            block.text,
            { shading: { fill: 'F6EBD9' }, spacing: { before: 100, after: 160 } },
            true,
          ),
        ];
      case 'paragraph':
        return [this.#paragraph(block.text, { spacing: { after: 120 } })];
      case 'table':
        return this.#table(
          block.columns.map(({ title }) => title),
          block.rows,
        );
      case 'signatures':
        return this.#signatures(block);
    }
  }

  /** The name, the day and version, and the number of the page. */
  footer(): WordParagraph {
    const { PageNumber, Paragraph, TextRun } = this.#docx;
    const { view } = this.#content;
    const isRtl = this.#isRtl;
    const words = `${clean(view.report.name)} · ${datedText(view)} · ${view.words.page} `;
    return new Paragraph({
      bidirectional: isRtl,
      children: [
        new TextRun({ text: words, size: 16, color: '55625F', rightToLeft: isRtl }),
        new TextRun({
          children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          size: 16,
          color: '55625F',
        }),
      ],
    });
  }

  #paragraph(text: DocumentText, look: object, bold = false, size?: number): WordParagraph {
    const { Paragraph } = this.#docx;
    return new Paragraph({ bidirectional: this.#isRtl, ...look, children: this.#runs(text, bold, size) });
  }

  #runs(text: DocumentText, bold: boolean, size: number | undefined) {
    const { TextRun } = this.#docx;
    return text.map(({ text: value, from }) => {
      const shown = clean(value);
      return new TextRun({
        text: shown,
        bold,
        ...(size === undefined ? {} : { size }),
        // A run of Latin letters alone keeps its own order within the line.
        rightToLeft: this.#isRtl && (rightToLeft.test(shown) || !/\p{L}/u.test(shown)),
        ...(from === 'nobody' ? { color: '6B7774', italics: !this.#isRtl } : {}),
      });
    });
  }

  #table(
    titles: readonly string[],
    rows: readonly (readonly DocumentText[])[],
  ): (WordParagraph | WordTable)[] {
    const { Paragraph, Table, TableRow, WidthType } = this.#docx;
    const widths = columnWidths(titles, rows);
    const head = new TableRow({
      tableHeader: true,
      children: titles.map((title, place) =>
        this.#cell([{ text: title, from: 'document' }], widths[place] ?? 0, true),
      ),
    });
    const body = rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((cell, place) => this.#cell(cell, widths[place] ?? 0, false)),
        }),
    );
    return [
      new Table({
        rows: [head, ...body],
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths: widths,
        visuallyRightToLeft: this.#isRtl,
      }),
      new Paragraph({ text: '', spacing: { after: 80 } }),
    ];
  }

  #cell(text: DocumentText, width: number, isHead: boolean) {
    const { TableCell, WidthType } = this.#docx;
    return new TableCell({
      children: [this.#paragraph(text, { spacing: { before: 20, after: 20 } }, isHead, tableSize)],
      width: { size: width, type: WidthType.DXA },
      margins: { left: 80, right: 80 },
      ...(isHead ? { shading: { fill: 'DCE8EE' } } : {}),
    });
  }

  #signatures({ lines }: DocumentBlock & { kind: 'signatures' }): (WordParagraph | WordTable)[] {
    const { words, view } = this.#content;
    const ours = (text: string): DocumentText => [{ text, from: 'document' }];
    return this.#table(
      [words.party, words.name, words.signature, words.signedOn],
      lines.map(({ party, name, on }) => [
        [{ text: party, from: 'files' }],
        [{ text: name ?? '', from: 'files' }],
        ours('                '),
        ours(on === null ? '' : view.figures.date(on)),
      ]),
    );
  }
}

/** The width of each column in twentieths of a point, by how much stands in it; together the whole line. */
function columnWidths(titles: readonly string[], rows: readonly (readonly DocumentText[])[]): number[] {
  const weights = titles.map((title, place) => {
    const lengths = rows.map((row) => (row[place] ?? []).reduce((sum, { text }) => sum + text.length, 0));
    return Math.min(40, Math.max(7, title.length / 1.6, ...lengths));
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((weight / whole) * (sheet.width - 2 * sheet.margin)));
}

function clean(text: string): string {
  return heldInXml(printable(text.replace(/[\u200e\u200f]/g, '').replace(/\s+/g, ' ')));
}
