// Bundles bench/ and runs it: `npm run bench -- --help` says how. Needs `npm run build`; `npm run bench` does both.
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

const bundle = await rolldown({ input: 'bench/main.ts', platform: 'node' });
const file = `.bench-${process.pid}.mjs`;
await bundle.write({ file: `bench/${file}`, format: 'esm' });
await bundle.close();
try {
  await import(`../bench/${file}`);
} finally {
  rmSync(`bench/${file}`);
}
