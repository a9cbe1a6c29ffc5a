// How long `record --from` takes for 5,000 rows, as ratios to a bare parse of the file that it leaves, by the
// same yaml package, in a process of its own. `npm run bench` prints the table; give a number to change the rounds.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const example = join(root, 'examples', 'harbour-skills');
const partnership = join(folder, 'harbour');
const stage = join(partnership, 'stages', '08-measuring.yaml');
const table = join(folder, 'table.csv');
const env = { ...process.env, PARTNER_TODAY: '2026-11-20' };

const day = (index) => new Date(Date.UTC(2012, 0, 1 + index)).toISOString().slice(0, 10);
const rows = Array.from(
  { length: 5000 },
  (_, index) => `mentor-hours,${day(index)},${(index % 9) + 0.5},Timesheets of week ${index},Owen Tait`,
);
writeFileSync(table, ['metric,on,value,source,by', ...rows, ''].join('\n'));

const bareParse = `require('yaml').parse(require('node:fs').readFileSync(${JSON.stringify(stage)}, 'utf8'))`;
const record = [program, '-C', partnership, 'record', '--from', table];
const runs = {
  'the difference, as a dry run': [...record, '--dry-run'],
  'record 5,000 rows': record,
  'the same file again': record,
  'bare parse of the file': ['-e', bareParse],
};
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));

for (let round = 0; round < rounds; round += 1) {
  rmSync(partnership, { recursive: true, force: true });
  cpSync(example, partnership, { recursive: true });
  for (const [name, args] of Object.entries(runs)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
    times[name].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const floor = times['bare parse of the file'];
console.log(`Node ${process.version}, ${rounds} rounds\n`);
console.log(`${'run'.padEnd(30)} ${'median ms'.padStart(10)} ${'to the bare parse'.padStart(18)}`);
for (const [name, list] of Object.entries(times)) {
  const ratio = (median(list) / median(floor)).toFixed(2);
  console.log(`${name.padEnd(30)} ${median(list).toFixed(0).padStart(10)} ${ratio.padStart(18)}`);
}
