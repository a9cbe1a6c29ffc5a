// Makes the pictures of docs/pictures from the examples: what the built program prints on a terminal as SVG,
// and its report as PNG, photographed in Debian's chromium. `--check` makes nothing, needs no browser, and
// says which picture no longer fits what the program prints (exit code 1).
// Usage: node scripts/make-pictures.js [--check] [--dir DIR]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportPicture, sourceOf } from './pictures/report-picture.js';
import { terminalSvg } from './pictures/terminal-svg.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'partner.js');
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, dir: { type: 'string' } },
});
const pictures = resolve(values.dir ?? join(root, 'docs', 'pictures'));
const today = '2026-11-20';

const terminals = [
  { name: 'status.en.svg', folder: 'harbour-skills', args: ['status'], columns: 100 },
  { name: 'status.he.svg', folder: 'literacy-south', args: ['status'], columns: 100 },
  { name: 'timeline.en.svg', folder: 'harbour-skills', args: ['timeline'], columns: 100 },
  { name: 'timeline.he.svg', folder: 'literacy-south', args: ['timeline'], columns: 100 },
  { name: 'list.en.svg', folder: '.', args: ['list', '--lang', 'en'], columns: 100 },
  { name: 'list.he.svg', folder: '.', args: ['list', '--lang', 'he'], columns: 100 },
];
const reports = [
  { name: 'report.en', folder: 'harbour-skills' },
  { name: 'report.he', folder: 'literacy-south' },
];

// Away from this repository: the report tells what git recorded last, which is not the examples' own story.
const copies = mkdtempSync(join(tmpdir(), 'partner-pictures-'));
const env = {
  ...{ PATH: process.env.PATH, HOME: copies, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  ...{ PARTNER_TODAY: today, PARTNER_BIDI: 'visual' },
};

/** What a command prints on a terminal of some columns: `script` gives it one. */
function onTerminal({ folder, args, columns }) {
  const words = ['exec', process.execPath, program, ...args].map((word) => `'${word}'`).join(' ');
  const printed = execFileSync('script', ['-qec', `stty cols ${columns} && ${words}`, '/dev/null'], {
    cwd: join(copies, folder),
    env: { ...env, SHELL: '/bin/sh' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return printed.replaceAll('\r\n', '\n');
}

function reportIn(folder) {
  const options = { cwd: join(copies, folder), env, encoding: 'utf8', maxBuffer: 1 << 26 };
  return execFileSync(process.execPath, [program, 'report', '--format', 'html'], options);
}

/** Every picture by its name, with what it shows now and how it is made. */
function wanted() {
  const svgs = terminals.map((terminal) => {
    const svg = terminalSvg(onTerminal(terminal), {
      command: `partner ${terminal.args[0]}`,
      columns: terminal.columns,
    });
    return { name: terminal.name, fits: (made) => made.toString('utf8') === svg, make: async () => svg };
  });
  const pngs = reports.flatMap(({ name, folder }) => {
    const page = reportIn(folder);
    return ['light', 'dark'].map((colorScheme) => ({
      name: `${name}.${colorScheme}.png`,
      fits: (made) => sourceOf(made) === sourceOf(page),
      make: () => reportPicture(page, colorScheme),
    }));
  });
  return [...svgs, ...pngs];
}

try {
  if (spawnSync('script', ['-qec', 'true', '/dev/null']).status !== 0) {
    throw new Error('there is no `script` (util-linux) here to give the program a terminal');
  }
  cpSync(join(root, 'examples'), copies, { recursive: true });
  for (const { name, fits, make } of wanted()) {
    const path = join(pictures, name);
    if (existsSync(path) && fits(readFileSync(path))) continue;
    if (values.check) {
      process.stderr.write(`${name} no longer shows what the program prints: npm run pictures\n`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, await make());
      process.stdout.write(`${path}\n`);
    }
  }
} finally {
  rmSync(copies, { recursive: true, force: true });
}
