// Bundles the program, which a launcher of a few lines loads with compiled code: most of what a short run costs is finding, reading and compiling
// modules. What every check needs is one file, the rest is in files of what is loaded together. What is rarely needed stays outside
// (ts-morph).
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { pageAssets } from './page.mjs';

/** What a check of a tree loads that names nothing, with all that these import. */
const ALWAYS = [
  'src/cli/program.ts',
  'src/cli/main.ts',
  'src/commands/plan.ts',
  'src/config/load.ts',
  'src/reporters/text.ts',
  'transforms/text/language.ts',
  'transforms/python/module/code.ts',
  'transforms/python/packaging/packaging.ts',
  'transforms/typescript/module/code.ts',
  'transforms/typescript/packaging/packaging.ts',
];

/** What is kept from run to run holds for the same code alone. */
const build = createHash('sha256').update(readFileSync('package-lock.json'));
for (const top of ['src', 'transforms'])
  for (const name of readdirSync(top, { recursive: true }).sort())
    if (name.endsWith('.ts')) build.update(readFileSync(`${top}/${name}`));

/** With escapes for what is not ASCII, so that it is read and held as one byte a character. */
function ascii(code) {
  const odd = /\\[^\0-\x7f]/.exec(code);
  if (odd)
    throw new Error(`a character that is no ASCII is escaped in the bundle: ${code.slice(odd.index - 40, odd.index + 40)}`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** An expression for a table of functions, which are what Node would wrap each chunk in. */
const tableOf = (chunks) =>
  ascii(
    `({${chunks.map(({ fileName, code }) => `${JSON.stringify(`./${fileName}`)}(exports,require,module,__filename,__dirname){${code}\n}`)}})`,
  );

/** Writes the program and its launchers into a directory, which must be two below that of package.json. */
export async function bundle(bin) {
  const program = await rolldown({
    input: 'src/cli/program.ts',
    platform: 'node',
    external: /^ts-morph/,
    resolve: { mainFields: ['module', 'main'] },
    transform: {
      define: {
        __BUILD__: JSON.stringify(build.digest('hex')),
        __VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
        __PAGES__: JSON.stringify(await pageAssets()),
        'import.meta.resolve': 'undefined',
      },
    },
  });
  const { output } = await program.generate({
    format: 'cjs',
    entryFileNames: '[name]-[hash].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await program.close();

  const chunkOf = (source) => output.find(({ modules }) => Object.hasOwn(modules, resolve(source)));
  const always = new Set(ALWAYS.map(chunkOf));
  for (const { imports } of always) for (const chunk of output) if (imports.includes(chunk.fileName)) always.add(chunk);
  const whole = tableOf([...always]);
  const name = `program-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}.cjs`;
  const entry = output.find(({ isEntry }) => isEntry).fileName;

  const launchers = await rolldown({
    input: { cli: 'src/cli/launch/cli.ts', worker: 'src/cli/launch/worker.ts' },
    platform: 'node',
    transform: { define: { __PROGRAM__: JSON.stringify(name), __ENTRY__: JSON.stringify(`./${entry}`) } },
  });
  await launchers.write({ dir: bin, format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js', cleanDir: true });
  await launchers.close();
  writeFileSync(join(bin, name), whole);
  for (const chunk of output) if (!always.has(chunk)) writeFileSync(join(bin, chunk.fileName), tableOf([chunk]));
  writeFileSync(join(bin, 'package.json'), '{ "type": "commonjs" }\n');
  // A linked command has to stay one when it is built anew.
  chmodSync(join(bin, 'cli.js'), 0o755);
}
