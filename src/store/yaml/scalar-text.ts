/** Where a scalar is written: on its own in block style, or between flow brackets; as a key or not. */
export type ScalarContext = 'block' | 'flow' | 'block-key' | 'flow-key';
export type QuoteStyle = 'single' | 'double';

const words = /^(?:true|false|null|~|=|<<)$/i;
/** Booleans of YAML 1.1. The format has keys of these names (`on`), so keys are not kept from them. */
const oldBooleans = /^(?:y|n|yes|no|on|off)$/i;
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
/** Anything some YAML 1.1 or 1.2 reader could take for a number: `1_000` and sexagesimals too, and mere dots. */
const numberLike = /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\.inf|\.nan|[\d_.,:]+(?:e[-+]?\d+)?)$/i;
/** YAML 1.1 timestamps, also the short form of a date (`2026-2-3`). */
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:(?:t|[ \t]+)\d.*)?$/i;
/** Controls, line separators, BOM, bidi controls and noncharacters: never written raw. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;
const unprintables = new RegExp(unprintable, 'g');

/** Whether the text can be written bare and every YAML 1.1 and 1.2 reader still takes it as this text. */
export function isPlainSafe(text: string, context: ScalarContext): boolean {
  if (text === '' || text !== text.trim() || unprintable.test(text)) return false;
  if (words.test(text) || numberLike.test(text)) return false;
  if (oldBooleans.test(text) && !context.endsWith('-key')) return false;
  if (timestamp.test(text) && !calendarDate.test(text)) return false;
  if (/^[?:,[\]{}#&*!|>'"%@`=]/.test(text) || /^-(?![\p{L}\p{N}])/u.test(text)) return false;
  if (text.startsWith('... ')) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return context.startsWith('block') || !/[,:?[\]{}]/.test(text);
}

/**
 * One line for a text: in the quotes asked for where they can carry it, else bare where that is
 * plainly safe, else double-quoted with JSON's escapes.
 */
export function scalarText(text: string, context: ScalarContext, quote?: QuoteStyle): string {
  if (quote === 'single' && !unprintable.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (quote === undefined && isPlainSafe(text, context)) return text;
  return doubleQuoted(text);
}

/** The text between double quotes; controls, bidi controls and line separators as escapes. */
function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(unprintables, escapeOf);
  return `"${escaped}"`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

function escapeOf(char: string): string {
  return shortEscapes.get(char) ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The parts of a literal block: `|`, `|-` or `|+`, and its lines without indentation. */
export interface LiteralBlock {
  readonly header: string;
  readonly body: readonly string[];
}

/**
 * A text of several lines as a literal block, `undefined` where that would not be faithful or would
 * hang on whitespace nobody sees: lines that end in blanks, a first line that is indented, controls.
 */
export function literalBlock(text: string): LiteralBlock | undefined {
  if (!text.includes('\n')) return undefined;
  const body = text.split('\n');
  if (body.some((line) => unprintable.test(line) || line !== line.trimEnd())) return undefined;
  const first = body.find((line) => line !== '');
  if (first === undefined || first !== first.trimStart()) return undefined;
  if (!text.endsWith('\n')) return { header: '|-', body };
  body.pop();
  return { header: body.at(-1) === '' ? '|+' : '|', body };
}

/** A finite number in plain decimals, never with an exponent; minus zero is zero. */
export function numberText(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', lead = '', rest = '', power = '0'] = parts;
  const shift = Number(power);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${lead}${rest}`;
  return `${sign}${lead}${rest.padEnd(shift, '0')}`;
}
