// Given to node by --require: tells at the end, on file 3, which files were loaded and whether zod ran.
const { writeSync } = require('node:fs');
const vm = require('node:vm');

const files = new Set();
// As bin/partner.js loads each file of the program.
vm.Script = class extends vm.Script {
  constructor(source, options) {
    files.add(options.filename);
    super(source, options);
  }
};
process.on('exit', () => {
  const zod = Object.keys(globalThis).some((name) => name.startsWith('__zod'));
  writeSync(3, JSON.stringify({ files: [...files], builtins: process.moduleLoadList, zod }));
});
