// Number forms of the core schema, and the forms with underscores and 0b that other readers take
// for numbers; what they would read differently must not pass as a text here.
const numberLike =
  /^[-+]?(?:0[bB][01_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const plainInteger = /^(?:0|[1-9][0-9]{0,14})$/;
const plainDecimal = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/** Whether a plain scalar is a number to the core schema or to a common reader of YAML. */
export function isNumberLike(source: string): boolean {
  const first = source.charCodeAt(0);
  // Most scalars are words and dates; only a digit, sign or dot can begin a number.
  const mayBegin = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  return mayBegin && numberLike.test(source);
}

/** Says whether a text is a plain decimal, be it one that can be kept exactly or not. */
export function isPlainDecimal(source = ''): boolean {
  return plainDecimal.test(source);
}

/** The number a plain decimal stands for, or `undefined` where it is another form or not exact. */
export function exactNumber(source: string): number | undefined {
  // Most figures, and every one of them is exact.
  if (plainInteger.test(source)) return Number(source);
  const match = plainDecimal.exec(source);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = Number(source);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  const digits = fraction.replace(/0+$/, '');
  const written = digits === '' ? sign + whole : `${sign}${whole}.${digits}`;
  return expanded(value) === written ? value : undefined;
}

/** Writes a number without an exponent; only values near zero have one below the safe integers. */
function expanded(value: number): string {
  const text = String(value);
  const match = /^(-?)([0-9])(?:\.([0-9]+))?e-([0-9]+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', exponent = ''] = match;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`;
}
