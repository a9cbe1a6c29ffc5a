/** Prints data as YAML in as many odd hand-written ways as the choices ask for. */

/** Yields numbers below a limit; 0 is always the plainest choice, so failures shrink to plain files. */
export type Choose = (limit: number) => number;

/** Six choices from each number of a list; plain ones after its end. */
export function choicesFrom(numbers: readonly number[]): Choose {
  let taken = 0;
  let rest = 0;
  return (limit) => {
    if (taken % 6 === 0) rest = numbers[taken / 6] ?? 0;
    taken += 1;
    const choice = rest % limit;
    rest = Math.floor(rest / limit);
    return choice;
  };
}

interface Printer {
  readonly choose: Choose;
  readonly lines: string[];
  readonly mapIndent: number;
  readonly seqIndent: number;
  readonly commented: boolean;
  readonly aligned: boolean;
  readonly blankLines: boolean;
}

const words = /^(?:true|false|null)$/i;
const plain = /^[\p{L}][\p{L}\p{N}\p{M}_/."'&*!|>%@`=+-]*(?: [\p{L}\p{N}"(][\p{L}\p{N}\p{M}_/."'-]*)*$/u;

export function printOddly(data: unknown, choose: Choose): Uint8Array {
  const eol = choose(4) === 3 ? '\r\n' : '\n';
  const hasBom = choose(6) === 5;
  const printer: Printer = {
    choose,
    lines: [],
    mapIndent: [2, 4, 3, 1][choose(4)] ?? 2,
    seqIndent: [2, 0, 4, 1, 3][choose(5)] ?? 2,
    commented: choose(2) === 1,
    aligned: choose(4) === 3,
    blankLines: choose(3) === 2,
  };
  const { lines } = printer;
  if (choose(4) === 3) lines.push('# top', '');
  if (choose(5) === 4) lines.push(['---', '--- # start', '---  '][choose(3)] ?? '---');
  if (printer.commented) commentLines(printer, 9);
  printRoot(data, printer);
  const endsInKeep = lines.at(-1) === keepEnd;
  if (!endsInKeep && choose(6) === 5) lines.push('# the end', ...(choose(2) === 1 ? ['', '    # deep'] : []));
  if (choose(8) === 7) lines.push('...');
  const text = lines.filter((line) => line !== blockEnd && line !== keepEnd).join('\n');
  const isOpen = choose(4) === 3 && !endsInKeep;
  const whole = (hasBom ? '\uFEFF' : '') + text + (isOpen ? '' : '\n');
  return new TextEncoder().encode(whole.replaceAll('\n', eol));
}

/** Marks in the lines that a block scalar ended there: no deep comment may follow, or be its text. */
const blockEnd = '\u0000';
/** The same for one that keeps its blank lines: none may follow either. */
const keepEnd = '\u0001';

function printRoot(data: unknown, printer: Printer): void {
  if (isFilled(data) && printer.choose(12) !== 11) printCollection(data, 0, printer);
  else printer.lines.push(flow(data, 1, printer) + trailing(printer));
}

function printCollection(data: object, column: number, printer: Printer): void {
  const before = printer.lines.length;
  const entries = Object.entries(data);
  const width = printer.aligned ? Math.max(...entries.map(([key]) => key.length)) : 0;
  for (const [index, [key, value]] of entries.entries()) {
    if (index > 0 || printer.choose(8) === 7) between(column, printer, printer.lines.length === before);
    if (Array.isArray(data)) printEntry(value, column, printer);
    else printPair(key, value, column, width, printer);
  }
}

/** Blank lines and comments between entries; none that a block scalar above would swallow. */
function between(column: number, printer: Printer, first: boolean): void {
  const { lines, choose } = printer;
  const above = lines.at(-1);
  const afterBlock = above === blockEnd || above === keepEnd;
  const mayBlank = printer.blankLines && !first && above !== keepEnd;
  if (mayBlank && choose(2) === 1) {
    lines.push(afterBlock ? '' : (['', '  '][choose(2)] ?? ''));
    // Blank lines do not end the block.
    if (afterBlock) lines.push(blockEnd);
  }
  if (!printer.commented) return;
  if (choose(4) === 3) {
    lines.push(`${' '.repeat(Math.min(afterBlock ? column : 8, choose(9)))}# between`);
    if (choose(3) === 2) lines.push('', `${' '.repeat(choose(9))}# more: [`);
  }
}

function commentLines(printer: Printer, widest: number): void {
  const count = printer.choose(3);
  for (let at = 0; at < count; at += 1)
    printer.lines.push(`${' '.repeat(printer.choose(widest))}# note - x: y`);
}

function trailing(printer: Printer): string {
  const pick = printer.choose(10);
  if (pick === 9) return '   ';
  if (pick === 8) return '\t';
  if (pick < 6 || !printer.commented) return '';
  return pick === 7 ? '      # aside: {' : ' # aside';
}

function printEntry(value: unknown, column: number, printer: Printer): void {
  const { choose, lines } = printer;
  const indent = ' '.repeat(column);
  const gap = [1, 1, 1, 3, 2][choose(5)] ?? 1;
  if (isFilled(value) && choose(4) !== 3) {
    if (choose(8) === 7) {
      const inner = column + 1 + choose(4);
      lines.push(`${indent}-${trailing(printer)}`);
      if (printer.commented && choose(3) === 2) lines.push(`${' '.repeat(choose(8))}# inside`);
      printCollection(value, inner, printer);
      return;
    }
    const from = lines.length;
    printCollection(value, column + 1 + gap, { ...printer, lines });
    mergeDash(lines, from, column, gap);
    return;
  }
  printInline(`${indent}-`, ' '.repeat(gap), value, column, printer);
}

/** Sets the dash on the first line of a collection; comments above it go below the dash instead. */
function mergeDash(lines: string[], from: number, column: number, gap: number): void {
  const first = lines[from] ?? '';
  const dash = `${' '.repeat(column)}-`;
  if (/^\s*(?:#.*)?$/.test(first)) lines.splice(from, 0, dash);
  else lines[from] = `${dash}${' '.repeat(gap)}${first.slice(column + 1 + gap)}`;
}

function printPair(key: string, value: unknown, column: number, width: number, printer: Printer): void {
  const { choose, lines } = printer;
  const name = `${' '.repeat(column)}${keyText(key, false, choose)}${choose(12) === 11 ? ' ' : ''}:`;
  if (isFilled(value) && choose(4) !== 3) {
    lines.push(name + trailing(printer));
    if (printer.commented && choose(5) === 4) lines.push(`${' '.repeat(choose(8))}# about`);
    printCollection(value, column + (Array.isArray(value) ? printer.seqIndent : printer.mapIndent), printer);
    return;
  }
  printInline(name, ' '.repeat(1 + Math.max(0, width - key.length)), value, column, printer);
}

/** Anything that is not a filled block collection, after its colon or dash. */
function printInline(head: string, gap: string, value: unknown, column: number, printer: Printer): void {
  const { choose, lines } = printer;
  const deeper = column + 1 + choose(3);
  if (value === null && choose(3) !== 2) {
    lines.push(head + trailing(printer));
    return;
  }
  const block = typeof value === 'string' ? blockScalar(value, deeper, choose) : undefined;
  if (block !== undefined) {
    const [header = '', ...body] = block;
    const note = trailing(printer);
    lines.push(`${head} ${header}${note}`, ...body, header.includes('+') ? keepEnd : blockEnd);
    return;
  }
  const text = flowOrScalar(value, deeper, printer);
  if (choose(14) === 13) {
    lines.push(head + trailing(printer));
    if (printer.commented && choose(3) === 2) lines.push(`${' '.repeat(choose(8))}# next line`);
    lines.push(`${' '.repeat(deeper)}${text}${trailing(printer)}`);
  } else lines.push(`${head}${gap}${text}${trailing(printer)}`);
}

function flowOrScalar(value: unknown, column: number, printer: Printer): string {
  if (typeof value === 'object' && value !== null) return flow(value, column, printer);
  return scalar(value, false, column, printer.choose);
}

function blockScalar(text: string, column: number, choose: Choose): string[] | undefined {
  if (
    text === '' ||
    /^[ \t\n]|[\r\t\u0085\u2028\u2029\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|[ \t](?:\n|$)/.test(
      text,
    )
  ) {
    return undefined;
  }
  const pick = choose(text.includes('\n') ? 2 : 6);
  if (pick === 0 && !text.includes('\n')) return undefined;
  const indent = ' '.repeat(column);
  const indented = (line: string) => (line === '' ? '' : indent + line);
  if (!text.includes('\n') && pick === 5)
    return [
      '>-',
      ...text
        .replaceAll(/ (?=\S)/g, (blank) => blank)
        .split('\n')
        .map(indented),
    ];
  if (text.includes('\n') ? pick === 0 : pick < 4) return undefined;
  if (!text.endsWith('\n')) return ['|-', ...text.split('\n').map(indented)];
  const body = text.slice(0, -1).split('\n');
  if (body.at(-1) === '') return ['|+', ...body.map(indented)];
  return [choose(2) === 1 ? '|+' : '|', ...body.map(indented)];
}

function scalar(value: unknown, inFlow: boolean, column: number, choose: Choose): string {
  if (value === null) return choose(2) === 1 ? '~' : 'null';
  if (typeof value === 'number')
    return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  if (typeof value !== 'string') return String(value);
  const forms = [
    JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unicodeEscape),
  ];
  if (!/[\n\r\t\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(value)) {
    forms.push(`'${value.replaceAll("'", "''")}'`);
    if (plain.test(value) && !words.test(value)) forms.unshift(value, value);
    else if (/^\d{4}-\d\d-\d\d$/.test(value)) forms.unshift(value);
    else if (!inFlow && /^https?:\/\/[a-z/.]+$/.test(value)) forms.unshift(value);
  }
  const form = forms[choose(forms.length)] ?? '';
  // A single blank between words can be a line break in all three forms.
  if (choose(10) !== 9 || !/[^\s\\] [^\s\\#:-]/.test(form)) return form;
  return form.replace(/([^\s\\]) ([^\s\\#:-])/, `$1\n${' '.repeat(column)}$2`);
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function keyText(key: string, inFlow: boolean, choose: Choose): string {
  const pick = choose(8);
  const bare = plain.test(key) && !words.test(key) && !(inFlow && key.includes('?'));
  if (bare && pick < 6) return key;
  const single = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(key);
  if (single && pick === 6) return `'${key.replaceAll("'", "''")}'`;
  return JSON.stringify(key).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unicodeEscape);
}

/** Flow style on one line or several; `column` is where continuation lines may begin at the least. */
function flow(value: unknown, column: number, printer: Printer): string {
  const { choose } = printer;
  if (typeof value !== 'object' || value === null) return scalar(value, true, column, choose);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Object.entries(value).map(([key, entry]) =>
    Array.isArray(value) ? flowEntry(entry, column, printer) : flowPair(key, entry, column, printer),
  );
  const style = choose(7);
  const indent = `\n${' '.repeat(column)}`;
  const note = () => (printer.commented && choose(3) === 2 ? ' # in flow' : '');
  if (entries.length === 0) {
    if (style === 5 && printer.commented) return `${open} # none yet${indent}${close}`;
    return style === 4 ? `${open}${indent}${close}` : open + (style === 3 ? ' ' : '') + close;
  }
  const comma = choose(4) === 3 ? ',' : '';
  if (style < 4)
    return (
      open +
      (style === 3 ? ' ' : '') +
      entries.join(style === 2 ? ' , ' : ', ') +
      comma +
      (style === 3 ? ' ' : '') +
      close
    );
  if (style === 6) return `${open}${entries.join(`,${note()}${indent}`)}${comma}${close}`;
  if (style === 5 && choose(2) === 1)
    return `${open} ${entries.join(`${note()}${indent}, `)}${indent}${close}`;
  const last = entries.length - 1;
  const lines = entries.map((entry, index) => `${indent}${entry}${index < last ? ',' : comma}${note()}`);
  return `${open}${note()}${lines.join('')}${indent}${close}`;
}

function flowEntry(value: unknown, column: number, printer: Printer): string {
  const { choose } = printer;
  if (isFilled(value) && !Array.isArray(value) && Object.keys(value).length === 1 && choose(3) === 2) {
    const [[key, inner] = ['', null]] = Object.entries(value);
    if (typeof inner !== 'object') {
      return `${keyText(key, true, choose)}: ${scalar(inner, true, column, () => 0)}`;
    }
  }
  return flow(value, column, printer);
}

function flowPair(key: string, value: unknown, column: number, printer: Printer): string {
  const { choose } = printer;
  const name = keyText(key, true, choose);
  if (value === null && choose(2) === 1) return [name, `${name}:`, `${name}: `][choose(3)] ?? name;
  const text = flow(value, column, printer);
  return name.startsWith('"') && choose(2) === 1 ? `${name}:${text}` : `${name}: ${text}`;
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
