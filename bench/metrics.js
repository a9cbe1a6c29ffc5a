// `partner metrics` over 5,000 observations in one file and 1,500 contributions in another, as ratios to a
// bare `node -e 0` and to a bare parse of the larger file by the yaml package, all in the same run and
// interleaved, so that a busy machine slows them alike. `npm run bench`; give a number of rounds.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const rounds = Number(process.argv[2] ?? 11);
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const env = { ...process.env, PARTNER_TODAY: '2026-12-31' };

/** A partnership of three metrics and two partners with so many observations and contributions. */
function partnershipOf(name, observations, contributions) {
  const dir = join(folder, name);
  const argv = ['init', dir, '--name', 'Readers', '--lang', 'en', '--started', '2026-01-01'];
  const partners = ['--partner', 'bank:Bank:company', '--partner', 'school:School:ngo'];
  execFileSync(process.execPath, [program, ...argv, ...partners], { stdio: 'ignore', env });
  const day = (index) =>
    `2026-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const metrics = [
    ['pupils', 'output', 'latest'],
    ['hours', 'input', 'sum'],
    ['reading', 'outcome', 'pooled'],
  ];
  appendFileSync(
    join(dir, 'stages', '04-planning.yaml'),
    `metrics:\n${metrics.map(([id, kind, aggregate]) => `  - id: ${id}\n    name: ${id}\n    kind: ${kind}\n    aggregate: ${aggregate}\n    baseline: 0\n    target: 100\n`).join('')}`,
  );
  const file = join(dir, 'stages', '08-measuring.yaml');
  let text = 'observations:\n';
  for (let index = 0; index < observations; index += 1) {
    const [id] = metrics[index % 3];
    const figure = index % 3 === 2 ? `num: ${index % 40}\n    den: 40` : `value: ${(index * 7) % 1000}.5`;
    text += `  - metric: ${id}\n    on: ${day(index)}\n    ${figure}\n    source: School register ${index % 12}\n`;
  }
  appendFileSync(file, text);
  let given = 'contributions:\n';
  for (let index = 0; index < contributions; index += 1) {
    given += `  - id: c${index}\n    partner: ${index % 2 ? 'bank' : 'school'}\n    type: time\n    hours: ${index % 9}.25\n    rate: 95.5\n    basis: donor_cost\n    on: ${day(index)}\n`;
  }
  if (contributions > 0) appendFileSync(join(dir, 'stages', '07-implementing.yaml'), given);
  return { dir, file };
}

const full = partnershipOf('full', 5000, 1500);
const half = partnershipOf('half', 2500, 750);
const small = partnershipOf('small', 3, 2);
const parse = `require('yaml').parse(require('node:fs').readFileSync(${JSON.stringify(full.file)}, 'utf8'))`;

const runs = {
  'node -e 0': ['-e', '0'],
  'bare yaml parse of the file': ['-e', parse],
  'metrics, 3 observations': [program, '-C', small.dir, 'metrics'],
  'metrics, 2,500 observations': [program, '-C', half.dir, 'metrics'],
  'metrics, 5,000 observations': [program, '-C', full.dir, 'metrics'],
  'metrics --by month, 5,000': [program, '-C', full.dir, 'metrics', '--by', 'month'],
  'metrics --json, 5,000': [program, '-C', full.dir, 'metrics', '--json'],
  'status, 5,000 observations': [program, '-C', full.dir, 'status'],
};
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));

for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(runs)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      maxBuffer: 2 ** 26,
    });
    times[name].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
  }
}

const kilobytes = Math.round(statSync(full.file).size / 1024);
rmSync(folder, { recursive: true, force: true });

const least = (list) => Math.min(...list);
const floor = least(times['node -e 0']);
const parsed = least(times['bare yaml parse of the file']);
console.log(`Node ${process.version}, ${rounds} rounds, ${kilobytes} KB of observations\n`);
console.log(
  `${'run'.padEnd(30)} ${'least ms'.padStart(9)} ${'to node'.padStart(8)} ${'to parse'.padStart(9)}`,
);
for (const [name, list] of Object.entries(times)) {
  const figures = [least(list).toFixed(1).padStart(9), (least(list) / floor).toFixed(2).padStart(8)];
  console.log(`${name.padEnd(30)} ${figures.join(' ')} ${(least(list) / parsed).toFixed(2).padStart(9)}`);
}
