#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.();
const { runProcess } = await import('../dist/main.js');
process.exitCode = await runProcess(process.argv.slice(2));
