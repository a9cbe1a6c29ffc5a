// How the program is bundled, for all that scripts/ makes of it: dist/, the single file, the executable.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { frozenOutlines, lateBuiltins, leanQuestions, leanTables } from './build-plugins.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packages that most runs do without: each is a file of its own in dist/, read when something asks for it. */
export const vendors = [
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

/** What every bundle of ours has in common. What others wrote is named in a file of its own; see licences.js. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** What a bundle of the program itself has besides. CommonJS throughout: the loader of ES modules is never woken. */
export const program = {
  define: {
    PARTNER_VERSION: JSON.stringify(version),
    PARTNER_BUILD: JSON.stringify(digestOfSources()),
    'import.meta.filename': '__filename',
  },
  supported: { 'dynamic-import': false },
};

/** What the program is made of, as a digest: its own files, and the versions of the packages it takes in. */
function digestOfSources() {
  const digest = createHash('sha256');
  const files = ['package-lock.json', ...['src', 'scripts', 'templates'].flatMap(filesBelow)];
  for (const file of files.sort()) digest.update(`${file}\0`).update(readFileSync(join(root, file)));
  return digest.digest('hex').slice(0, 16);
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** The plugins that keep the program small and quick to start. */
export async function leanPlugins() {
  return [await frozenOutlines(root), lateBuiltins, leanTables];
}

/**
 * The build of one package. What is imported as a default must be all that the file exports: that is how
 * Node reads CommonJS.
 */
export function vendorBuild(name) {
  const contents = named.includes(name)
    ? `export * from '${name}';`
    : `const whole = require('${name}'); module.exports = whole.default ?? whole;`;
  return { ...common, plugins: [leanQuestions], stdin: { contents, resolveDir: root } };
}

/** What the program reads when it runs: names with `/`, and their texts. Models become JSON, which reads many times faster. */
export function resourceFiles() {
  const templates = join(root, 'templates');
  const models = readdirSync(join(templates, 'models')).flatMap((id) =>
    modelFiles(join(templates, 'models'), id),
  );
  const texts = ['documents', 'completion'].flatMap((folder) =>
    readdirSync(join(templates, folder)).map((name) => [
      `${folder}/${name}`,
      readFileSync(join(templates, folder, name), 'utf8'),
    ]),
  );
  return new Map([...models, ...texts]);
}

// The newest version of a model as <id>.json, and as people are to read and change it (`model new` copies it);
// those before it, which partnerships still follow, as <id>/1.json …
function modelFiles(folder, id) {
  const source = readFileSync(join(folder, id, 'model.yaml'), 'utf8');
  const newest = parse(source);
  const earlier = Array.from({ length: newest.version - 1 }, (_, index) => {
    const name = `${id}/versions/${index + 1}.yaml`;
    const model = parse(readFileSync(join(folder, name), 'utf8'));
    if (model.version !== index + 1 || model.model !== newest.model)
      throw new Error(`templates/models/${name} is not version ${index + 1} of ${id}`);
    return [`models/${id}/${index + 1}.json`, JSON.stringify(model)];
  });
  return [[`models/${id}.json`, JSON.stringify(newest)], [`models/${id}.yaml`, source], ...earlier];
}
