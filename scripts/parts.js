// The program in parts, each a file of its own that is read when something of it is first asked for: most runs need
// a fifth of it. A module is in the first part whose roots reach it without a dynamic import, so that a part imports,
// other than dynamically, from itself and from earlier ones only. Which part a module is in changes how quick a run
// is, and nothing else.
import { build } from 'esbuild';
import { common, program } from './bundling.js';

/** The parts in their order, with what they are for: the roots are sources by their path in the project. */
const parts = [
  { name: 'main', roots: /^src\/(main|render\/terminal\/help)\.ts$/ },
  { name: 'status', roots: /^src\/(commands\/status|render\/(dates|terminal\/table))\.ts$/ },
  { name: 'reading', roots: /^src\/(store\/portfolio\/read-all|commands\/loading-status)\.ts$/ },
  { name: 'english', roots: /^src\/render\/messages\/en\/(terms|milestones)\.ts$/ },
  { name: 'hebrew', roots: /^src\/render\/messages\/he\/(terms|milestones)\.ts$/ },
  {
    name: 'validate',
    roots: /^src\/(commands\/(validate|report-error)|render\/terminal\/visual-order)\.ts$/,
  },
  { name: 'english-more', roots: /^src\/render\/messages\/en\/(?!.*topics)/ },
  { name: 'hebrew-more', roots: /^src\/render\/messages\/he\/(?!.*topics)/ },
  { name: 'places', roots: /^src\/store\/yaml\/read\.ts$/ },
  { name: 'portfolio', roots: /^src\/(commands\/list|render\/terminal\/portfolio\/portfolio)\.ts$/ },
  { name: 'summary', roots: /^src\/core\/portfolio\/summary\.ts$/ },
  { name: 'history', roots: /^src\/commands\/(history|diff)\.ts$/ },
  {
    name: 'changing',
    roots:
      /^src\/(commands\/(add|advance|check|init|record|remove|set|undo|committing)|store\/yaml\/edit)\.ts$/,
  },
  { name: 'telling', roots: /^src\/commands\/(document|export|metrics|report|timeline)\.ts$/ },
  { name: 'tools', roots: /^src\// },
];

/**
 * Builds the parts into a folder; gives what esbuild says of each. `plugins` are those of the program, the first of
 * them in the order that esbuild asks.
 */
export async function buildParts(folder, plugins) {
  const options = { ...common, ...program, plugins };
  const { metafile } = await build({
    ...options,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    write: false,
  });
  const { inputs } = metafile;
  const partOf = assignedParts(inputs);
  const shared = sharedModules(inputs, partOf);
  const names = await exportedNames(shared, inputs, options);
  return Promise.all(
    parts.map(({ name }) =>
      build({
        ...options,
        stdin: { contents: entryOf(name, shared, partOf), resolveDir: common.absWorkingDir },
        outfile: `${folder}/${name}.cjs`,
        plugins: [otherParts(name, { inputs, partOf, names }), ...plugins],
      }),
    ),
  );
}

/** The name of the part of each module, by its path. What a plugin makes up is small, and in each part that wants it. */
function assignedParts(inputs) {
  const partOf = new Map();
  const assign = (path, part) => {
    if (partOf.has(path) || !isFile(path, inputs)) return;
    partOf.set(path, part);
    for (const { path: imported, kind } of inputs[path].imports)
      if (kind !== 'dynamic-import') assign(imported, part);
  };
  for (const { name, roots } of parts)
    for (const path of Object.keys(inputs)) if (roots.test(path)) assign(path, name);
  return partOf;
}

function isFile(path, inputs) {
  return path in inputs && !/^[\w-]+:/.test(path);
}

/** The modules that some other part imports. */
function sharedModules(inputs, partOf) {
  const shared = new Set();
  for (const [path, part] of partOf)
    for (const { path: imported } of inputs[path].imports)
      if (partOf.has(imported) && partOf.get(imported) !== part) shared.add(imported);
  return [...shared].sort();
}

/** What each module exports, by its path; `undefined` of CommonJS, of which nobody can know it. */
async function exportedNames(paths, inputs, options) {
  const modules = paths.filter((path) => inputs[path].format !== 'cjs');
  const { outputs } = (
    await build({ ...options, entryPoints: modules, bundle: false, format: 'esm', outdir: '.', write: false })
  ).metafile;
  return new Map(Object.values(outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
}

/** A part gives others its modules, each made when it is asked for; the first is also the program itself. */
function entryOf(name, shared, partOf) {
  const own = shared.filter((path) => partOf.get(path) === name);
  const modules = own.map((path) => `${JSON.stringify(path)}: () => require('./${path}')`);
  return `${name === 'main' ? `export * from './src/main.ts';` : ''}
export const modules = { ${modules.join(',\n')} };`;
}

/** Puts, in the place of a module of another part, one that takes it from there. */
function otherParts(part, { inputs, partOf, names }) {
  return {
    name: 'other-parts',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => {
        if (namespace === 'other-part') return { path, external: true };
        const importing = importer.slice(common.absWorkingDir.length + 1).replaceAll('\\', '/');
        const imported = inputs[importing]?.imports.find(({ original }) => original === path)?.path;
        const owner = partOf.get(imported);
        return owner === undefined || owner === part
          ? undefined
          : { path: imported, namespace: 'other-part' };
      });
      build.onLoad({ filter: /.*/, namespace: 'other-part' }, ({ path }) => {
        const taken = `require('./${partOf.get(path)}.cjs').modules[${JSON.stringify(path)}]()`;
        const exported = names.get(path);
        if (exported === undefined) return { contents: `module.exports = ${taken};` };
        const pairs = exported.map((name, index) => `${name}: value${index}`);
        const given = exported.map((name, index) => `value${index} as ${name}`);
        return { contents: `const { ${pairs.join()} } = ${taken};\nexport { ${given.join()} };` };
      });
    },
  };
}
