import type { DomainModule, ImportingLanguage } from '../types/policy.ts';
import type { Tree } from './tree.ts';

/** A domain module as something that has to be shipped. */
export interface Target {
  readonly file: string;
  readonly language: ImportingLanguage;
  /** The files that the import needs: the module, and the `__init__.py` of each regular package that it lies in. */
  readonly needed: readonly string[];
  /** The end of every path at which the import can find the file: its name below the import root. */
  readonly suffix: string;
}

/** What an import of the module needs. For Python the import name says how much of the path belongs to it. */
export function targetOf(
  { file, language, import: specifier }: DomainModule & { readonly language: ImportingLanguage },
  tree: Tree,
): Target {
  if (language !== 'python') return { file, language, needed: [file], suffix: file };
  const segments = file.split('/');
  const depth = (specifier ?? '').split('.').length + (file.endsWith('/__init__.py') ? 1 : 0);
  const root = segments.length - Math.min(depth, segments.length);
  const packages = segments.slice(root, -1).map((_, index) => segments.slice(0, root + index + 1).join('/'));
  const inits = packages.map((folder) => `${folder}/__init__.py`).filter((init) => init !== file && tree.has(init));
  return { file, language, needed: [file, ...inits], suffix: segments.slice(root).join('/') };
}
