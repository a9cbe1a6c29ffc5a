import type { DocumentBlock, DocumentText, PartnershipDocument } from '../../core/documents/document.ts';
import { foreign, type Html, html, text } from '../escape/html.ts';
import { documentOf, filePolicy } from '../html/document.ts';
import { table } from '../html/pieces.ts';
import { documentStyles } from '../html/styles/document.ts';
import { datedText } from '../report-view.ts';
import type { DocumentContent } from './content.ts';

/** A document as one HTML page that needs nothing beside it, to read and to print on A4. */
export function documentPage(
  { blocks, title, language }: PartnershipDocument,
  content: DocumentContent,
): string {
  const { view } = content;
  const { report, words } = view;
  const dated = datedText(view);
  const body = html`
<a class="skip" href="#main">${text(words.skip)}</a>
<main id="main" class="document">
${grouped(blocks).map((group) => groupHtml(group, content))}
</main>
<footer class="document"><p>${foreign(report.name)} · ${text(dated)} · ${text(words.madeBy)}</p></footer>`;
  return documentOf(
    {
      language,
      textLanguage: view.textLanguage,
      direction: view.direction,
      title: title === report.name ? title : `${title} – ${report.name}`,
      margins: { name: report.name, dated, page: words.page },
      policy: filePolicy,
      styles: documentStyles,
    },
    body,
  );
}

/** The blocks with the items of each list together. */
function grouped(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const groups: DocumentBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function groupHtml(group: readonly DocumentBlock[], content: DocumentContent): Html | null {
  const [block] = group;
  if (block === undefined) return null;
  switch (block.kind) {
    case 'title':
      return html`<h1>${line(block.text)}</h1>\n`;
    case 'heading':
      return html`<h2>${line(block.text)}</h2>\n`;
    case 'note':
      return html`<p class="callout">${line(block.text)}</p>\n`;
    case 'paragraph':
      return html`<p>${line(block.text)}</p>\n`;
    case 'item':
      return html`<ul class="items">${group.map((item) => (item.kind === 'item' ? html`<li>${line(item.text)}</li>` : null))}</ul>\n`;
    case 'table':
      return table(
        block.caption,
        block.columns.map(({ title, isNumeric }) =>
          isNumeric ? { title, align: 'end' as const } : { title },
        ),
        block.rows.map((row) => row.map(line)),
      );
    case 'signatures':
      return signatures(block, content);
  }
}

function signatures(
  { lines }: DocumentBlock & { kind: 'signatures' },
  { words, view }: DocumentContent,
): Html {
  const part = (label: string, value: string | null) =>
    html`<div><dt>${text(label)}</dt><dd>${value === null || value === '' ? null : foreign(value)}</dd></div>`;
  return html`<div class="signatures">${lines.map(
    ({ party, name, on }) => html`
<dl>${part(words.party, party)}${part(words.name, name)}${part(words.signature, null)}${part(words.signedOn, on === null ? null : view.figures.date(on))}</dl>`,
  )}</div>`;
}

function line(spans: DocumentText): Html {
  return html`${spans.map(({ text: value, from }) => {
    if (from === 'files') return foreign(value);
    return from === 'nobody' ? html`<span class="none">${text(value)}</span>` : text(value);
  })}`;
}
