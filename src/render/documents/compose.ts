import type {
  DocumentBlock,
  DocumentKind,
  DocumentSpan,
  MissingPart,
  PartnershipDocument,
} from '../../core/documents/document.ts';
import type { Template, TemplateNode, TemplatePart, TemplatePlace } from '../../core/documents/template.ts';
import { nearest } from '../../core/nearest.ts';
import type { DocumentContent } from './content.ts';
import { tableBlock } from './table-block.ts';

/** Something in a template that the program does not know, in words, at its place. */
export interface TemplateFault extends TemplatePlace {
  readonly problem: string;
}

/** A document, and what is wrong with the template that it was made by; then it is not to be handed out. */
export interface Composed {
  readonly document: PartnershipDocument;
  readonly faults: readonly TemplateFault[];
}

/** Puts a partnership's content into a template. */
export function compose(kind: DocumentKind, template: Template, content: DocumentContent): Composed {
  const composer = new Composer(content);
  const { problems } = content.words;
  for (const { code, text, line, column } of template.problems) {
    const said = { syntax: problems.syntax, 'not-closed': problems.notClosed, 'not-open': problems.notOpen };
    composer.faults.push({ line, column, problem: said[code](text) });
  }
  const blocks = template.nodes.flatMap((node) => composer.blocksOf(node));
  const title = blocks.find((block) => block.kind === 'title');
  const text = title?.kind === 'title' ? title.text.map((span) => span.text).join('') : kind;
  const faults = composer.faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { document: { kind, title: text, blocks, missing: [...composer.missing.values()] }, faults };
}

class Composer {
  readonly faults: TemplateFault[] = [];
  readonly missing = new Map<string, MissingPart>();
  readonly #content: DocumentContent;

  constructor(content: DocumentContent) {
    this.#content = content;
  }

  blocksOf(node: TemplateNode): DocumentBlock[] {
    // Every condition is looked at, so that a slip of the pen is found whatever the files hold.
    const shown = node.when.map(({ name, not, ...place }) => this.#holds(name, place) !== not);
    const isShown = shown.every(Boolean);
    if (node.kind === 'block') return this.#block(node, isShown);
    const text = node.parts.map((part) => this.#span(part, isShown));
    return isShown ? [{ kind: node.kind, text }] : [];
  }

  #span(part: TemplatePart, isShown: boolean): DocumentSpan {
    if (part.kind === 'words') return { text: part.text, from: 'document' };
    const { fields, view, words } = this.#content;
    const field = fields.get(part.name);
    // A clause that an agreement does not have is not recorded; any other name has to be known.
    const isClause = part.name.startsWith('clause.');
    if (field === undefined && !isClause) this.#unknown(part.name, part);
    if (field?.value !== undefined && field.value !== null)
      return { text: field.value, from: field.isTheirs ? 'files' : 'document' };
    const label = field?.label ?? words.clause(part.name.slice('clause.'.length));
    if (isShown) this.missing.set(part.name, { name: part.name, label, hint: field?.hint ?? null });
    return { text: view.words.notRecorded, from: 'nobody' };
  }

  #block(node: TemplateNode & { kind: 'block' }, isShown: boolean): DocumentBlock[] {
    const { tables, signatures, view } = this.#content;
    const lines = signatures.get(node.name);
    if (lines !== undefined) return isShown ? [{ kind: 'signatures', lines }] : [];
    const table = tables.get(node.name);
    if (table === undefined) {
      this.#unknown(node.name, node);
      return [];
    }
    const keys = table.columns.map(({ key }) => key);
    for (const { name, ...place } of node.columns) {
      if (keys.includes(name)) continue;
      const problem = this.#content.words.problems.unknownColumn(name, node.name, nearest(name, keys));
      this.faults.push({ ...place, problem });
    }
    if (!isShown) return [];
    if (table.rows.length > 0) {
      const wanted = node.columns.map(({ name }) => name);
      return [tableBlock(table, wanted, this.#content)];
    }
    const hint = node.name === table.name && table.isSection === true ? `partner add ${node.name} …` : null;
    this.missing.set(node.name, { name: node.name, label: table.label[view.language], hint });
    return [{ kind: 'paragraph', text: [{ text: view.words.notRecorded, from: 'nobody' }] }];
  }

  #holds(name: string, place: TemplatePlace): boolean {
    const { flags, fields, tables, signatures } = this.#content;
    const flag = flags.get(name);
    if (flag !== undefined) return flag;
    const table = tables.get(name);
    if (table !== undefined) return table.rows.length > 0;
    const field = fields.get(name);
    if (field === undefined && !name.startsWith('clause.') && !signatures.has(name))
      this.#unknown(name, place);
    return field !== undefined && field.value !== null;
  }

  #unknown(name: string, { line, column }: TemplatePlace): void {
    const { flags, fields, tables, signatures, words } = this.#content;
    const known = [...fields.keys(), ...tables.keys(), ...signatures.keys(), ...flags.keys()];
    this.faults.push({ line, column, problem: words.problems.unknown(name, nearest(name, known)) });
  }
}
