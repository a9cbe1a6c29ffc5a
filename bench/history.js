// `partner history` against `git log -p` of the same folder, over 1,000 commits, interleaved in one run, so
// that a busy machine slows both. `npm run bench` prints the table; give numbers to change the rounds
// and the commits. Fails where the history takes more than twice as long.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const rounds = Number(process.argv[2] ?? 9);
const commits = Number(process.argv[3] ?? 1000);
const most = 2;
const example = join(root, 'examples', 'harbour-skills');
const folder = mkdtempSync(join(tmpdir(), 'partner-bench-'));
const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', PARTNER_TODAY: '2028-01-01' };

const files = new Map(
  [
    'partnership.yaml',
    'reviews.yaml',
    ...readdirSync(join(example, 'stages')).map((name) => `stages/${name}`),
  ].map((name) => [name, readFileSync(join(example, name), 'utf8')]),
);

/** The day of a commit, one commit a day. */
const dayOf = (index) => new Date(Date.UTC(2025, 3, 1 + index)).toISOString().slice(0, 10);

// What people do between two commits: record figures, book hours, tick and untick, change a word.
const edits = [
  (index) =>
    append('stages/08-measuring.yaml', 'observations', [
      'metric: mentor-hours',
      `on: ${dayOf(index)}`,
      `value: ${index}`,
      'source: the register',
      'by: Dana',
    ]),
  (index) =>
    append('stages/07-implementing.yaml', 'contributions', [
      `id: c${index}`,
      'partner: northmole',
      'type: time',
      `hours: ${(index % 7) + 1}`,
      'rate: 120',
      `on: ${dayOf(index)}`,
    ]),
  (index) => replace('stages/09-reviewing.yaml', /done: (?:true|false)/, `done: ${index % 8 < 4}`),
  (index) =>
    replace(
      'stages/10-concluding.yaml',
      /^title: .*$/m,
      `title: Institutionalise or part, as of ${dayOf(index)}`,
    ),
];

function append(file, section, lines) {
  const text = files.get(file);
  const entry = lines.map((line, at) => `${at === 0 ? '  - ' : '    '}${line}\n`).join('');
  const head = `\n${section}:\n`;
  const at = text.indexOf(head);
  files.set(
    file,
    at < 0
      ? `${text}${section}:\n${entry}`
      : text.slice(0, at + head.length) + entry + text.slice(at + head.length),
  );
  return file;
}

function replace(file, pattern, fresh) {
  files.set(file, files.get(file).replace(pattern, fresh));
  return file;
}

function fastImport() {
  const parts = ['reset refs/heads/main\n'];
  const commit = (index, changed) => {
    const seconds = Date.parse(`${dayOf(index)}T10:00:00Z`) / 1000;
    const message = `commit ${index}\n`;
    parts.push(`commit refs/heads/main\nauthor Dana <dana@example.org> ${seconds} +0200\n`);
    parts.push(
      `committer Dana <dana@example.org> ${seconds} +0200\ndata ${Buffer.byteLength(message)}\n${message}`,
    );
    for (const name of changed) {
      const text = files.get(name);
      parts.push(`M 100644 inline partnerships/harbour/${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
    parts.push('\n');
  };
  commit(0, files.keys());
  for (let index = 1; index < commits; index += 1) commit(index, [edits[index % edits.length](index)]);
  return parts.join('');
}

const git = (args, input) =>
  execFileSync('git', args, { cwd: folder, env, input, stdio: ['pipe', 'pipe', 'inherit'] });
git(['init', '-q', '-b', 'main']);
// Objects stay loose, as commits leave them: git packs them when there are 6,700.
git(['-c', 'fastimport.unpackLimit=1000000', 'fast-import', '--quiet'], fastImport());
git(['reset', '-q', '--hard']);

const place = join(folder, 'partnerships', 'harbour');
const large = { cwd: place, env, maxBuffer: 2 ** 30 };
const runs = {
  'git log -p': ['git', ['--no-pager', 'log', '-p', '--', '.']],
  'partner history': [process.execPath, [program, 'history']],
  'partner history --json': [process.execPath, [program, 'history', '--json']],
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** The median times of all runs, in milliseconds. */
function measure() {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [command, args]] of Object.entries(runs)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(command, args, large);
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function print(title, times) {
  console.log(`\n${title.padEnd(26)} ${'median ms'.padStart(10)} ${'ratio'.padStart(6)}`);
  for (const [name, time] of Object.entries(times)) {
    const ratio = (time / times['git log -p']).toFixed(2);
    console.log(`${name.padEnd(26)} ${time.toFixed(0).padStart(10)} ${ratio.padStart(6)}`);
  }
}

console.log(`${commits} commits, ${rounds} rounds, Node ${process.version}`);
const loose = measure();
print('as commits leave it', loose);
git(['gc', '-q']);
print('packed by git gc', measure());
rmSync(folder, { recursive: true, force: true });
if (loose['partner history'] > most * loose['git log -p']) process.exitCode = 1;
