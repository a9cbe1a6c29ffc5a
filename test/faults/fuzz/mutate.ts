/** Numbers that look random and are the same for the same seed, each from 0 up to below `bound`. */
export type Draw = (bound: number) => number;

/** Steele and Vigna's SplitMix32: small, quick, and every seed is a good one. */
export function drawFrom(seed: number): Draw {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) % bound;
  };
}

// What has upset readers of YAML, of UTF-8, of JavaScript and of terminals.
const hostile = [
  ...[
    '&a ',
    '*a',
    '!!binary ',
    '!foo ',
    '%YAML 1.1\n---\n',
    '<<: ',
    '? ',
    '- ',
    ': ',
    ' #',
    '|',
    '>',
    '|+2\n',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\0',
    '\x1b[2J',
    '\x1b]0;t\x07',
    '\x9b1m',
    '\u0085',
  ],
  ...[
    '\u2028',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\ufffd',
    'e\u0301',
    '🧑‍🤝‍🧑',
    'שָׁלוֹם',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
  ],
  ...[
    '\\',
    '\\u',
    '\\ud800',
    '__proto__: 1\n',
    'constructor: {}\n',
    'toString',
    'null',
    '~',
    'yes',
    'no',
    '.nan',
  ],
  ...['1e999', '-0', '017', '0x10', '9007199254740993', '2026-02-30', '20260203', '12:30:45', '<<<<<<< a\n'],
  ...['=======\n', '>>>>>>> b\n', 'format: 2\n', 'model: ../../etc\n', 'x-a: {b: [c]}\n', '""', '[]', '{}'],
].map((text) => Buffer.from(text, 'utf8'));

const broken = ['ff', 'c0af', 'eda080', 'f4908080', 'e2', 'fffe6100'].map((text) => Buffer.from(text, 'hex'));
const tokens: readonly Buffer[] = [...hostile, ...broken];

type Mutation = (bytes: Buffer, draw: Draw, other: Buffer) => Buffer;

const mutations: readonly Mutation[] = [
  function flipBit(bytes, draw) {
    const copy = Buffer.from(bytes);
    const at = draw(Math.max(1, copy.length));
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << draw(8));
    return copy;
  },
  function otherByte(bytes, draw) {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[draw(copy.length)] = draw(256);
    return copy;
  },
  function insertToken(bytes, draw) {
    return spliced(bytes, draw(bytes.length + 1), 0, tokens[draw(tokens.length)] ?? bytes);
  },
  function replaceWithToken(bytes, draw) {
    return spliced(bytes, draw(bytes.length + 1), draw(12), tokens[draw(tokens.length)] ?? bytes);
  },
  function removeRange(bytes, draw) {
    return spliced(
      bytes,
      draw(bytes.length + 1),
      draw(draw(4) === 0 ? bytes.length + 1 : 24),
      Buffer.alloc(0),
    );
  },
  function truncate(bytes, draw) {
    return bytes.subarray(0, draw(bytes.length + 1));
  },
  function repeatRange(bytes, draw) {
    const from = draw(bytes.length + 1);
    const part = bytes.subarray(from, from + 1 + draw(80));
    return spliced(bytes, from, 0, Buffer.concat(Array.from({ length: 1 + draw(6) }, () => part)));
  },
  function takeFromOther(bytes, draw, other) {
    const from = draw(other.length + 1);
    return spliced(bytes, draw(bytes.length + 1), draw(60), other.subarray(from, from + draw(200)));
  },
  function swapLines(bytes, draw) {
    const lines = bytes.toString('latin1').split('\n');
    const [a, b] = [draw(lines.length), draw(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function dropLine(bytes, draw) {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(draw(lines.length), 1);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function indentLine(bytes, draw) {
    const lines = bytes.toString('latin1').split('\n');
    const at = draw(lines.length);
    const line = lines[at] ?? '';
    lines[at] = draw(2) === 0 ? ' '.repeat(1 + draw(4)) + line : line.replace(/^ {1,2}/, '');
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function replaceValue(bytes, draw) {
    const lines = bytes.toString('latin1').split('\n');
    const at = draw(lines.length);
    const value = (tokens[draw(tokens.length)] ?? bytes).toString('latin1');
    lines[at] = (lines[at] ?? '').replace(/: .*$/, () => `: ${value}`);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
];

/** The largest file that is read: the inputs go up to it, and a little beyond. */
const mebibyte = 1_048_576;

/** One to six mutations of a file; one file in 5,000 is then blown up, to 1 MiB or one byte more. */
export function mutated(bytes: Buffer, draw: Draw, other: Buffer): Buffer {
  let result = bytes;
  for (let left = 1 + draw(draw(3) === 0 ? 6 : 2); left > 0; left--) {
    result = mutations[draw(mutations.length)]?.(result, draw, other) ?? result;
  }
  return draw(5_000) === 0 ? grown(result, draw) : result;
}

function grown(bytes: Buffer, draw: Draw): Buffer {
  const from = draw(bytes.length + 1);
  const unit = draw(2) === 0 ? tokens[draw(tokens.length)] : bytes.subarray(from, from + 1 + draw(60));
  if (unit === undefined || unit.length === 0) return bytes;
  const room = draw(2) === 0 ? mebibyte - bytes.length : draw(mebibyte);
  const count = Math.floor(room / unit.length) + draw(2);
  return spliced(bytes, from, 0, Buffer.concat(Array.from({ length: count }, () => unit)));
}

function spliced(bytes: Buffer, from: number, removed: number, added: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from + removed)]);
}
