// Keeps V8's compiled form of the program for the next run; partner.js says why and where.
const {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} = require('node:fs');
const { join } = require('node:path');

/** Keeps what V8 has compiled by now of some files, after a run of these commands; `id` is the folder of this build. */
exports.keep = function keep(files, commands, folder, id) {
  for (const { name, script, known = [] } of files)
    write(join(folder, id), name, keptBytes(script, [...new Set([...known, ...commands])], 2));
  forget(folder, id);
};

/**
 * A line with the number of V8's bytes and the commands that they have the code of, then the bytes, once or twice. They
 * begin at a multiple of eight: V8 copies what does not.
 */
function keptBytes(script, commands, copies) {
  const data = script.createCachedData();
  const words = `${['', ...commands].join(' ')}\n`;
  const length = Math.ceil((words.length + `${data.length}`.length) / 8) * 8;
  const head = Buffer.from(`${data.length}`.padStart(length - words.length, '0') + words);
  return Buffer.concat([head, ...Array(copies).fill(data)]);
}
exports.keptBytes = keptBytes;

// What cannot be kept is made again; nobody has to hear of it. It is on the disk before it has its name: of what is
// not, the power takes a part.
function write(folder, name, bytes) {
  const temporary = join(folder, `${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = openSync(temporary, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(folder, name));
  } catch {
    rmSync(temporary, { force: true });
  }
}

const isKeptCode = /^[0-9a-f]{32}-v\d/;

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
