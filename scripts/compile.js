// Compiles dist/main.cjs, runs it once on a new partnership so that V8 has compiled what a run needs, and
// keeps what V8 made of it for bin/compiled.js. The folder of the build is given.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { nameOf } from '../bin/compiled.js';

const main = join(process.argv[2], 'main.cjs');
const source = readFileSync(main, 'utf8');
const script = new Script(Module.wrap(source), { filename: main });
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(main), loaded, main, dirname(main));

const folder = join(mkdtempSync(join(tmpdir(), 'partner-build-')), 'readers');
const quiet = { isTTY: false, columns: undefined, write: () => {}, finished: async () => undefined };
const filled = fileURLToPath(new URL('../examples/harbour-skills', import.meta.url));
const commands = [
  ['-C', filled, 'status'],
  ['-C', filled, 'validate', '--json'],
  ['__complete', 'zsh', '-C', filled, 'add', 'pledges', 'type='],

  ['init', folder, '--name', 'Readers'],
  ['-C', folder, 'status'],
  ['-C', folder, 'validate'],
  ['--help'],
];

// Where there is no git, the history is compiled when it is asked for.
const repository = mkdtempSync(join(tmpdir(), 'partner-build-'));
const author = ['-c', 'user.name=Build', '-c', 'user.email=build@localhost', '-c', 'commit.gpgSign=false'];
const git = (...args) =>
  spawnSync('git', [...author, ...args], { cwd: repository, stdio: 'ignore' }).status === 0;
if (git('init', '-q')) {
  cpSync(filled, repository, { recursive: true });
  git('add', '-A');
  git('commit', '-q', '--no-verify', '-m', 'all');
  appendFileSync(join(repository, 'partnership.yaml'), 'x-note: changed\n');
  commands.push(['-C', repository, 'history'], ['-C', repository, 'history', '--json']);
}

for (const args of commands) {
  await loaded.exports.runProcess(args, { stdout: quiet, stderr: quiet, resources: dirname(main) });
}
rmSync(dirname(folder), { recursive: true, force: true });
rmSync(repository, { recursive: true, force: true });
mkdirSync(join(process.argv[2], 'compiled'));
writeFileSync(
  join(process.argv[2], 'compiled', nameOf(source)),
  Buffer.concat([Buffer.from('built *\n'), script.createCachedData()]),
);
