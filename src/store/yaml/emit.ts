import { plainValue } from './data-edit.ts';
import { literalBlock, numberText, type QuoteStyle, scalarText } from './scalar-text.ts';

/**
 * How new lines are laid out. `indent` counts the columns of a mapping below its key,
 * `sequenceIndent` those of the dashes (0 for dashes under the key; as `indent` where not given).
 * `literals: false` writes texts of several lines in double quotes, `blankLines: false` sets nothing
 * apart from what stands above it.
 */
export interface EmitStyle {
  readonly indent: number;
  readonly sequenceIndent?: number;
  readonly eol: string;
  readonly literals?: boolean;
  readonly blankLines?: boolean;
}

/** A value as text: on one line, as a literal block below its header, or as lines of a collection. */
export type Emitted =
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'literal'; readonly header: string; readonly lines: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** Lists of scalars stay on one line below this many characters. */
const flowWidth = 60;

/**
 * Writes plain data as a whole document in block style, ending in a line end. Keys whose value is
 * undefined are left out; what YAML cannot carry is refused as `edit-refused`.
 */
export function emitYaml(value: unknown, style: EmitStyle): string {
  const emitted = emitValue(plainValue(value, []), style);
  if (emitted.kind === 'inline') return emitted.text + style.eol;
  if (emitted.kind === 'lines') return emitted.lines.join(style.eol) + style.eol;
  return [emitted.header, ...indentLines(emitted.lines, style.indent)].join(style.eol) + style.eol;
}

/** Lays one value out for block style; its lines are not yet indented. */
export function emitValue(value: unknown, style: EmitStyle, quote?: QuoteStyle): Emitted {
  if (typeof value === 'string') return emitString(value, style, quote);
  if (Array.isArray(value)) {
    if (value.length > 0 && !isShortList(value)) return { kind: 'lines', lines: sequenceLines(value, style) };
  } else if (isMapping(value) && Object.keys(value).length > 0) {
    return { kind: 'lines', lines: mappingLines(value, style) };
  }
  return { kind: 'inline', text: flowText(value) };
}

function emitString(text: string, style: EmitStyle, quote: QuoteStyle | undefined): Emitted {
  const literal = style.literals === false ? undefined : literalBlock(text);
  if (literal !== undefined) return { kind: 'literal', header: literal.header, lines: literal.body };
  return { kind: 'inline', text: scalarText(text, 'block', quote) };
}

/** The lines of a mapping in block style, one key after the other in the object's own order. */
export function mappingLines(mapping: Readonly<Record<string, unknown>>, style: EmitStyle): string[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = `${scalarText(key, 'block-key')}:`;
    const emitted = emitValue(value, style);
    if (emitted.kind === 'inline') return [`${name} ${emitted.text}`];
    if (emitted.kind === 'literal')
      return [`${name} ${emitted.header}`, ...indentLines(emitted.lines, style.indent)];
    const depth = Array.isArray(value) ? (style.sequenceIndent ?? style.indent) : style.indent;
    return [name, ...indentLines(emitted.lines, depth)];
  });
}

/** The lines of a sequence in block style; `gap` is the number of blanks after each dash. */
export function sequenceLines(entries: readonly unknown[], style: EmitStyle, gap = 1): string[] {
  const blanks = ' '.repeat(gap);
  return entries.flatMap((entry) => {
    const emitted = emitValue(entry, style);
    if (emitted.kind === 'inline') return [`-${blanks}${emitted.text}`];
    if (emitted.kind === 'literal')
      return [`-${blanks}${emitted.header}`, ...indentLines(emitted.lines, gap + 1)];
    const [first = '', ...rest] = emitted.lines;
    return [`-${blanks}${first}`, ...indentLines(rest, gap + 1)];
  });
}

/** Any plain value on one line, as it can stand between flow brackets. */
export function flowText(value: unknown, quote?: QuoteStyle): string {
  if (typeof value === 'string') return scalarText(value, 'flow', quote);
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map((entry) => flowText(entry)).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  return `{${Object.entries(value).map(flowPair).join(', ')}}`;
}

/** One `key: value` on one line, as it can stand between flow braces. */
export function flowPair([key, value]: readonly [string, unknown]): string {
  return `${scalarText(key, 'flow-key')}: ${flowText(value)}`;
}

/** Indents every line that is not empty. */
export function indentLines(lines: readonly string[], columns: number): string[] {
  const blanks = ' '.repeat(columns);
  return lines.map((line) => (line === '' ? '' : blanks + line));
}

function isShortList(entries: readonly unknown[]): boolean {
  const oneLine = entries.every(
    (entry) =>
      (typeof entry !== 'object' || entry === null) && !(typeof entry === 'string' && entry.includes('\n')),
  );
  return oneLine && flowText(entries).length < flowWidth;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
