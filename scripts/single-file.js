// Builds partner.cjs: the whole program with all that it reads, in one file that `node partner.cjs` runs. With
// `--executable` also partner (partner.exe on Windows), which needs no Node: a copy of the Node that runs this script
// with the program in it, by Node's own "single executable applications". Both go to build/, or to the folder given.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { leanQuestions } from './build-plugins.js';
import { common, leanPlugins, program, resourceFiles, root } from './bundling.js';
import { bundledPackages, licencesText } from './licences.js';

const asked = process.argv.slice(2);
const folder = resolve(asked.find((word) => !word.startsWith('-')) ?? join(root, 'build'));
const bundle = join(folder, 'partner.cjs');

const embeddedResources = {
  name: 'embedded-resources',
  setup(build) {
    const contents = `export const embedded = ${JSON.stringify(Object.fromEntries(resourceFiles()))};`;
    build.onLoad({ filter: /store[/\\]embedded\.ts$/ }, () => ({ contents }));
  },
};

mkdirSync(folder, { recursive: true });
const { metafile } = await build({
  ...common,
  ...program,
  banner: { js: '#!/usr/bin/env node' },
  stdin: {
    contents: `
      import { startProcess } from './src/main.ts';
      startProcess(process.argv.slice(2));`,
    resolveDir: root,
  },
  outfile: bundle,
  plugins: [...(await leanPlugins()), leanQuestions, embeddedResources],
});
chmodSync(bundle, 0o755);
// One file has to hold the licences, too: it is passed on alone.
const licences = [
  readFileSync(join(root, 'LICENSE'), 'utf8'),
  licencesText(bundledPackages(root, [metafile])),
];
appendFileSync(bundle, `/*\n${licences.join('\n').replaceAll('*/', '* /')}*/\n`);
console.log(bundle);

if (asked.includes('--executable')) await makeExecutable();

async function makeExecutable() {
  const executable = join(folder, process.platform === 'win32' ? 'partner.exe' : 'partner');
  const config = join(folder, 'sea.json');
  const blob = join(folder, 'sea.blob');
  rmSync(executable, { force: true });
  const settings = { main: bundle, output: blob, disableExperimentalSEAWarning: true, useCodeCache: true };
  // Node 25.5 and later make the whole executable; earlier ones a blob that something else puts in.
  if (isKnown('--build-sea')) {
    writeFileSync(config, JSON.stringify({ ...settings, output: executable }));
    execFileSync(process.execPath, ['--build-sea', config], { stdio: 'inherit' });
  } else {
    writeFileSync(config, JSON.stringify(settings));
    execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'inherit' });
    copyFileSync(process.execPath, executable);
    chmodSync(executable, 0o755);
    if (process.platform === 'darwin') execFileSync('codesign', ['--remove-signature', executable]);
    await putIn(executable, blob);
  }
  if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', executable]);
  for (const made of [config, blob]) rmSync(made, { force: true });
  copyNodeLicence();
  console.log(executable);
}

// Where Node looks for the program that was put into it: docs of Node, "Single executable applications".
async function putIn(executable, blob) {
  const { inject } = await import('postject');
  await inject(executable, 'NODE_SEA_BLOB', readFileSync(blob), {
    sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
    ...(process.platform === 'darwin' ? { machoSegmentName: 'NODE_SEA' } : {}),
  });
}

function isKnown(flag) {
  return (
    process.allowedNodeEnvironmentFlags.has(flag) ||
    spawnSync(process.execPath, ['--help'], { encoding: 'utf8' }).stdout.includes(flag)
  );
}

// The executable is Node too, so Node's licence and those of what is in it have to go along.
function copyNodeLicence() {
  const places = [join(dirname(process.execPath), '..'), dirname(process.execPath)];
  const found = places
    .map((place) => join(place, 'LICENSE'))
    .find((path) => existsSync(path) && /Node\.js is licensed/.test(readFileSync(path, 'utf8')));
  if (found === undefined)
    console.error(
      'LICENSE of Node was not found beside it: put it with the executable before you pass it on.',
    );
  else copyFileSync(found, join(folder, 'LICENSE.node'));
}
