import { defineConfig } from 'rolldown';

/** The command line in few files: most of what a short run costs is finding and compiling modules. What is rarely needed stays outside or loads late. */
export default defineConfig({
  input: { cli: 'src/cli.ts', 'scan-worker': 'src/scan-worker.ts' },
  platform: 'node',
  external: [/^ts-morph/, /^jscodeshift/],
  resolve: { mainFields: ['module', 'main'] },
  output: { dir: 'dist/bin', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', cleanDir: true },
});
