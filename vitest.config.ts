import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  define: { PARTNER_VERSION: JSON.stringify(version), PARTNER_BUILD: '"source"' },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/long/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
