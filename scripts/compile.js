// Runs a new build on partnerships, so that V8 has compiled what most runs need, and keeps what V8 made of it for
// bin/partner.js. The folder of the build is given.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptBytes } from '../bin/keep-code.js';
import { loadFiles } from '../bin/partner.js';

const dist = process.argv[2];
const { program, files, id } = loadFiles(join(dist, 'main.cjs'), () => undefined);

// What is read out of the index, a moment after it was written, runs other code than what is read anew.
const folder = mkdtempSync(join(tmpdir(), 'partner-build-'));
const quiet = { isTTY: false, columns: undefined, write: () => {}, finished: async () => undefined };
const example = (name) => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
const kept = {
  cacheFolder: join(folder, 'cache'),
  clock: () => Date.now() + 3_600_000,
};
const filled = example('harbour-skills');
const started = join(folder, 'readers');
const commands = [
  ['-C', filled, 'status'],
  ['-C', filled, 'status'],
  ['-C', filled, 'validate', '--json'],
  ['-C', filled, 'validate'],
  ['-C', example('literacy-south'), 'status'],
  ['__complete', 'zsh', '-C', filled, 'add', 'pledges', 'type='],
  ['init', started, '--name', 'Readers'],
  ['-C', started, 'status'],
  ['-C', started, 'validate'],
  ['-C', started, 'check', 'problem-stated'],
  ['--help'],
];

// Where there is no git, the history is compiled when it is asked for.
const repository = join(folder, 'repository');
const author = ['-c', 'user.name=Build', '-c', 'user.email=build@localhost', '-c', 'commit.gpgSign=false'];
const git = (...args) =>
  spawnSync('git', [...author, ...args], { cwd: repository, stdio: 'ignore' }).status === 0;
cpSync(filled, repository, { recursive: true });
if (git('init', '-q')) {
  git('add', '-A');
  git('commit', '-q', '--no-verify', '-m', 'all');
  appendFileSync(join(repository, 'partnership.yaml'), 'x-note: changed\n');
  commands.push(['-C', repository, 'history'], ['-C', repository, 'history', '--json']);
}

for (const args of commands) {
  await program.runProcess(args, { stdout: quiet, stderr: quiet, resources: dist, ...kept });
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(dist, 'compiled', id), { recursive: true });
for (const { name, script } of files)
  writeFileSync(join(dist, 'compiled', id, name), keptBytes(script, ['*'], 1));
