// Bundles the command line into few files: most of what a short run costs is finding and compiling modules.
// What is rarely needed stays outside (ts-morph, jscodeshift) or in files of its own that load late.
import { rolldown } from 'rolldown';

const bundle = await rolldown({
  input: { cli: 'src/cli.ts', 'scan-worker': 'src/scan-worker.ts' },
  platform: 'node',
  external: [/^ts-morph/, /^jscodeshift/],
  resolve: { mainFields: ['module', 'main'] },
});
await bundle.write({
  dir: 'dist/bin',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  cleanDir: true,
});
await bundle.close();
