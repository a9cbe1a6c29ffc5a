// V8's compiled form of the program, kept between runs: with it a run starts a third sooner.
//
// It is code that nobody can read, and V8 does not look at it closely: it takes what another build of the same
// V8 made (and then the process dies), and of the source it compares the length only. So it is never part of a
// package. It is kept where only this person writes, under the name of the one Node and the one text that it is
// of. The compile cache of Node 22 and later would not do: it keeps a text as it was before anything of it had run,
// without the functions that a run compiles, which is most of the work.
const { isAscii } = require('node:buffer');
const {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { dirname, isAbsolute, join, resolve } = require('node:path');
const { Script } = require('node:vm');

/** Loads a built program, as `require` would. `keep` is called when it has run, with its exit code. */
exports.load = function load(main, argv, env) {
  const folder = ownFolder(env);
  const { program, files, id } = loadFiles(main, (name, id) => {
    const built = read(join(dirname(main), 'compiled', id, name), true);
    return built ?? (folder && read(join(folder, id, name), false));
  });
  const keep = (code) => {
    if (folder === undefined || code > 1) return;
    const commands = argv.filter((word) => program.commandNames.includes(word));
    const isKnown = ({ known }) =>
      known !== undefined && (known.includes('*') || commands.every((command) => known.includes(command)));
    const news = files.filter((file) => !isKnown(file));
    for (const { name, script, known = [] } of news)
      write(join(folder, id), name, [...new Set([...known, ...commands])], script.createCachedData());
    if (news.length > 0) forget(folder, id);
  };
  return { program, keep };
};

/**
 * Loads a built program whose files ask for each other by `./`. `compiled` gives what is kept of a file, by its name
 * and the folder of all that is kept of this build, or `undefined`. `files` are those that were loaded so far, each
 * with its path, its script and the commands that the code kept of it is for.
 */
function loadFiles(main, compiled) {
  const loaded = new Map();
  const files = [];
  let id;
  const requireFile = (path) => {
    if (loaded.has(path)) return loaded.get(path).exports;
    const bytes = readFileSync(path);
    // What is all ASCII, as nearly all is, need not be decoded.
    const source = isAscii(bytes) ? bytes.latin1Slice() : bytes.utf8Slice();
    const digest = /^\/\*([0-9a-f]{32})/.exec(source)?.[1] ?? 'unknown';
    id ??= `${digest}-${nodeName()}`;
    const name = `${digest}.code`;
    const found = compiled(name, id);
    const script = new Script(wrapped(source), { filename: path, cachedData: found?.data });
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
}
exports.loadFiles = loadFiles;

/** As `wrap` of node:module, which brings the loader of ES modules along. */
function wrapped(source) {
  return `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
}

const isKeptCode = /^[0-9a-f]{32}-v\d/;

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

// A line with a checksum and the commands that it has the code of, then V8's bytes. What the build made comes and
// goes with the program; of what was written in passing a part may be lost with the power, and V8 would not notice.
function read(path, isBuilt) {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf('\n');
  const [sum, ...commands] = bytes.toString('latin1', 0, end).split(' ');
  const data = bytes.subarray(end + 1);
  return isBuilt || sum === checksum(data) ? { commands, data } : undefined;
}

function checksum(bytes) {
  return require('node:zlib').crc32(bytes).toString(16);
}

// What cannot be kept is made again; nobody has to hear of it.
function write(folder, name, commands, data) {
  const temporary = join(folder, `${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(
      temporary,
      Buffer.concat([Buffer.from(`${[checksum(data), ...commands].join(' ')}\n`), data]),
      { flag: 'wx', mode: 0o600 },
    );
    renameSync(temporary, join(folder, name));
  } catch {
    rmSync(temporary, { force: true });
  }
}

// Of older versions of the program or of Node; a few, for who has several of them.
function forget(folder, newest) {
  try {
    const others = readdirSync(folder).filter((name) => isKeptCode.test(name) && name !== newest);
    const dated = others.map((name) => ({
      path: join(folder, name),
      at: statSync(join(folder, name)).mtimeMs,
    }));
    for (const { path } of dated.sort((a, b) => b.at - a.at).slice(3))
      rmSync(path, { recursive: true, force: true });
  } catch {
    // Another run forgets them as well.
  }
}
