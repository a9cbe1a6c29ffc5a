// Builds dist/: the program in parts (see parts.js), whose modules run when they are first needed, each large
// package as a file of its own, the built-in models as JSON, the templates of documents, and the licences
// of what is bundled. CommonJS, because Node 20 takes 20 ms longer to load the same code as ES modules.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { common, leanPlugins, resourceFiles, root, vendorBuild, vendors, version } from './bundling.js';
import { bundledPackages, licencesFile, licencesText } from './licences.js';
import { buildParts } from './parts.js';

const vendorFile = (name) => `vendor/${name.replace('/', '-')}.cjs`;

// Built beside and renamed, so that a program that runs meanwhile never finds half of it.
const built = mkdtempSync(join(root, '.dist-'));
chmodSync(built, 0o755);

const vendorsApart = {
  name: 'vendors-apart',
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      vendors.includes(path) ? { path: `./${vendorFile(path)}`, external: true } : undefined,
    );
  },
};

const results = (
  await Promise.all([
    buildParts(built, [...(await leanPlugins()), vendorsApart]),
    ...vendors.map((name) => build({ ...vendorBuild(name), outfile: join(built, vendorFile(name)) })),
  ])
).flat();

const packages = bundledPackages(
  root,
  results.map(({ metafile }) => metafile),
);
writeFileSync(join(built, licencesFile), licencesText(packages));

for (const [name, text] of resourceFiles()) {
  mkdirSync(dirname(join(built, name)), { recursive: true });
  writeFileSync(join(built, name), text);
}

// Each is the function that bin/partner.js calls, as Node's own loader would make it of the text. At its head stands
// the digest of what comes after, by which one text is known from another.
for (const { metafile } of results) {
  for (const file of Object.keys(metafile.outputs)) {
    const path = join(root, file);
    const code = readFileSync(path);
    const digest = createHash('sha256').update(code).digest('hex');
    const head = `/*${digest}*/(function (exports, require, module, __filename, __dirname) {`;
    writeFileSync(path, Buffer.concat([Buffer.from(head), code, Buffer.from('})')]));
  }
}

// For this very Node, V8's compiled form after runs that used most of the program: a checkout is quick from its
// first run on. It is no part of the package.
const warmUp = spawnSync(process.execPath, [join(root, 'scripts', 'compile.js'), built], {
  encoding: 'utf8',
});
if (warmUp.status !== 0) throw new Error(`scripts/compile.js failed: ${warmUp.stderr}`);

// The manual, out of the help that the program gives. What runs a command is no part of it.
const manual = await build({
  ...common,
  entryPoints: ['src/manual.ts'],
  format: 'esm',
  minify: false,
  external: ['../commands/*'],
  write: false,
});
const { manualPage } = await import(
  `data:text/javascript;base64,${Buffer.from(manual.outputFiles[0].contents).toString('base64')}`
);
// One day for all who build the same source: https://reproducible-builds.org/specs/source-date-epoch/
const { SOURCE_DATE_EPOCH } = process.env;
const now = SOURCE_DATE_EPOCH === undefined ? new Date() : new Date(Number(SOURCE_DATE_EPOCH) * 1000);
const firstModel = JSON.parse(readFileSync(join(built, 'models', 'iblf-10.json'), 'utf8'));
for (const [language, folder] of [
  ['en', 'man1'],
  ['he', 'he/man1'],
]) {
  const page = await manualPage(language, firstModel, { version, date: now.toISOString().slice(0, 10) });
  mkdirSync(join(built, 'man', folder), { recursive: true });
  writeFileSync(join(built, 'man', folder, 'partner.1'), page);
}

const dist = join(root, 'dist');
const old = `${built}-old`;
if (existsSync(dist)) renameSync(dist, old);
renameSync(built, dist);
rmSync(old, { recursive: true, force: true });
