#!/usr/bin/env node
const { join } = require('node:path');
const { load } = require('./compiled.js');

const argv = process.argv.slice(2);
const { program, keep } = load(join(__dirname, '..', 'dist', 'main.cjs'), argv, process.env);
program.startProcess(argv).then(() => keep(process.exitCode));
