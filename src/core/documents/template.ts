import type { TemplateProblem } from './template-problem.ts';

/** A name that stands in a template; `at` is its offset in the text, in UTF-16 units. */
export interface TemplateName {
  readonly name: string;
  readonly at: number;
}

/** A column of a table; without a title of the template's it has its own. */
export interface TemplateColumn extends TemplateName {
  readonly title: string | null;
}

/** A piece of a line: words of the template, or a field by its name. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | ({ readonly kind: 'field' } & TemplateName);

/** Shown only where a field, a table or a flag of that name holds something; `not` turns that round. */
export interface TemplateCondition extends TemplateName {
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
      /** Of a table: the columns that are wanted; empty for all. */
      readonly columns: readonly TemplateColumn[];
    } & TemplateName)
);

/** A template as far as it can be read, and every condition in it. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  readonly conditions: readonly TemplateCondition[];
  readonly problems: readonly TemplateProblem[];
}

const namePattern = '[a-z][a-z0-9_.-]*';
const blockLine = new RegExp(`^\\{\\{> *(${namePattern})(?: *: *(.*?))? *\\}\\}$`);
const conditionLine = new RegExp(`^\\{\\{([#^/]) *(${namePattern}) *\\}\\}$`);
const field = new RegExp(`\\{\\{ *(${namePattern}) *\\}\\}`, 'g');
const titledColumn = /^(\S+) *\((.+)\)$/;
const marks = { '# ': 'title', '## ': 'heading', '- ': 'item', '> ': 'note' } as const;

/**
 * Reads a template: Markdown's `#`, `##`, `-`, `>` and paragraphs, with `{{field}}` in a line and, on
 * lines of their own, `{{> block}}` or `{{> table: column, column (Title)}}`, and `{{#name}}` (or `{{^name}}`) to
 * `{{/name}}`. It can put in what it is given, and do nothing else.
 */
export function parseTemplate(source: string): Template {
  const reader = new Reader();
  let start = 0;
  for (const line of source.split('\n')) {
    reader.take(line, start);
    start += line.length + 1;
  }
  return reader.end();
}

class Reader {
  readonly #nodes: TemplateNode[] = [];
  readonly #conditions: TemplateCondition[] = [];
  readonly #problems: TemplateProblem[] = [];
  readonly #open: TemplateCondition[] = [];
  #paragraph: TemplatePart[] = [];

  /** Takes one line that stands at an offset; an empty one ends a paragraph. */
  take(line: string, start: number): void {
    const text = line.trim();
    const at = start + line.length - line.trimStart().length;
    const [, sign, name] = conditionLine.exec(text) ?? [];
    const block = blockLine.exec(text);
    if (text === '') this.#endParagraph();
    else if (sign !== undefined && name !== undefined) this.#condition(sign, name, at);
    else if (block !== null) this.#block(block, text, at);
    else this.#text(text, at);
  }

  end(): Template {
    this.#endParagraph();
    for (const { name, at } of this.#open)
      this.#problems.push({ code: 'template-not-closed', at, params: { name } });
    return { nodes: this.#nodes, conditions: this.#conditions, problems: this.#problems };
  }

  #condition(sign: string, name: string, at: number): void {
    this.#endParagraph();
    if (sign === '/') {
      if (this.#open.at(-1)?.name === name) this.#open.pop();
      else this.#problems.push({ code: 'template-not-open', at, params: { name } });
      return;
    }
    const condition = { name, at, not: sign === '^' };
    this.#open.push(condition);
    this.#conditions.push(condition);
  }

  #block([, name = '', list = '']: RegExpExecArray, text: string, at: number): void {
    this.#endParagraph();
    // What is listed stands between the colon and the braces at the end.
    const from = at + text.lastIndexOf(list);
    const columns = [...list.matchAll(/[^,\s][^,]*/g)].map((match): TemplateColumn => {
      const [, column, title = null] = titledColumn.exec(match[0].trim()) ?? [];
      return { name: column ?? match[0].trim(), title, at: from + match.index };
    });
    this.#nodes.push({ kind: 'block', name, at, columns, when: [...this.#open] });
  }

  #text(text: string, at: number): void {
    const mark = (Object.keys(marks) as (keyof typeof marks)[]).find((start) => text.startsWith(start));
    if (mark === undefined) {
      if (this.#paragraph.length > 0) this.#paragraph.push({ kind: 'words', text: ' ' });
      this.#paragraph.push(...this.#parts(text, at));
      return;
    }
    this.#endParagraph();
    const parts = this.#parts(text.slice(mark.length), at + mark.length);
    this.#nodes.push({ kind: marks[mark], parts, when: [...this.#open] });
  }

  #parts(text: string, at: number): TemplatePart[] {
    const parts: TemplatePart[] = [];
    let from = 0;
    const words = (to: number) => {
      const piece = text.slice(from, to);
      const brace = piece.search(/\{\{|\}\}/);
      if (brace >= 0)
        this.#problems.push({
          code: 'template-syntax',
          at: at + from + brace,
          params: { text: piece.slice(brace, brace + 40) },
        });
      if (piece !== '') parts.push({ kind: 'words', text: piece });
    };
    for (const match of text.matchAll(field)) {
      words(match.index);
      parts.push({ kind: 'field', name: match[1] ?? '', at: at + match.index });
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
