import picomatch from 'picomatch';
import type { Delivery, DomainModule, ImportingLanguage, Policy } from '../types.ts';

/** Files that run where the project's modules are not, whatever the module's scope says. */
const NEVER_IMPORTS: Readonly<Record<ImportingLanguage, RegExp>> = {
  python: /(?:^|\/)(?:setup|conftest)\.py$|\.pyi$|(?:^|\/)(?:project_template|cookiecutter[^/]*|templates?\/project)\/|\{\{/,
  typescript: /\.d\.[cm]?ts$|(?:^|\/)(?:templates?\/project|project_template)\/|\{\{/,
};

export interface Scope {
  /** Paths that are not even read: so configured, or a domain module itself. */
  ignores(path: string): boolean;
  /** What the configuration says of a path, the first match. */
  delivery(path: string): Delivery | undefined;
  /** The module that a file of this language may import. */
  module(path: string, language: string): DomainModule | undefined;
}

/** Whether files may import a module: it holds code, not data. */
export function isImportable(module: DomainModule): module is DomainModule & { readonly language: ImportingLanguage } {
  return module.language === 'python' || module.language === 'typescript';
}

/** Compiles the globs of a policy; paths are relative to the root, with `/`. */
export function compileScope(policy: Policy): Scope {
  const deliveries = policy.deliver.map(({ files, as }) => ({ matches: picomatch([...files], { dot: true }), as }));
  const modules = policy.modules
    .filter(isImportable)
    .map((module) => ({ matches: picomatch([...module.scope], { dot: true }), module }));
  const own = new Set(policy.modules.map((module) => module.file));
  const delivery = (path: string): Delivery | undefined => deliveries.find(({ matches }) => matches(path))?.as;
  return {
    delivery,
    ignores: (path) => own.has(path) || delivery(path) === 'ignore',
    module: (path, language) =>
      modules.find(
        ({ matches, module }) =>
          module.language === language && module.file !== path && matches(path) && !NEVER_IMPORTS[module.language].test(path),
      )?.module,
  };
}
