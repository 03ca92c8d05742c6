import type { Delivery, DeliveryOfFiles, DeliveryOfReason, DomainModule, Policy } from '../types/policy.ts';
import type { ModuleProfile } from '../types/profile.ts';
import type { ReasonCode } from '../types/reason.ts';
import { compileGlobs } from './glob/glob.ts';

export interface Scope {
  /** Paths that are not even read: so configured, or a domain module that redomain writes. */
  ignores(path: string): boolean;
  /** What the configuration says of a path as a whole, the first match. */
  delivery(path: string): Delivery | undefined;
  /** Makes the function that says what the configuration wants of the places of one reason in a file, the first match. */
  settledIn(path: string): (code: ReasonCode) => 'literal' | 'keep' | undefined;
  /** Whether a path is a domain module that is adopted: read, never written. */
  adopts(path: string): boolean;
  /** The module that a file of this language may import; none where the file is a domain module, or one that an adopted module imports. */
  module(path: string, language: string): DomainModule | undefined;
}

function isOfFiles(entry: Policy['deliver'][number]): entry is DeliveryOfFiles {
  return !('reason' in entry);
}

function isOfReason(entry: Policy['deliver'][number]): entry is DeliveryOfReason {
  return 'reason' in entry;
}

/** Compiles the globs of a policy; paths are relative to the root, with `/`. `moduleProfileOf` gives what a language knows of its modules, nothing for data. */
export function compileScope(policy: Policy, moduleProfileOf: (language: string) => ModuleProfile | undefined): Scope {
  const deliveries = policy.deliver.filter(isOfFiles).map(({ files, as }) => ({ matches: compileGlobs(files), as }));
  const settled = policy.deliver
    .filter(isOfReason)
    .map(({ files, reason, as }) => ({ matches: files ? compileGlobs(files) : () => true, reason, as }));
  const modules = policy.modules.flatMap((module) => {
    const profile = moduleProfileOf(module.language);
    return profile ? [{ matches: compileGlobs(module.scope), module, profile }] : [];
  });
  const own = new Map(policy.modules.map((module) => [module.file, module]));
  const adopts = (path: string): boolean => own.get(path)?.adopt !== undefined;
  const delivery = (path: string): Delivery | undefined => deliveries.find(({ matches }) => matches(path))?.as;
  return {
    delivery,
    settledIn(path) {
      if (settled.length === 0) return () => undefined;
      const mine = settled.filter(({ matches }) => matches(path));
      return (code) => mine.find(({ reason }) => reason === code)?.as;
    },
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
