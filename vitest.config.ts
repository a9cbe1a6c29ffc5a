import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  define: { PARTNER_VERSION: JSON.stringify(version), PARTNER_BUILD: '"source"' },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/long/**', 'node_modules/**'],
    // What the tests make is nothing to keep among the things of whoever runs them.
    env: { PARTNER_CACHE: fileURLToPath(new URL('node_modules/.cache/partner', import.meta.url)) },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
