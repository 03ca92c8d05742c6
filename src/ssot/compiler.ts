import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { ts as TypeScript } from 'ts-morph';
import { type Configuration, decisiveOptions } from './configurations.ts';

let compiler: typeof TypeScript | undefined;

/** The TypeScript compiler, loaded when it is first needed: half a second and 70 MB in each thread. */
export function typescript(): typeof TypeScript {
  compiler ??= (createRequire(import.meta.url)('ts-morph') as { ts: typeof TypeScript }).ts;
  return compiler;
}

/** Compiler options with `extends` resolved; of a configuration that only refers to others, those of the first that has paths. Never throws for what a file contains. */
export function compilerOptionsOf(config: string): TypeScript.CompilerOptions {
  return decisiveOptions(config, readByCompiler);
}

function readByCompiler(config: string): Configuration<TypeScript.CompilerOptions> {
  const { sys, readConfigFile, parseJsonConfigFileContent } = typescript();
  const read = readConfigFile(config, sys.readFile);
  if (read.config === undefined) return { options: {}, hasPaths: false, isEmpty: true, references: [] };
  const host = { ...sys, readDirectory: () => [] };
  const { options, projectReferences = [] } = parseJsonConfigFileContent(read.config, host, dirname(config), undefined, config);
  return {
    options,
    hasPaths: options.paths !== undefined,
    // The compiler adds one of its own: where the options stand.
    isEmpty: Object.keys(options).length <= 1,
    references: projectReferences.map(({ path }) => path),
  };
}
