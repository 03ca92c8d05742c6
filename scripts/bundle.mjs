// Bundles the command line into few files: most of what a short run costs is finding and compiling modules.
// What is rarely needed stays outside (ts-morph, jscodeshift) or in files of its own that load late.
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { pageAssets } from './page.mjs';

/** What is kept from run to run holds for the same code alone. */
const build = createHash('sha256').update(readFileSync('package-lock.json'));
for (const top of ['src', 'transforms'])
  for (const name of readdirSync(top, { recursive: true }).sort())
    if (name.endsWith('.ts')) build.update(readFileSync(`${top}/${name}`));

const bundle = await rolldown({
  input: { cli: 'src/cli.ts', 'scan-worker': 'src/scan-worker.ts' },
  platform: 'node',
  external: [/^ts-morph/, /^jscodeshift/],
  resolve: { mainFields: ['module', 'main'] },
  transform: { define: { __BUILD__: JSON.stringify(build.digest('hex')), __PAGES__: JSON.stringify(await pageAssets()) } },
});
await bundle.write({
  dir: 'dist/bin',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  cleanDir: true,
});
await bundle.close();
// A linked command has to stay one when it is built anew.
chmodSync('dist/bin/cli.js', 0o755);
