// Writes the tables of docs/FORMAT.md and docs/FORMAT.he.md from the schemas, between their marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/render/format-tables.ts')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { formatTables } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

for (const [language, name] of [
  ['en', 'FORMAT.md'],
  ['he', 'FORMAT.he.md'],
]) {
  const path = join(root, 'docs', name);
  let text = readFileSync(path, 'utf8');
  for (const [place, table] of Object.entries(formatTables(language))) {
    const mark = new RegExp(`(<!-- ${place} -->\n)[^]*?(<!-- /${place} -->)`);
    text = text.replace(mark, (_, open, close) => `${open}\n${table}\n${close}`);
  }
  writeFileSync(path, text);
}
