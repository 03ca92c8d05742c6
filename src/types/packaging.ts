import type { DomainModule } from './policy.ts';
import type { ListedTree } from './tree.ts';

/** A domain module as something that has to be shipped. */
export interface Target {
  readonly file: string;
  /** Name of the module's language. */
  readonly language: string;
  /** The files that the import needs: the module, and others without which the language does not find it. */
  readonly needed: readonly string[];
  /** The end of every path at which the import can find the file; absent where its place does not matter. */
  readonly suffix?: string | undefined;
}

/** What is built or published without a domain module. Plain data that only the language looks into, sent to the workers as it is. */
export interface Lacking {
  readonly module: string;
}

/** How a language packages its files. */
export interface Packaging {
  targetOf(module: DomainModule, tree: ListedTree): Omit<Target, 'file' | 'language'>;
  /** Whether the words of a shell command run or build code of the language. */
  runs(words: readonly string[]): boolean;
  /** What the manifests among `paths` leave out; what is not certain is not said. */
  lackingIn(tree: ListedTree, paths: readonly string[], targets: readonly Target[]): Promise<readonly Lacking[]>;
  /** Why a file is packaged without the module that `lacking` names; `undefined` where it is not packaged there. */
  reasonFor(lacking: Lacking, path: string): string | undefined;
}
