// What `npm run demo` shows a newcomer: sets the checkout up, then does the main job on copies of the
// examples: status, a tick, a gate review, the checks, the report; the same in Hebrew; all of them together.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (!existsSync(join(root, 'dist', 'main.cjs'))) {
  // Installing builds as well.
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
}

// Beside each other, as the folders of an organisation would lie; so that nothing in the checkout changes.
const copies = mkdtempSync(join(tmpdir(), 'partner-demo-'));
cpSync(join(root, 'examples'), copies, { recursive: true });

let failed = false;

function partner(folder, ...args) {
  const words = args.map((arg) => (/^[\w./:=@-]+$/.test(arg) ? arg : JSON.stringify(arg)));
  console.log(`\n${folder}$ partner ${words.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin', 'partner.js'), ...args], {
    cwd: join(copies, folder),
    stdio: 'inherit',
    env: { ...process.env, PARTNER_TODAY: '2026-11-20' },
  });
  if (status !== 0) failed = true;
}

partner('harbour-skills', 'status');
partner('harbour-skills', 'check', 'partners-saw-draft', '--evidence', 'docs/circulation-2026-11.eml');
partner(
  'harbour-skills',
  'advance',
  '--waive',
  'targets-compared=the auditor answers on 1 December',
  '--reviewer',
  'Ruth Adler',
  '--dry-run',
);
partner('harbour-skills', 'validate');
partner('harbour-skills', 'report', '--out', 'report.html');
partner('literacy-south', 'status');
partner('.', 'list');

console.log(`
The copies that this worked on stand in ${copies}
The page to open in a browser is ${join(copies, 'harbour-skills', 'report.html')}`);
if (failed) {
  console.error('A step of the demo ended otherwise than it should.');
  process.exitCode = 1;
}
