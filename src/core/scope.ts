import type { Delivery, DomainModule, ImportingLanguage, Policy } from '../types/policy.ts';
import { compileGlobs } from './glob/glob.ts';

/** Files that run where the project's modules are not, whatever the module's scope says. */
const NEVER_IMPORTS: Readonly<Record<ImportingLanguage, RegExp>> = {
  python: /(?:^|\/)(?:setup|conftest)\.py$|\.pyi$|(?:^|\/)(?:project_template|cookiecutter[^/]*|templates?\/project)\/|\{\{/,
  typescript: /\.d\.[cm]?ts$|(?:^|\/)(?:templates?\/project|project_template)\/|\{\{/,
};

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

/** Whether files may import a module: it holds code, not data. */
export function isImportable(module: DomainModule): module is DomainModule & { readonly language: ImportingLanguage } {
  return module.language === 'python' || module.language === 'typescript';
}

/** Compiles the globs of a policy; paths are relative to the root, with `/`. */
export function compileScope(policy: Policy): Scope {
  const deliveries = policy.deliver.map(({ files, as }) => ({ matches: compileGlobs(files), as }));
  const modules = policy.modules.filter(isImportable).map((module) => ({ matches: compileGlobs(module.scope), module }));
  const own = new Map(policy.modules.map((module) => [module.file, module]));
  const adopts = (path: string): boolean => own.get(path)?.adopt !== undefined;
  const delivery = (path: string): Delivery | undefined => deliveries.find(({ matches }) => matches(path))?.as;
  return {
    delivery,
    adopts,
    ignores: (path) => (own.has(path) && !adopts(path)) || delivery(path) === 'ignore',
    module: (path, language) =>
      modules.find(
        ({ matches, module }) =>
          module.language === language &&
          !own.has(path) &&
          !module.adopted?.imports.includes(path) &&
          matches(path) &&
          !NEVER_IMPORTS[module.language].test(path),
      )?.module,
  };
}
