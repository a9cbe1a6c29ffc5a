import { isScalar, type ParsedNode } from 'yaml';
import type { PlainMapping } from '../../core/equal-data.ts';
import { columnOf, contentEnd, entriesOf, isBlockCollection, isBlockScalar } from './collection-entries.ts';

import {
  type EmitStyle,
  type Emitted,
  emitValue,
  flowText,
  indentLines,
  mappingLines,
  sequenceLines,
} from './emit.ts';
import type { QuoteStyle } from './scalar-text.ts';
import type { Slot } from './slot.ts';
import {
  beforeLineBreak,
  isFirstOnLine,
  lineEnd,
  lineStart,
  type Splice,
  skipBlanks,
} from './text-layout.ts';

/** What is there now: `trailing` is the rest of the line that must stay (blanks and a comment). */
interface Standing {
  readonly start: number;
  readonly end: number;
  readonly regionEnd: number;
  readonly trailing: string;
  readonly hanging: boolean;
  readonly sameLine: boolean;
}

/**
 * The splice that puts another value into a slot, keeping comments around it. `asBlock` writes a
 * collection in lines even where the house style would put it on one.
 */
export function replaceValue(
  text: string,
  slot: Slot,
  value: unknown,
  style: EmitStyle,
  asBlock = false,
): Splice {
  const quote = quoteOf(slot.node);
  if (slot.kind === 'flow') return replaceInFlow(text, slot, flowText(value, quote));
  const standing = standingValue(text, slot);
  let emitted = asBlock ? blockLines(value, style) : emitValue(value, style, quote);
  if (
    emitted.kind === 'literal' &&
    standing.hanging &&
    text.slice(slot.indicatorEnd, standing.start).includes('#')
  ) {
    emitted = emitValue(value, { ...style, literals: false }, quote);
  }
  if (emitted.kind === 'inline') return replaceByInline(text, slot, standing, emitted.text);
  if (emitted.kind === 'literal') return replaceByLiteral(slot, standing, emitted, style);
  return replaceByLines(text, slot, standing, value, emitted.lines, style);
}

function blockLines(value: unknown, style: EmitStyle): Emitted {
  const lines = Array.isArray(value)
    ? sequenceLines(value, style)
    : mappingLines(value as PlainMapping, style);
  return { kind: 'lines', lines };
}

function quoteOf(node: ParsedNode | undefined): QuoteStyle | undefined {
  if (node === undefined || !isScalar(node)) return undefined;
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : undefined;
}

function replaceInFlow(text: string, slot: Slot, value: string): Splice {
  if (slot.node !== undefined)
    return { start: slot.node.range[0], end: contentEnd(text, slot.node), text: value };
  if (slot.indicatorEnd === undefined) return { start: slot.keyEnd, end: slot.keyEnd, text: `: ${value}` };
  const next = skipBlanks(text, slot.indicatorEnd);
  const end = text[next] === ',' ? next : slot.indicatorEnd;
  return { start: slot.indicatorEnd, end, text: ` ${value}` };
}

function standingValue(text: string, slot: Slot): Standing {
  const { node } = slot;
  const indicatorEnd = slot.indicatorEnd ?? slot.keyEnd;
  if (node === undefined) {
    const regionEnd = lineEnd(text, indicatorEnd);
    const trailing = text.slice(indicatorEnd, regionEnd);
    return { start: indicatorEnd, end: indicatorEnd, regionEnd, trailing, hanging: false, sameLine: true };
  }
  const block = isBlockCollection(node);
  const start = (block ? entriesOf(text, node)[0]?.start : undefined) ?? node.range[0];
  const end = contentEnd(text, node);
  const sameLine = lineStart(text, start) <= indicatorEnd;
  const hanging = block && !sameLine && slot.kind !== 'root';
  if (isBlockScalar(node)) {
    const headerEnd = start + (/^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1);
    const trailing = text.slice(headerEnd, lineEnd(text, headerEnd));
    return {
      start,
      end: Math.max(end, headerEnd),
      regionEnd: Math.max(end, headerEnd),
      trailing,
      hanging,
      sameLine,
    };
  }
  const regionEnd = lineEnd(text, end);
  return { start, end, regionEnd, trailing: block ? '' : text.slice(end, regionEnd), hanging, sameLine };
}

function replaceByInline(text: string, slot: Slot, standing: Standing, value: string): Splice {
  const { start, end, regionEnd } = standing;
  const indicatorEnd = slot.indicatorEnd ?? start;
  if (standing.hanging) {
    const above = withoutBlankTail(text, indicatorEnd, lineStart(text, start));
    return { start: indicatorEnd, end: regionEnd, text: ` ${value}${above}` };
  }
  const trailing = comment(standing.trailing);
  if (slot.node === undefined) return { start, end: regionEnd, text: ` ${value}${trailing}` };
  if (isBlockScalar(slot.node)) return { start, end: regionEnd, text: value + trailing };
  return { start, end, text: value };
}

/** The comments between an indicator and the first line of its collection, without the last line break. */
function withoutBlankTail(text: string, from: number, to: number): string {
  const firstEnd = lineEnd(text, from);
  const rest = text.slice(firstEnd, beforeLineBreak(text, to));
  return comment(text.slice(from, firstEnd)) + comment(rest);
}

function replaceByLiteral(
  slot: Slot,
  standing: Standing,
  emitted: { readonly header: string; readonly lines: readonly string[] },
  style: EmitStyle,
): Splice {
  const column =
    slot.kind === 'dash' ? slot.column + 2 : slot.kind === 'root' ? style.indent : slot.column + style.indent;
  const body = indentLines(emitted.lines, column)
    .map((line) => style.eol + line)
    .join('');
  const attached = slot.node === undefined || standing.hanging;
  const start = attached ? (slot.indicatorEnd ?? standing.start) : standing.start;
  const trailing = standing.hanging ? '' : comment(standing.trailing);
  return { start, end: standing.regionEnd, text: (attached ? ' ' : '') + emitted.header + trailing + body };
}

function replaceByLines(
  text: string,
  slot: Slot,
  standing: Standing,
  value: unknown,
  lines: readonly string[],
  style: EmitStyle,
): Splice {
  const { start, regionEnd } = standing;
  const trailing = comment(standing.trailing);
  const indicatorEnd = slot.indicatorEnd ?? start;
  const column = childColumn(text, slot, standing, value, style);
  const block = indentLines(lines, column).join(style.eol);
  if (slot.kind === 'root') return replaceRoot(text, standing, block, style);
  if (!standing.sameLine) {
    const at = lineStart(text, start);
    return { start: at, end: regionEnd, text: ownLine(trailing, ' '.repeat(column), style) + block };
  }
  if (slot.kind === 'dash' && trailing === '') {
    const from = slot.node === undefined ? indicatorEnd : start;
    return { start: from, end: regionEnd, text: (slot.node === undefined ? ' ' : '') + block.trimStart() };
  }
  return { start: indicatorEnd, end: regionEnd, text: trailing + style.eol + block };
}

function replaceRoot(text: string, standing: Standing, block: string, style: EmitStyle): Splice {
  const { start, regionEnd: end } = standing;
  const above = ownLine(comment(standing.trailing), '', style);
  if (!isFirstOnLine(text, start)) return { start, end, text: style.eol + above + block };
  return { start, end, text: above === '' ? block.trimStart() : above + block };
}

function childColumn(text: string, slot: Slot, standing: Standing, value: unknown, style: EmitStyle): number {
  if (slot.kind === 'root') return isFirstOnLine(text, standing.start) ? columnOf(text, standing.start) : 0;
  if (slot.kind === 'dash') {
    const beside = slot.node !== undefined && standing.sameLine;
    return beside ? columnOf(text, standing.start) : slot.column + 2;
  }
  return slot.column + (Array.isArray(value) ? (style.sequenceIndent ?? style.indent) : style.indent);
}

/** The rest of a line where it holds a comment; mere blanks go. */
function comment(rest: string): string {
  return rest.includes('#') ? rest : '';
}

function ownLine(rest: string, indent: string, style: EmitStyle): string {
  return rest === '' ? '' : indent + rest.trim() + style.eol;
}
