// Makes the folders of examples/ again: follows the transcripts in scripts/examples, each command
// through the built program on the day that stands above it. Reviews get new random ids; nothing else
// differs between two runs. Usage: node scripts/make-examples.js [NAME]…
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const transcripts = join(scripts, 'examples');
const examples = join(scripts, '..', 'examples');
const program = process.env.PARTNER_PROGRAM ?? join(scripts, '..', 'bin', 'partner.js');

/** The words of a command line, with `"…"` and `'…'` as a shell reads them. */
function wordsOf(line) {
  const words = line.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double, single) =>
      double === undefined ? single : double.replace(/\\(["\\])/g, '$1'),
    ),
  );
}

/** Runs the program as a person in `folder` would on that day; the partnership is inside it once begun. */
function runPartner(words, { parent, folder, today }) {
  const cwd = words[0] === 'init' ? parent : folder;
  execFileSync(process.execPath, [program, '--no-input', '--today', today, ...words], {
    cwd,
    env: { ...process.env, PARTNER_TODAY: undefined, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
}

/** Changes a file as a person does in an editor; a place that is not there is a mistake in the transcript. */
function editFile(path, edit) {
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`nothing to change in ${path}`);
  writeFileSync(path, after);
}

// `comment FILE LINE TEXT` puts a line above the first line that reads LINE.
function comment([file, line, text], { folder }) {
  editFile(join(folder, file), (before) => before.replace(`\n${line}\n`, () => `\n${text}\n${line}\n`));
}

// `replace FILE AFTER OLD NEW` changes the first OLD that follows AFTER.
function replace([file, place, old, fresh], { folder }) {
  editFile(join(folder, file), (before) => {
    const at = before.indexOf(old, before.indexOf(place));
    return before.includes(place) && at >= 0
      ? `${before.slice(0, at)}${fresh}${before.slice(at + old.length)}`
      : before;
  });
}

function writeDocument([file], { folder }, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Follows one transcript in a fresh folder under `parent`, and gives the folder that it made. */
function follow(name, parent) {
  const place = { parent, folder: join(parent, name), today: '' };
  const lines = readFileSync(join(transcripts, `${name}.txt`), 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at].trim();
    if (line === '' || line.startsWith('#')) continue;
    const [verb, ...words] = wordsOf(line);
    try {
      if (verb === '==') [place.today] = words;
      else if (verb === 'partner') runPartner(words, place);
      else if (verb === 'comment') comment(words, place);
      else if (verb === 'replace') replace(words, place);
      else if (verb === 'write') {
        const end = lines.indexOf('end', at);
        writeDocument(words, place, `${lines.slice(at + 1, end).join('\n')}\n`);
        at = end;
      } else throw new Error(`no such verb: ${verb}`);
    } catch (error) {
      throw new Error(`${name}.txt:${at + 1}: ${line}\n${error.stderr || error.message}`);
    }
  }
  return place.folder;
}

const known = readdirSync(transcripts).map((file) => basename(file, '.txt'));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : known;
const parent = mkdtempSync(join(tmpdir(), 'partner-examples-'));
try {
  for (const name of wanted) {
    const made = follow(name, parent);
    const target = join(examples, name);
    rmSync(join(made, '.partner'), { recursive: true, force: true });
    rmSync(target, { recursive: true, force: true });
    cpSync(made, target, { recursive: true });
    process.stdout.write(`examples/${name}\n`);
  }
} finally {
  rmSync(parent, { recursive: true, force: true });
}
