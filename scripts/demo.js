// What `npm run demo` shows a newcomer: sets the checkout up, then does the main job on a copy of a real
// example, so that nothing in the checkout changes: status, a tick, a gate review, the checks.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (!existsSync(join(root, 'dist', 'main.js'))) {
  // Installing builds as well.
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
}

const copy = join(mkdtempSync(join(tmpdir(), 'partner-demo-')), 'harbour-skills');
cpSync(join(root, 'examples', 'harbour-skills'), copy, { recursive: true });

let failed = false;

function partner(expected, ...args) {
  console.log(
    `\n$ partner ${args.map((arg) => (/^[\w./:=@-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ')}\n`,
  );
  const env = { ...process.env, PARTNER_TODAY: '2026-11-20' };
  const { status } = spawnSync(process.execPath, [join(root, 'bin', 'partner.js'), '-C', copy, ...args], {
    stdio: 'inherit',
    env,
  });
  if (status !== expected) failed = true;
}

partner(0, 'status');
partner(0, 'check', 'partners-saw-draft', '--evidence', 'docs/circulation-2026-11.eml');
partner(
  0,
  'advance',
  '--waive',
  'targets-compared=the auditor answers on 1 December',
  '--reviewer',
  'Ruth Adler',
  '--dry-run',
);
partner(0, 'validate');
partner(0, 'status', '--lang', 'he');

console.log(`\nThe copy that this worked on stands in ${copy}`);
if (failed) {
  console.error('A step of the demo ended otherwise than it should.');
  process.exitCode = 1;
}
