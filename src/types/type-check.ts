import type { TreeFiles } from './tree.ts';

/** A file that a plan changes, and the specifiers by which it imports domain modules. */
export interface TypedChange {
  readonly path: string;
  readonly specifiers: readonly string[];
  /** Asked for where there is something to check by; absent where the file cannot be read. */
  texts(): { readonly before: string; readonly after: string } | undefined;
}

/** A domain module as it will be. */
export interface PlannedModule {
  readonly file: string;
  readonly text: string;
}

/** The changed files that would have type errors which they have not now, each with the first of them in words. */
export type TypeCheck = (
  root: string,
  tree: TreeFiles,
  modules: readonly PlannedModule[],
  changes: readonly TypedChange[],
) => ReadonlyMap<string, string>;
