import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTables } from '../../src/render/format-tables.ts';

describe.each([
  ['en', 'FORMAT.md'],
  ['he', 'FORMAT.he.md'],
] as const)('the tables of the format in %s', (language, name) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

  it.each(Object.entries(formatTables(language)))(
    '%s is what the schemas say (npm run docs)',
    (place, table) => {
      expect(text).toContain(`<!-- ${place} -->\n\n${table}\n<!-- /${place} -->`);
    },
  );
});
