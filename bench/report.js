// `partner report` of a partnership with 5,000 observations, held against `partner metrics` of it in the
// same run and interleaved, so that a busy machine slows both alike. `npm run bench`; give a number
// of rounds. Fails where the page takes more than three times as long.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const rounds = Number(process.argv[2] ?? 11);
const most = 3;
const env = { ...process.env, PARTNER_TODAY: '2026-12-31' };
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const large = join(folder, 'large');

cpSync(join(root, 'examples', 'harbour-skills'), large, { recursive: true });
const file = join(large, 'stages', '08-measuring.yaml');
const head = readFileSync(file, 'utf8').split('observations:')[0];
let text = `${head}observations:\n`;
for (let index = 0; index < 5000; index += 1) {
  const month = String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0');
  const on = `2026-${month}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const [metric, figure] = [
    ['starters', `value: ${index % 100}`],
    ['jobs', `value: ${index % 60}`],
    ['mentor-hours', 'value: 0.5'],
    ['completion', `num: ${index % 40}\n    den: 40`],
  ][index % 4];
  text += `  - metric: ${metric}\n    on: ${on}\n    ${figure}\n    source: Register ${index % 12}\n`;
}
writeFileSync(file, text);

const runs = {
  metrics: ['metrics'],
  'metrics --json': ['metrics', '--json'],
  'report --format html': ['report'],
  'report --format md': ['report', '--format', 'md'],
  'report --format json': ['report', '--format', 'json'],
};
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));

for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(runs)) {
    const start = performance.now();
    const options = { stdio: ['ignore', 'pipe', 'pipe'], env, maxBuffer: 2 ** 26 };
    const { status, stderr } = spawnSync(process.execPath, [program, '-C', large, ...args], options);
    times[name].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const floor = median(times.metrics);
console.log(`Node ${process.version}, ${rounds} rounds, 5,000 observations\n`);
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name.padEnd(24)} ${median(list).toFixed(0).padStart(6)} ms ${(median(list) / floor).toFixed(2).padStart(6)}`,
  );
}
if (median(times['report --format html']) > most * floor) {
  console.error(`the page takes more than ${most} times as long as the figures`);
  process.exitCode = 1;
}
