/** A place in a template's text, from 1. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/** A piece of a line: words of the template, or a field by its name. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | ({ readonly kind: 'field'; readonly name: string } & TemplatePlace);

/** Shown only where a field, a block or a flag of that name holds something; `not` turns that round. */
export interface TemplateCondition extends TemplatePlace {
  readonly name: string;
  readonly not: boolean;
}

/** One thing of a document, in the order of the text. */
export type TemplateNode = { readonly when: readonly TemplateCondition[] } & (
  | {
      readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'note';
      readonly parts: readonly TemplatePart[];
    }
  | ({
      readonly kind: 'block';
      readonly name: string;
      /** Of a table: the columns that are wanted; empty for all. */
      readonly columns: readonly ({ readonly name: string } & TemplatePlace)[];
    } & TemplatePlace)
);

/** What is wrong with a template, where. */
export interface TemplateProblem extends TemplatePlace {
  readonly code: 'syntax' | 'not-closed' | 'not-open';
  readonly text: string;
}

/** A template as far as it can be read. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  readonly problems: readonly TemplateProblem[];
}

const namePattern = '[a-z][a-z0-9_.-]*';
const blockLine = new RegExp(`^\\{\\{> *(${namePattern})(?: *: *(.*?))? *\\}\\}$`);
const conditionLine = new RegExp(`^\\{\\{([#^/]) *(${namePattern}) *\\}\\}$`);
const field = new RegExp(`\\{\\{ *(${namePattern}) *\\}\\}`, 'g');
const marks = { '# ': 'title', '## ': 'heading', '- ': 'item', '> ': 'note' } as const;

/**
 * Reads a template: Markdown's `#`, `##`, `-`, `>` and paragraphs, with `{{field}}` in a line and, on
 * lines of their own, `{{> block}}` or `{{> table: column, column}}`, and `{{#name}}` (or `{{^name}}`) to
 * `{{/name}}`. It can put in what it is given, and do nothing else.
 */
export function parseTemplate(source: string): Template {
  const reader = new Reader();
  for (const [index, line] of source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries())
    reader.take(line, index + 1);
  return reader.end();
}

class Reader {
  readonly #nodes: TemplateNode[] = [];
  readonly #problems: TemplateProblem[] = [];
  readonly #open: TemplateCondition[] = [];
  #paragraph: TemplatePart[] = [];

  take(source: string, line: number): void {
    const text = source.trim();
    const column = source.length - source.trimStart().length + 1;
    const [, sign, name] = conditionLine.exec(text) ?? [];
    const block = blockLine.exec(text);
    if (text === '') this.#endParagraph();
    else if (sign !== undefined && name !== undefined) this.#condition(sign, name, { line, column });
    else if (block !== null) this.#block(block, source, { line, column });
    else this.#text(text, { line, column });
  }

  end(): Template {
    this.#endParagraph();
    for (const { name, line, column } of this.#open)
      this.#problems.push({ code: 'not-closed', text: name, line, column });
    return { nodes: this.#nodes, problems: this.#problems };
  }

  #condition(sign: string, name: string, place: TemplatePlace): void {
    this.#endParagraph();
    if (sign !== '/') this.#open.push({ name, not: sign === '^', ...place });
    else if (this.#open.at(-1)?.name === name) this.#open.pop();
    else this.#problems.push({ code: 'not-open', text: name, ...place });
  }

  #block([, name = '', list = '']: RegExpExecArray, source: string, place: TemplatePlace): void {
    this.#endParagraph();
    const from = source.indexOf(':') + 1;
    const columns = [...list.matchAll(/[^,\s][^,]*/g)].map((match) => ({
      name: match[0].trim(),
      line: place.line,
      column: from + source.slice(from).indexOf(match[0]) + 1,
    }));
    this.#nodes.push({ kind: 'block', name, columns, when: [...this.#open], ...place });
  }

  #text(text: string, place: TemplatePlace): void {
    const mark = (Object.keys(marks) as (keyof typeof marks)[]).find((start) => text.startsWith(start));
    if (mark === undefined) {
      if (this.#paragraph.length > 0) this.#paragraph.push({ kind: 'words', text: ' ' });
      this.#paragraph.push(...this.#parts(text, place));
      return;
    }
    this.#endParagraph();
    const parts = this.#parts(text.slice(mark.length), { ...place, column: place.column + mark.length });
    this.#nodes.push({ kind: marks[mark], parts, when: [...this.#open] });
  }

  #parts(text: string, { line, column }: TemplatePlace): TemplatePart[] {
    const parts: TemplatePart[] = [];
    let from = 0;
    const words = (to: number) => {
      const piece = text.slice(from, to);
      const brace = piece.search(/\{\{|\}\}/);
      if (brace >= 0)
        this.#problems.push({
          code: 'syntax',
          text: piece.slice(brace).slice(0, 40),
          line,
          column: column + from + brace,
        });
      if (piece !== '') parts.push({ kind: 'words', text: piece });
    };
    for (const match of text.matchAll(field)) {
      words(match.index);
      parts.push({ kind: 'field', name: match[1] ?? '', line, column: column + match.index });
      from = match.index + match[0].length;
    }
    words(text.length);
    return parts;
  }

  #endParagraph(): void {
    if (this.#paragraph.length > 0)
      this.#nodes.push({ kind: 'paragraph', parts: this.#paragraph, when: [...this.#open] });
    this.#paragraph = [];
  }
}
