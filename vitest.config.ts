import { defineConfig } from 'vitest/config';
import { pageAssets } from './scripts/page.mjs';

export default defineConfig({
  define: { __PAGES__: JSON.stringify(await pageAssets()) },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most tests wait for processes that they start.
    maxWorkers: '100%',
    coverage: {
      include: ['src/**/*.ts', 'transforms/**/*.ts'],
      reporter: ['text', 'json-summary'],
      // What only runs in processes of its own (the command line, threads) counts as not covered.
      thresholds: { 'src/core/**': { branches: 95 }, 'transforms/**': { branches: 95 } },
    },
  },
});
