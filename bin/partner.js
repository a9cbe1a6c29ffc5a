#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const module_ = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const main = join(dirname(__dirname), 'dist', 'main.cjs');

// Node 22 and later keep compiled code between runs. For Node 20 the build has kept it beside the
// program; V8 refuses what another version of it compiled, and then simply compiles.
function load() {
  if (module_.enableCompileCache !== undefined) {
    module_.enableCompileCache();
    return require(main);
  }
  let cachedData;
  try {
    cachedData = readFileSync(join(dirname(main), 'main.cache'));
  } catch {
    return require(main);
  }
  const script = new Script(module_.wrap(readFileSync(main, 'utf8')), { filename: main, cachedData });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, module_.createRequire(main), loaded, main, dirname(main));
  return loaded.exports;
}

// Without a handler a signal ends the program in the middle of a write, and its lock and its temporary file
// stay behind for the next command to clear up. With one it ends between two steps: a write is one step.
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.once(signal, () => process.exit(128 + number));
}

load()
  .runProcess(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
