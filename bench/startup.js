// Start-up of the built program as ratios to a bare `node -e 0` in the same run, interleaved, so that a
// busy machine slows both. `npm run bench` prints the table; give a number to change the rounds. "Read anew" is
// without the index, as after a change; all else is as it is from the second run on.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const rounds = Number(process.argv[2] ?? 21);
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const fresh = join(folder, 'fresh');
const full = join(folder, 'full');
const hebrew = join(folder, 'hebrew');
const env = { ...process.env, PARTNER_TODAY: '2026-11-20', PARTNER_CACHE: join(folder, 'cache') };
const anew = { ...env, PARTNER_CACHE: 'off' };

execFileSync(process.execPath, [program, 'init', fresh, '--name', 'Readers', '--lang', 'en'], {
  stdio: 'ignore',
  env,
});
cpSync(join(root, 'examples', 'harbour-skills'), full, { recursive: true });
cpSync(join(root, 'examples', 'literacy-south'), hebrew, { recursive: true });

const runs = {
  'node -e 0': [['-e', '0'], env],
  '--help': [[program, '--help'], env],
  '--version': [[program, '--version'], env],
  'status, new partnership': [[program, '-C', fresh, 'status'], env],
  'status, all sections filled': [[program, '-C', full, 'status'], env],
  'status --json, filled': [[program, '-C', full, 'status', '--json'], env],
  'status, filled, Hebrew': [[program, '-C', hebrew, 'status'], env],
  'validate, filled': [[program, '-C', full, 'validate'], env],
  'status, new, read anew': [[program, '-C', fresh, 'status'], anew],
  'status, filled, read anew': [[program, '-C', full, 'status'], anew],
  'validate, filled, read anew': [[program, '-C', full, 'validate'], anew],
};
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));

// What was written a moment ago is kept in no index.
await new Promise((resolve) => setTimeout(resolve, 200));
for (let round = -1; round < rounds; round += 1) {
  for (const [name, [args, itsEnv]] of Object.entries(runs)) {
    const start = performance.now();
    // Pipes, as in a script: to a device such as /dev/null, Node's terminal modules would be loaded to ask what it is.
    spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: itsEnv });
    if (round >= 0) times[name].push(performance.now() - start);
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const least = (list) => Math.min(...list);
const floor = times['node -e 0'];
console.log(`Node ${process.version}, ${rounds} rounds\n`);
console.log(
  `${'run'.padEnd(30)} ${'least ms'.padStart(9)} ${'ratio'.padStart(6)} ${'median ms'.padStart(10)} ${'ratio'.padStart(6)}`,
);
for (const [name, list] of Object.entries(times)) {
  const columns = [
    least(list).toFixed(1).padStart(9),
    (least(list) / least(floor)).toFixed(2).padStart(6),
    median(list).toFixed(1).padStart(10),
    (median(list) / median(floor)).toFixed(2).padStart(6),
  ];
  console.log(`${name.padEnd(30)} ${columns.join(' ')}`);
}
