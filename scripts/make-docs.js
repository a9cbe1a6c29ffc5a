// Writes what the pages of documentation say of schemas, commands and models anew, from the code and the
// data that say it: `npm run docs`. The text between the marks is made, all else is written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['scripts/docs/made-docs.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
  // What a command does when it is run is not described here.
  external: ['../commands/*'],
  // The YAML reader is CommonJS, and asks for Node's own modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
  },
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { madeDocs } = await import(`data:text/javascript;base64,${code}`);

for (const [name, text] of madeDocs(root)) {
  const path = join(root, name);
  if (readFileSync(path, 'utf8') === text) continue;
  writeFileSync(path, text);
  process.stdout.write(`${name}\n`);
}
