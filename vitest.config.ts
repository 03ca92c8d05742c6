import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { pageAssets } from './scripts/page.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const SYSTEM = 'test/system/**/*.test.ts';

export default defineConfig({
  define: { __PAGES__: JSON.stringify(await pageAssets()), __VERSION__: JSON.stringify(version) },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: '100%',
    setupFiles: ['test/setup.ts'],
    projects: [
      // In process, from source: asks nothing of the machine, needs no build.
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [SYSTEM] } },
      // Of the built program, in processes, browsers and terminals, and what takes long.
      { extends: true, test: { name: 'system', include: [SYSTEM] } },
    ],
    coverage: {
      include: ['src/**/*.ts', 'transforms/**/*.ts'],
      reporter: ['text', 'json-summary'],
      // What only runs in processes of its own (threads) counts as not covered.
      thresholds: { 'src/{core,guards,plan}/**': { branches: 95 }, 'transforms/**': { branches: 95 } },
    },
  },
});
