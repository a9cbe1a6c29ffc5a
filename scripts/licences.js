// Whose code is in the bundles, and on which terms: read from what esbuild says that it put in, so that the
// list can neither miss a package nor name one that is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of the file in dist/. */
export const licencesFile = 'THIRD-PARTY-LICENSES.txt';

/** Licences that ask for no more than that their text and names are passed on. By their SPDX names. */
export const permissive = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/**
 * The packages whose code stands in bundles, with their licence, its text, and the notices that their code
 * itself holds, by name and version. Throws where one has no licence text or no permissive licence.
 */
export function bundledPackages(root, metafiles) {
  const found = new Map();
  const add = (folder, notices) => {
    const one = found.get(folder) ?? { ...describe(root, folder), notices: new Set() };
    for (const notice of notices) one.notices.add(notice);
    found.set(folder, one);
  };
  for (const input of inputsOf(metafiles)) {
    const folder = packageFolder(input);
    if (folder === undefined) continue;
    const code = readFileSync(join(root, input), 'utf8');
    add(folder, noticesIn(code));
    for (const name of prebundledIn(code)) add(nearestPackage(root, folder, name), []);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The text that goes with the program: each licence once, under the names of all packages that have it to the letter. */
export function licencesText(packages) {
  const byText = new Map();
  for (const one of packages) {
    const text = [one.text, ...one.notices].join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${one.name} ${one.version} (${one.licence})`]);
  }
  const line = '-'.repeat(80);
  const parts = [...byText].map(([text, names]) => `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`);
  return `This program contains code of the following packages. Its own licence is in the file LICENSE.\n\n${parts.join('\n')}`;
}

// Only what left something in an output: of many packages nothing is.
function inputsOf(metafiles) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const used = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return [...new Set(used)].sort();
}

// The last node_modules counts: packages can have packages of their own.
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

// Bundlers leave a comment where the file of another package begins.
function prebundledIn(code) {
  const names = [...code.matchAll(/^\s*\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)];
  return new Set(names.map(([, name]) => name));
}

function noticesIn(code) {
  const comments = code.match(/\/\*[\s\S]*?\*\//g) ?? [];
  return comments.filter((comment) => /^\/\*!|@license|@preserve|copyright \(c\)/i.test(comment));
}

function nearestPackage(root, from, name) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name).split('\\').join('/');
    if (existsSync(join(root, candidate, 'package.json'))) return candidate;
    if (folder === '.') throw new Error(`${from} holds code of ${name}, which is not installed`);
  }
}

function describe(root, folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (!permissive.includes(license)) throw new Error(`${name} ${version}: its licence is ${license}`);
  const files = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length === 0) throw new Error(`${name} ${version}: it has no text of its licence`);
  const text = files
    .sort()
    .map((file) =>
      readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .join('\n\n');
  return { name, version, licence: license, text };
}
