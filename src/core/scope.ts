import type { Delivery, DomainModule, Policy } from '../types/policy.ts';
import type { ModuleProfile } from '../types/profile.ts';
import { compileGlobs } from './glob/glob.ts';

export interface Scope {
  /** Paths that are not even read: so configured, or a domain module that redomain writes. */
  ignores(path: string): boolean;
  /** What the configuration says of a path, the first match. */
  delivery(path: string): Delivery | undefined;
  /** Whether a path is a domain module that is adopted: read, never written. */
  adopts(path: string): boolean;
  /** The module that a file of this language may import; none where the file is a domain module, or one that an adopted module imports. */
  module(path: string, language: string): DomainModule | undefined;
}

/** Compiles the globs of a policy; paths are relative to the root, with `/`. `moduleProfileOf` gives what a language knows of its modules, nothing for data. */
export function compileScope(policy: Policy, moduleProfileOf: (language: string) => ModuleProfile | undefined): Scope {
  const deliveries = policy.deliver.map(({ files, as }) => ({ matches: compileGlobs(files), as }));
  const modules = policy.modules.flatMap((module) => {
    const profile = moduleProfileOf(module.language);
    return profile ? [{ matches: compileGlobs(module.scope), module, profile }] : [];
  });
  const own = new Map(policy.modules.map((module) => [module.file, module]));
  const adopts = (path: string): boolean => own.get(path)?.adopt !== undefined;
  const delivery = (path: string): Delivery | undefined => deliveries.find(({ matches }) => matches(path))?.as;
  return {
    delivery,
    adopts,
    ignores: (path) => (own.has(path) && !adopts(path)) || delivery(path) === 'ignore',
    module: (path, language) =>
      modules.find(
        ({ matches, module, profile }) =>
          module.language === language &&
          !own.has(path) &&
          !module.adopted?.imports.includes(path) &&
          matches(path) &&
          !profile.neverImports(path),
      )?.module,
  };
}
