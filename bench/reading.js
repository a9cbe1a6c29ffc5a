// The strict reader of YAML against the worst inputs of 1 MiB that are known, and against random ones:
// the processor's time that one reading takes in a new process, its garbage collection included, and the
// peak memory of that process, Node itself (some 45 MB) included. Others may use the machine meanwhile.
// `npm run bench` prints the table; give a number to change how many random inputs are tried.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mebibyte = 1_048_576;
const mostMs = 1_000;
const mostMb = 200;

// Each is a unit over and over; `[` and `]` around it where the unit ends in a comma.
const units = [
  ...['[', '{', '- ', '? ', ': ', 'a: ', ',', '"', "'", '#', '\n', ' ', '\t', '\\', ']', '}', '|', '>', 'a'],
  ...[
    '- a\n',
    '-\n',
    '- - a\n',
    '- ? a\n',
    '- ""\n',
    "- ''\n",
    '- 1.25\n',
    '- # c\n',
    '- a: b\n',
    '- a:\n    b\n',
  ],
  ...[
    '? a\n: b\n',
    'a: b\n',
    'a: \n- ',
    '- [""]\n',
    '- ["",""]\n',
    '- {a: 1, b: 2, c: 3, d: 4}\n',
    '- {a: b}\n',
  ],
  ...[
    '"",',
    '"a",',
    'a,',
    '{},',
    '[],',
    '{a: b},',
    '[a: b],',
    '"a": b,',
    '? a,',
    "'a''b',",
    '"\\n\\t",',
    '- ,',
  ],
  ...[
    '- |\n a\n',
    '- >\n a\n\n\n b\n',
    '- a\n  b\n',
    '- "a\n  b"\n',
    '- a: b # c\n  d: e\n',
    '#\n',
    ' #\n',
    '\n\n#\n',
  ],
  ...[
    '- אבגד: ש\n',
    '- 😀: 😀\n',
    '"😀",',
    '\u05d0\n  ',
    'a b\n\n  ',
    '&a ',
    '*a,',
    '!a ',
    '%a\n',
    '---\n',
    '\u001b',
    '\u202e',
  ],
  ...[
    '  - metric: reading-level\n    on: 2026-02-03\n    value: 12.5\n    by: dana\n',
    '- a: @b\n',
    '- \ta\n',
    'a: b: c\n',
  ],
  ...[
    '- a: "b" c\n',
    ' - a\n- b\n',
    '=======\n',
    '<<<<<<< a\n',
    '<<: a\n',
    '1: 2\n',
    '__proto__: 1\n',
    '- 1e3\n',
    ': a\n',
  ],
];
const heads = new Map([
  ['a b\n\n  ', 'a: '],
  ['\u05d0\n  ', 'a: '],
  ['  - metric: reading-level\n    on: 2026-02-03\n    value: 12.5\n    by: dana\n', 'o:\n'],
]);

const parts = [
  ...[
    'a',
    'b: ',
    '- ',
    '? ',
    ': ',
    ', ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '"a"',
    "'b'",
    '#',
    ' # c',
    '\n',
    '\n',
    '\n  ',
  ],
  ...[
    '\n    ',
    '|\n ',
    '>\n ',
    '\\',
    '1.5',
    'true',
    'א',
    '😀',
    '\t',
    '[]',
    '{}',
    '""',
    ' ',
    '- a: b\n',
    '[a: b]',
    '~',
  ],
];

if (process.argv[2] === '--one') readOne(process.argv[3], process.argv[4]);
else await printTable(Number(process.argv[2] ?? 20));

/** In a process of its own: reads one file, prints time, peak memory and what was found. */
function readOne(bundle, unit) {
  const { readYaml, lexText, emptyProblemList } = createRequire(import.meta.url)(bundle);
  const bytes = Buffer.from(fill(unit, lexText, emptyProblemList, process.argv[5] === 'cut'));
  const start = performance.now();
  const { problems } = readYaml(bytes);
  const ms = performance.now() - start;
  const told = problems[0]?.code ?? 'sound';
  console.log(
    JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024, told, bytes: bytes.length, unit }),
  );
}

/** A text of 1 MiB of one unit; `cut` to where it is not yet refused for its many values. */
function fill(unit, lexText, emptyProblemList, cut) {
  const inFlow = unit.endsWith(',');
  const head = inFlow ? '- [' : (heads.get(unit) ?? '');
  const tail = inFlow ? ']\n' : '';
  const full = () => Math.floor((mebibyte - head.length - tail.length) / Buffer.byteLength(unit));
  const text = (times) => head + unit.repeat(times) + tail;
  if (!cut) return text(full());
  const problems = emptyProblemList();
  lexText(text(full()), problems);
  const refused = problems.kept.find(({ code }) => code === 'too-many-values')?.start;
  return text(refused === undefined ? full() : Math.floor((refused - head.length) / unit.length) - 1);
}

async function printTable(randomCount) {
  const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
  const bundle = join(folder, 'reader.cjs');
  const contents = [
    "export { readYaml } from './src/store/yaml/read.ts';",
    "export { lexText } from './src/store/yaml/lexemes.ts';",
    "export { emptyProblemList } from './src/store/yaml/problem-list.ts';",
  ].join('\n');
  await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: 'node', outfile: bundle });
  const measure = (unit, cut) => {
    const first = run(bundle, unit, cut);
    return first.ms < mostMs / 2 ? first : quietest([first, run(bundle, unit, cut), run(bundle, unit, cut)]);
  };
  const rows = [...units, ...randomUnits(randomCount)].flatMap((unit) => [
    { how: '1 MiB', ...measure(unit, 'full') },
    { how: 'cut', ...measure(unit, 'cut') },
  ]);
  rmSync(folder, { recursive: true, force: true });
  rows.sort((a, b) => b.ms - a.ms);
  const slowest = rows.slice(0, 15);
  const largest = [...rows].sort((a, b) => b.mb - a.mb).slice(0, 10);
  console.log(`Node ${process.version}, ${rows.length} inputs, each read in a process of its own\n`);
  print('slowest', slowest);
  print('most memory', largest);
  const within = rows.every(({ ms, mb }) => ms <= mostMs && mb <= mostMb);
  const figures = `${slowest[0].ms.toFixed(0)} ms of ${mostMs}, ${largest[0].mb.toFixed(0)} MB of ${mostMb}`;
  console.log(`worst: ${figures}${within ? '' : ' — over the bound'}`);
  if (!within) process.exitCode = 1;
}

function run(bundle, unit, cut) {
  const args = [fileURLToPath(import.meta.url), '--one', bundle, unit, cut];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 }));
  } catch (error) {
    return { ms: Number.POSITIVE_INFINITY, mb: 0, told: `ended: ${error.message}`, bytes: 0, unit };
  }
}

/** The least time of a few runs, since others use the machine too, and the most memory. */
function quietest(runs) {
  const [first] = runs;
  return { ...first, ms: Math.min(...runs.map(({ ms }) => ms)), mb: Math.max(...runs.map(({ mb }) => mb)) };
}

function randomUnits(count) {
  let seed = 20261123;
  const below = (limit) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x7fffffff) * limit) % limit;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(7) }, () => parts[below(parts.length)]).join(''),
  );
}

function print(title, rows) {
  console.log(`${title.padEnd(44)} ${'bytes'.padStart(9)} ${'ms'.padStart(6)} ${'MB'.padStart(5)}  told`);
  for (const { how, unit, bytes, ms, mb, told } of rows) {
    const name = `${how.padEnd(6)} ${JSON.stringify(unit)}`.slice(0, 44).padEnd(44);
    const figures = [String(bytes).padStart(9), ms.toFixed(0).padStart(6), mb.toFixed(0).padStart(5)];
    console.log(`${name} ${figures.join(' ')}  ${told}`);
  }
  console.log();
}
