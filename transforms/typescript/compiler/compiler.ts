import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { ts as TypeScript } from 'ts-morph';
import { UserError } from '../../../src/core/user-error.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { CONFIG_DIR, type Configuration, decisiveOptions } from '../project/configurations.ts';
import { extendedOf, type Layer, stated } from '../project/extended.ts';
import { isMapping, type Mapping } from '../project/mapping.ts';
import { compilerSystem } from './compiler-system.ts';

let compiler: typeof TypeScript | undefined;

/** The TypeScript compiler, loaded when it is first needed: half a second and 70 MB in each thread. */
export function typescript(): typeof TypeScript {
  compiler ??= (createRequire(import.meta.url)('ts-morph') as { ts: typeof TypeScript }).ts;
  return compiler;
}

/** What the compiler answers; `undefined` where it fails, as it does with a stack overflow on what nests too deep. */
export function attempted<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  }
}

/** Compiler options with `extends` resolved; of a configuration that only refers to others, those of the first that has paths. Never throws for what a file contains. */
export function compilerOptionsOf(config: string, tree: TreeFiles): TypeScript.CompilerOptions {
  return decisiveOptions(config, (path) => readByCompiler(path, tree), tree);
}

/** The compiler is given one configuration at a time: it would read one again on each of the ways that lead to it. */
function readByCompiler(config: string, tree: TreeFiles): Configuration<TypeScript.CompilerOptions> {
  const { layers, references } = extendedOf(config, tree);
  const options: TypeScript.CompilerOptions = Object.assign(
    {},
    ...layers.map((layer) => optionsOf(layer, dirname(config), tree)),
  );
  return {
    options,
    hasPaths: stated(layers, 'paths', isMapping) !== undefined,
    isEmpty: layers.every((layer) => Object.keys(layer.options).length === 0),
    references,
  };
}

function optionsOf({ config, options }: Layer, leaf: string, tree: TreeFiles): TypeScript.CompilerOptions {
  const ts = typescript();
  const host = { ...compilerSystem(ts, tree), readDirectory: () => [] };
  const parsed = attempted(() => {
    const content = { compilerOptions: withFolder(options, leaf), files: [] };
    return ts.parseJsonConfigFileContent(content, host, dirname(config), undefined, config);
  });
  return parsed?.options ?? {};
}

/** `${configDir}` stands for the folder of the configuration that extends all others. */
function withFolder(options: Mapping, leaf: string): unknown {
  return JSON.parse(JSON.stringify(options), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(CONFIG_DIR) ? leaf + value.slice(CONFIG_DIR.length) : value,
  );
}
