// list and validate over many partnerships, as ratios to floors in the same run, interleaved, so that a busy machine
// slows all alike: a bare loop over the same files, `git status` of the tree, a bare node, and the programs that check
// YAML by JSON Schema. `npm run bench:portfolio`; give the number of rounds, and `--others` for those programs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { generatePortfolio } from './portfolio/generate.js';
import { otherCheckers } from './portfolio/others.js';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(dirname(here), 'bin', 'partner.js');
const peakMemory = join(here, 'portfolio', 'peak-memory.cjs');
const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const sizes = [10, 100, 1_000, 10_000];
const node = process.execPath;
let isOver = false;

console.log(`Node ${process.version}, ${rounds} rounds\n`);
const roots = {};
const counts = {};
for (const size of sizes) {
  const root = join(folder, String(size));
  const { files, bytes } = await generatePortfolio(root, size);
  console.log(`${size} partnerships: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
  roots[size] = root;
  counts[size] = files;
}
const thousand = roots[1_000];
const git = (...args) => execFileSync('git', ['-C', thousand, ...args], { stdio: 'ignore' });
git('init', '-q');
git('add', '-A');
git('-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', 'commit', '-qm', 'all');

const others = process.argv.includes('--others')
  ? otherCheckers(program, {
      ...{ all: thousand, few: roots[100] },
      sample: { root: roots[10], files: counts[10] },
    })
  : {};
const cold = { PARTNER_CACHE: 'off' };
const warm = { PARTNER_CACHE: join(folder, 'cache') };
// What was written a moment ago is kept in no index.
for (const size of sizes) for (const _ of [1, 2]) run([node, program, 'list', roots[size]], warm);

const times = measured({
  'node -e 0': [[node, '-e', '0'], {}],
  'git status': [['git', '-C', thousand, 'status', '--porcelain'], {}],
  'bare yaml.parse, one thread': [[node, join(here, 'portfolio', 'parse-all.js'), thousand], {}],
  'validate, cold': [[node, program, 'validate', thousand], cold],
  'validate, cold, one thread': [['taskset', '-c', '0', node, program, 'validate', thousand], cold],
  'validate, warm': [[node, program, 'validate', thousand], warm],
  'list, cold': [[node, program, 'list', thousand], cold],
  'list, warm': [[node, program, 'list', thousand], warm],
  'list --json, warm': [[node, program, 'list', thousand, '--json'], warm],
  ...Object.fromEntries(Object.entries(others).map(([name, { argv, cwd }]) => [name, [argv, {}, cwd]])),
});

const both = times['git status'] + times['node -e 0'];
table(
  '1,000 partnerships',
  Object.entries(times).map(([name, ms]) => [name, ms, '']),
);
bound(
  'validate, cold ÷ bare yaml.parse',
  times['validate, cold'] / times['bare yaml.parse, one thread'],
  0.6,
);
if (times['ajv validate'] !== undefined)
  bound('validate, cold ÷ ajv validate', times['validate, cold'] / times['ajv validate'], 1);
bound('list, warm ÷ (git status + bare node)', times['list, warm'] / both, 3);
bound('validate, warm ÷ (git status + bare node)', times['validate, warm'] / both);

console.log();
for (const [name, args, env] of [
  ['validate, cold', ['validate'], cold],
  ['list, cold', ['list'], cold],
  ['list, warm', ['list'], warm],
]) {
  const [small, large] = [1_000, 10_000].map((size) => quickest([node, program, ...args, roots[size]], env));
  bound(`${name}: 10,000 ÷ 1,000`, large.ms / small.ms, 11);
  bound(`${name}: memory of 10,000, MB`, large.mb, 300);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = isOver ? 1 : 0;

/** The median of each, in milliseconds. */
function measured(commands) {
  const lists = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, [argv, env, cwd]] of Object.entries(commands)) {
      // v8r takes minutes: once is enough.
      if (!name.startsWith('v8r') || round === 0) lists[name].push(run(argv, env, cwd).ms);
    }
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, median(list)]));
}

/** The least time and the most memory of three runs. */
function quickest(argv, env) {
  const runs = [1, 2, 3].map(() => run([argv[0], '-r', peakMemory, ...argv.slice(1)], env));
  return { ms: Math.min(...runs.map(({ ms }) => ms)), mb: Math.max(...runs.map(({ mb }) => mb)) };
}

function run([command, ...args], env, cwd = folder) {
  const start = performance.now();
  const { error, output } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, PARTNER_TODAY: '2026-11-20', ...env },
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return { ms: performance.now() - start, mb: Number(output[3]?.toString() ?? 0) / 1_024 };
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

function table(title, rows) {
  console.log(`\n${title.padEnd(34)} ${'ms'.padStart(8)}  ÷ node  ÷ parse`);
  for (const [name, ms] of rows) {
    const ratios = [times['node -e 0'], times['bare yaml.parse, one thread']].map((floor) =>
      (ms / floor).toFixed(2),
    );
    console.log(
      `${name.padEnd(34)} ${ms.toFixed(0).padStart(8)} ${ratios[0].padStart(7)} ${ratios[1].padStart(8)}`,
    );
  }
  console.log();
}

function bound(name, value, most) {
  const isWithin = most === undefined || value <= most;
  isOver ||= !isWithin;
  const limit = most === undefined ? '' : `  (at most ${most})${isWithin ? '' : ' — over'}`;
  console.log(`${name.padEnd(42)} ${value.toFixed(2).padStart(8)}${limit}`);
}
