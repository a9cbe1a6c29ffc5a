#!/usr/bin/env node
// Starts the program, with V8's compiled form of it, which is kept between runs: with it a run starts a third sooner.
//
// It is code that nobody can read, and V8 does not look at it closely: it takes what another build of the same
// V8 made (and then the process dies), and of the source it compares the length only. So it is never part of a
// package. It is kept where only this person writes, under the name of the one Node and the one text that it is
// of. The compile cache of Node 22 and later would not do: it keeps a text as it was before anything of it had run,
// without the functions that a run compiles, which is most of the work.
//
// All that every run needs is in this one file, since Node takes half a millisecond for each; keep-code.js has the rest.
const { readFileSync, statSync } = require('node:fs');
const { dirname, isAbsolute, join, resolve } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads a built program, whose files ask for each other by `./`. `compiled` gives what is kept of a file, by its name
 * and the folder of all that is kept of this build, or `undefined`. `files` are those that were loaded so far, each
 * with its path, its script and the commands that the code kept of it is for.
 */
exports.loadFiles = function loadFiles(main, compiled) {
  const loaded = new Map();
  const files = [];
  let id;
  const requireFile = (path) => {
    if (loaded.has(path)) return loaded.get(path).exports;
    // The build put the function around it that Node's own loader would put: done here it would copy the text.
    const source = readFileSync(path, 'utf8');
    const digest = source.slice(2, 34);
    id ??= `${digest}-${nodeName()}`;
    const name = `${digest}.code`;
    const found = compiled(name, id);
    const script = new Script(source, { filename: path, cachedData: found?.data });
    // What V8 does not take up is that of a run with other settings, and fit for the next one that has none.
    files.push({ path, name, script, known: found?.commands });
    const module = { exports: {} };
    loaded.set(path, module);
    const folder = dirname(path);
    const requireFrom = (word) => (word.startsWith('./') ? requireFile(join(folder, word)) : require(word));
    script.runInThisContext()(module.exports, requireFrom, module, path, folder);
    return module.exports;
  };
  const program = requireFile(main);
  return { program, files, id };
};

async function run(dist, argv, env) {
  const { program, files, id } = exports.loadFiles(join(dist, 'main.cjs'), (name, id) => {
    // What the build made comes and goes with the program; of what was written in passing a part may be lost.
    const built = read(join(dist, 'compiled', id, name), 1);
    if (built !== undefined) return built;
    const folder = ownFolder(env);
    return folder && read(join(folder, id, name), 2);
  });
  await program.startProcess(argv);
  if (process.exitCode > 1) return;
  const commands = argv.filter((word) => program.commandNames.includes(word));
  const isKnown = ({ known }) =>
    known !== undefined && (known.includes('*') || commands.every((command) => known.includes(command)));
  const news = files.filter((file) => !isKnown(file));
  const folder = news.length > 0 ? ownFolder(env) : undefined;
  if (folder === undefined) return;
  const { keep } = require('./keep-code.js');
  keep(news, commands, folder, id);
}

/** All that tells one build of Node from another. */
function nodeName() {
  const { size } = statSync(process.execPath);
  return `${process.version}-${process.platform}-${process.arch}-${size}`;
}

/**
 * The person's own folder for what can be made again. The common folder for temporary files, which Node would
 * take, will not do: anybody can put there what the next one runs. Nor will one that belongs to somebody else,
 * as under sudo.
 */
function ownFolder({ NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME }) {
  // As Node 22 and later understand these: it is the person's own word.
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  if (NODE_COMPILE_CACHE) return resolve(NODE_COMPILE_CACHE);
  if (process.platform === 'win32')
    return isOwn(LOCALAPPDATA) ? join(LOCALAPPDATA, 'partner', 'Cache') : undefined;
  if (isOwn(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'partner');
  const below = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return isOwn(HOME) ? join(HOME, ...below, 'partner') : undefined;
}

function isOwn(folder) {
  if (folder === undefined || !isAbsolute(folder)) return false;
  try {
    const stats = statSync(folder);
    if (!stats.isDirectory()) return false;
    return process.platform === 'win32' || (stats.uid === process.geteuid() && (stats.mode & 0o002) === 0);
  } catch {
    return false;
  }
}

// The commands' names are some 400 bytes.
const longestHead = 1_024;

/** What is kept of one file; `undefined` where it is not whole, since V8 would not notice and die of it. */
function read(path, copies) {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const [head] = bytes.latin1Slice(0, longestHead).split('\n', 1);
  const [size, ...commands] = head.split(' ');
  const start = head.length + 1;
  const end = start + Number(size);
  const data = bytes.subarray(start, end);
  // Two copies that are the same, since a sum over one would bring in a module of Node's that takes longer to load
  // than all of ours.
  if (bytes.length !== start + copies * Number(size)) return undefined;
  return copies === 2 && !data.equals(bytes.subarray(end)) ? undefined : { commands, data };
}

if (require.main === module)
  run(join(__dirname, '..', 'dist'), process.argv.slice(2), process.env)
    // All is written by now. Left to end by itself, Node takes its memory apart first, for a millisecond.
    .then(() => process.exit());
