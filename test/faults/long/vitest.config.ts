import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../../vitest.config.ts';

// What takes hours: `npm run faults:long`.
export default defineConfig({
  ...mergeConfig(base, {}),
  root: new URL('../../..', import.meta.url).pathname,
  test: {
    include: ['test/faults/long/**/*.test.ts'],
    testTimeout: 12 * 3_600_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
  },
});
