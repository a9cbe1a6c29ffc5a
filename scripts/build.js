// Builds dist/: the bundle, split so that each command loads only what it needs, and the built-in
// models as JSON.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// cli-table3 gets its cells as stand-ins of one column a character, so that the width table of its
// own dependency, large and slow to load, is never asked; and it colours nothing.
const leanTables = {
  name: 'lean-tables',
  setup(build) {
    const stubs = { 'string-width': 'module.exports = (text) => text.length;', '@colors/colors/safe': 'module.exports = {};' };
    build.onResolve({ filter: /^(string-width|@colors\/colors.*)$/ }, ({ kind, path }) =>
      kind === 'require-call' ? { path, namespace: 'stub' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: stubs[path] ?? 'module.exports = {};' }));
  },
};

rmSync(dist, { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  metafile: true,
  define: { PARTNER_VERSION: JSON.stringify(version) },
  plugins: [leanTables],
  // Bundled CommonJS packages ask for Node's own modules only; createRequire would cost 4 ms.
  banner: { js: 'const require=(name)=>process.getBuiltinModule(name);' },
  logLevel: 'warning',
});
writeFileSync(join(dist, 'meta.json'), JSON.stringify(result.metafile));

const models = join(root, 'templates', 'models');
mkdirSync(join(dist, 'models'));
for (const id of readdirSync(models)) {
  const model = parse(readFileSync(join(models, id, 'model.yaml'), 'utf8'));
  writeFileSync(join(dist, 'models', `${id}.json`), JSON.stringify(model));
}
