import { clauseNamed } from '../../core/documents/check-template.ts';
import type {
  DocumentBlock,
  DocumentSpan,
  DocumentText,
  MissingPart,
  PartnershipDocument,
} from '../../core/documents/document.ts';
import type {
  Template,
  TemplateCondition,
  TemplateNode,
  TemplatePart,
} from '../../core/documents/template.ts';
import { labelIn } from '../../core/language.ts';
import type { DocumentContent } from './content.ts';
import { tableBlock } from './table-block.ts';

/** Puts a partnership's content into a template, all of whose names are known. */
export function compose(
  { kind, language }: Pick<PartnershipDocument, 'kind' | 'language'>,
  { nodes }: Template,
  content: DocumentContent,
): PartnershipDocument {
  const composer = new Composer(content);
  const blocks = nodes.flatMap((node) => composer.blocksOf(node));
  const title = blocks.find((block) => block.kind === 'title');
  return {
    kind,
    language,
    title: title?.kind === 'title' ? title.text.map(({ text }) => text).join('') : kind,
    blocks,
    missing: [...composer.missing.values()],
  };
}

class Composer {
  readonly missing = new Map<string, MissingPart>();
  readonly #content: DocumentContent;

  constructor(content: DocumentContent) {
    this.#content = content;
  }

  blocksOf(node: TemplateNode): DocumentBlock[] {
    if (!node.when.every((condition) => this.#holds(condition))) return [];
    if (node.kind === 'block') return [this.#block(node)];
    return [{ kind: node.kind, text: node.parts.map((part) => this.#span(part)) }];
  }

  #holds({ name, not }: TemplateCondition): boolean {
    const { flags, fields, tables } = this.#content;
    const rows = tables.get(name)?.rows;
    const holds = flags.get(name) ?? (rows === undefined ? fields.get(name)?.value != null : rows.length > 0);
    return holds !== not;
  }

  #span(part: TemplatePart): DocumentSpan {
    if (part.kind === 'words') return { text: part.text, from: 'document' };
    const { fields, words } = this.#content;
    const field = fields.get(part.name);
    if (field?.value != null) return { text: field.value, from: field.isTheirs ? 'files' : 'document' };
    const label = field?.label ?? words.clause(clauseNamed(part.name) ?? part.name);
    return this.#notRecorded({ name: part.name, label, hint: field?.hint ?? null });
  }

  #block({ name, columns }: TemplateNode & { kind: 'block' }): DocumentBlock {
    const { tables, signatures, view } = this.#content;
    const table = tables.get(name);
    if (table === undefined) return { kind: 'signatures', lines: signatures.get(name) ?? [] };
    if (table.rows.length > 0) return tableBlock(table, columns, this.#content);
    const hint = table.section === undefined ? null : `partner add ${table.section} …`;
    const text: DocumentText = [
      this.#notRecorded({ name, label: labelIn(table.label, view.textLanguage), hint }),
    ];
    return { kind: 'paragraph', text };
  }

  #notRecorded(part: MissingPart): DocumentSpan {
    this.missing.set(part.name, part);
    return { text: this.#content.view.words.notRecorded, from: 'nobody' };
  }
}
