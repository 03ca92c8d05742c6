import type { Language } from './language.ts';
import type { Adoption, ModuleCode } from './module.ts';
import type { Packaging } from './packaging.ts';
import type { DomainModule } from './policy.ts';
import type { ModuleProposal } from './proposal.ts';
import type { TreeFiles } from './tree.ts';
import type { TypeCheck } from './type-check.ts';

/**
 * Everything that the program knows of a language beside the texts of its files: data, and functions that cost nothing. What is left out, the
 * language does not have. The code behind it is loaded when it is needed.
 */
export interface LanguageProfile {
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** The endings of its files, with the dot, in lower case. Such a file can be a domain module where `scope` says, in globs, which files import it unless the configuration names others. */
  readonly extensions: Readonly<Record<string, { readonly scope?: readonly string[] | undefined }>>;
  /** The language of the domain modules that its files import, where that is not its own. */
  readonly imports?: string | undefined;
  /** Opens a comment that ends with its line, and may have a line of its own anywhere between statements. */
  readonly lineComment?: string | undefined;
  /** Whether a file is a test, by what its name says. */
  isTest?(path: string): boolean;
  /** Loads what reads and writes its files. */
  load(): Promise<{ readonly language: Language }>;
  /** Absent where none of its files can be a domain module. */
  readonly module?: ModuleProfile | undefined;
}

/** What the program knows of the domain modules of a language. */
export interface ModuleProfile {
  /** Endings that messages name as examples. */
  readonly examples: readonly string[];
  /** Whether a file that has one of the endings can all the same be no domain module. */
  isNone?(file: string): boolean;
  /** What a file is called, without its ending, that stands for its folder. */
  readonly folderStem?: string | undefined;
  /** Words that no constant can have as its name. */
  readonly reserved: readonly string[];
  /** The names that a module takes for finding its environment, and the type that it makes for each. Absent where modules cannot find theirs. */
  readonly detection?: { readonly words: readonly string[]; typeOf?(environment: string): string } | undefined;
  /** Files that run where the project's modules are not, whatever the scope of a module says. */
  neverImports(path: string): boolean;
  /** The specifier that the configuration gives a module, `undefined` where each file finds its own. */
  specifierOf(written: string | undefined, file: string): { readonly specifier: string | undefined } | SpecifierFault;
  /** How a file imports a module hangs on the file's path alone, not on its text. */
  readonly importsByPath?: boolean | undefined;
  loadCode(): Promise<{ readonly code: ModuleCode }>;
  /** Whether a value read from JSON is what `evidenceOf` of the code gives. */
  isEvidence?(value: unknown): boolean;
  /** Loads what reads a module that is the team's own; `root` is absolute. */
  loadAdoption?(): Promise<{ adoptionOf(root: string, module: DomainModule, tree: TreeFiles): Adoption }>;
  /** Loads what proposes modules in a tree without a configuration. */
  loadProposal?(): Promise<{ readonly proposal: ModuleProposal }>;
  loadPackaging?(): Promise<{ readonly packaging: Packaging }>;
  /** Names of files, without directories, that say what is packaged with which files. */
  readonly manifests?: RegExp | undefined;
  loadTypeCheck?(): Promise<{ readonly newTypeErrors: TypeCheck }>;
}

/** What is wrong with a specifier, and which key of the module's entry is to blame. */
interface SpecifierFault {
  readonly fault: string;
  readonly key: 'file' | 'import';
}

/** A format of data that holds the values of a domain module; no file imports it. */
export interface DataFormat {
  readonly name: string;
  /** Fits the whole path of such a file. */
  readonly files: RegExp;
  loadCode(): Promise<{ readonly code: ModuleCode }>;
}
