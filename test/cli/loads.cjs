// Given to node by --require: tells at the end, on file 3, which files were loaded and whether zod ran.
const { writeSync } = require('node:fs');
const Module = require('node:module');

const files = new Set();
const load = Module._load;
Module._load = (request, ...rest) => {
  files.add(request);
  return load(request, ...rest);
};
process.on('exit', () => {
  const zod = Object.keys(globalThis).some((name) => name.startsWith('__zod'));
  writeSync(3, JSON.stringify({ files: [...files], builtins: process.moduleLoadList, zod }));
});
