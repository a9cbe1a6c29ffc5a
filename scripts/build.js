// Builds dist/: the program as one CommonJS file whose parts run when they are first needed, each large
// package as a file of its own, read when something asks for it, and the built-in models as JSON.
// CommonJS, because Node 20 takes 20 ms longer to load the same code as ES modules.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { frozenOutlines, lateBuiltins, leanTables } from './build-plugins.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Packages that most runs do without.
const vendors = [
  'bidi-js',
  'big.js',
  'chalk',
  'csv-parse/sync',
  'd3-scale',
  'd3-shape',
  'diff',
  'docx',
  'inquirer',
  'string-width',
  'write-excel-file/node',
  'yaml',
];
// Of these, what exports names and no default.
const named = ['chalk', 'csv-parse/sync', 'd3-scale', 'd3-shape', 'diff', 'docx', 'yaml'];
const vendorFile = (name) => `vendor/${name.replace('/', '-')}.cjs`;

// Built beside and renamed, so that a program that runs meanwhile never finds half of it.
const built = mkdtempSync(join(root, '.dist-'));
chmodSync(built, 0o755);
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

const vendorsApart = {
  name: 'vendors-apart',
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      vendors.includes(path) ? { path: `./${vendorFile(path)}`, external: true } : undefined,
    );
  },
};

await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  outdir: built,
  outExtension: { '.js': '.cjs' },
  define: {
    PARTNER_VERSION: JSON.stringify(version),
    'import.meta.url': '__url',
  },
  // Packages apart are CommonJS files: `require` reads them, without the loader of ES modules.
  supported: { 'dynamic-import': false },
  banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
  plugins: [await frozenOutlines(root), lateBuiltins, leanTables, vendorsApart],
});

await Promise.all(
  vendors.map((name) =>
    build({
      ...common,
      stdin: { contents: vendorSource(name), resolveDir: root },
      outfile: join(built, vendorFile(name)),
    }),
  ),
);

// What is imported as a default must be all that the file exports: that is how Node reads CommonJS.
function vendorSource(name) {
  if (named.includes(name)) return `export * from '${name}';`;
  return `const whole = require('${name}'); module.exports = whole.default ?? whole;`;
}

const models = join(root, 'templates', 'models');
mkdirSync(join(built, 'models'));
for (const id of readdirSync(models)) {
  const model = parse(readFileSync(join(models, id, 'model.yaml'), 'utf8'));
  writeFileSync(join(built, 'models', `${id}.json`), JSON.stringify(model));
}

// The manual, out of the help that the program gives. What runs a command is no part of it.
const manual = await build({
  ...common,
  entryPoints: ['src/manual.ts'],
  format: 'esm',
  minify: false,
  legalComments: 'none',
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

cpSync(join(root, 'templates', 'documents'), join(built, 'documents'), { recursive: true });

// V8's own compiled form of main.cjs after a run that used most of it. bin/partner.js offers it to V8,
// which takes it only from the same version of itself and compiles the source anew otherwise.
const warmUp = spawnSync(process.execPath, [join(root, 'scripts', 'compile.js'), built], {
  encoding: 'utf8',
});
if (warmUp.status !== 0) throw new Error(`scripts/compile.js failed: ${warmUp.stderr}`);

const dist = join(root, 'dist');
const old = `${built}-old`;
if (existsSync(dist)) renameSync(dist, old);
renameSync(built, dist);
rmSync(old, { recursive: true, force: true });
