import { dirname, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { nestsTooDeep } from '../../../src/core/nesting.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { installedConfig } from './installed-config.ts';
import { isMapping, type Mapping } from './mapping.ts';

/** What one tsconfig.json or jsconfig.json says itself. */
export interface Layer {
  /** Absolute. */
  readonly config: string;
  /** `compilerOptions`, as they are written; of `paths` what is as it should be. */
  readonly options: Mapping;
}

/** A configuration with all that it extends. */
export interface Extended {
  /** Each once; a later one goes before those ahead of it, and the last is the configuration itself. */
  readonly layers: readonly Layer[];
  /** Absolute; those of the configuration itself alone. */
  readonly references: readonly string[];
}

/** Configurations that one is taken to extend, and entries of one `extends`; what exceeds them says nothing. */
const [MOST, WIDEST] = [200, 100];
/** References of one. */
const REFERENCES = 2000;

/**
 * Reads a configuration and all that it extends, each file once, however many ways lead to it. What is not there, cannot be read, is not as it
 * should be or extends itself says nothing, as for the compiler.
 */
export function extendedOf(config: string, tree: TreeFiles): Extended {
  const known = new Map<string, readonly Layer[]>();
  const layersOf = (file: string): readonly Layer[] => {
    const there = known.get(file);
    if (there) return there;
    // Whatever leads back here adds nothing.
    known.set(file, []);
    const { compilerOptions, extends: bases } = contentOf(file, tree);
    const inherited = known.size > MOST ? [] : basesIn(bases).flatMap((base) => layersIn(base, dirname(file)));
    const layers = eachOnce([
      ...inherited,
      { config: file, options: isMapping(compilerOptions) ? withPlaces(compilerOptions) : {} },
    ]);
    known.set(file, layers);
    return layers;
  };
  const layersIn = (written: string, folder: string): readonly Layer[] => {
    const base = fileOf(written, folder, tree);
    return base === undefined ? [] : layersOf(base);
  };
  const { references } = contentOf(config, tree);
  return { layers: layersOf(config), references: referencesIn(references).map((path) => resolve(dirname(config), path)) };
}

/** The value of an option and the configuration that states it: the nearest where it is as `isMeant` says. `null` undoes what is inherited. */
export function stated<T>(
  layers: readonly Layer[],
  name: string,
  isMeant: (value: unknown) => value is T,
): { readonly value: T; readonly config: string } | undefined {
  const layer = layers.findLast(({ options }) => options[name] === null || isMeant(options[name]));
  const value = layer?.options[name];
  return layer && isMeant(value) ? { value, config: layer.config } : undefined;
}

/** The compiler takes the places of a pattern for a list of texts, whatever they are. */
function withPlaces({ paths, ...options }: Mapping): Mapping {
  if (paths === null) return { ...options, paths };
  if (!isMapping(paths)) return options;
  const isPlaced = ([, places]: [string, unknown]): boolean =>
    Array.isArray(places) && places.every((place) => typeof place === 'string');
  return { ...options, paths: Object.fromEntries(Object.entries(paths).filter(isPlaced)) };
}

/** What comes again counts where it comes last. */
function eachOnce(layers: readonly Layer[]): Layer[] {
  return [...new Set(layers.toReversed())].reverse();
}

function contentOf(config: string, tree: TreeFiles): Mapping {
  const text = tree.text(config) ?? '';
  const content: unknown = nestsTooDeep(text) ? undefined : parse(text);
  return isMapping(content) ? content : {};
}

function basesIn(value: unknown): string[] {
  return [value]
    .flat()
    .filter((one) => typeof one === 'string')
    .slice(0, WIDEST);
}

function referencesIn(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value.slice(0, REFERENCES) : [];
  return entries.flatMap((entry) => (isMapping(entry) && typeof entry.path === 'string' ? [entry.path] : []));
}

/** The file that an entry of `extends` names. */
function fileOf(written: string, folder: string, tree: TreeFiles): string | undefined {
  return candidates(written, folder, tree).find((path) => tree.isRegular(path));
}

function candidates(written: string, folder: string, tree: TreeFiles): string[] {
  if (!/^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(written)) return installedConfig(written, folder, tree);
  const path = resolve(folder, written === '..' ? join('..', 'tsconfig.json') : written);
  return path.endsWith('.json') ? [path] : [path, `${path}.json`];
}
