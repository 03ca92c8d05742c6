import type { ModuleRef } from './language.ts';
import type { Binding, Detection, DomainModule, Policy } from './policy.ts';
import type { SourceFile } from './source.ts';
import type { TreeFiles } from './tree.ts';

/** What a domain module is made of, and what is read from one. */

/** How a repository wants generated text to be formatted. */
export interface Style {
  /** Columns of a line at most. */
  readonly width: number;
  /** Whether a constant whose line is too long goes on below its name; without a formatter it stays on one line. */
  readonly wrapsConstants: boolean;
  /** One step of indentation. */
  readonly indent: string;
  /** Columns that a step takes. */
  readonly indentWidth: number;
  readonly quote: "'" | '"';
  readonly eol: '\n' | '\r\n';
  readonly semicolons: boolean;
  /** Behind the last of several lines: also of parameters and arguments (`all`), of arrays and objects (`es5`), of nothing. */
  readonly trailingCommas: 'all' | 'es5' | 'none';
  /** Whether all keys of an object are quoted once one has to be. */
  readonly quotesKeysTogether: boolean;
  readonly bracketSpacing: boolean;
  /** Whether an object or list that fits on one line is put there, although it was written on several. */
  readonly joins: boolean;
}

/** The folders that may configure how a file is formatted. */
export interface Above {
  /** Absolute, from that of the file up to the top of the repository, the nearest first; without git, up to the root. */
  readonly folders: readonly string[];
  /** The text of a file in them, without a byte order mark; `undefined` where there is none that can be read. */
  text(...segments: readonly string[]): string | undefined;
}

/** One constant with what its comment says. */
interface Constant {
  readonly part: Binding['part'];
  readonly name: string;
  readonly value: string;
  /** One line, without a full stop. */
  readonly summary: string;
}

/** The constants of one service. */
export interface Group {
  readonly environment: string;
  /** Of the service. */
  readonly name: string;
  /** Key of the service. */
  readonly service: string;
  readonly title: string;
  readonly constants: readonly Constant[];
}

/** All that a domain module is to say. */
export interface ModuleContent {
  /** Of the module, relative to the root, with `/`. */
  readonly file: string;
  /** Lines of the comment that heads it; the last one says who generated it. */
  readonly header: readonly string[];
  readonly groups: readonly Group[];
  readonly style: Style;
  /** How it finds its environment; absent where it does not. */
  readonly detect?: Detection | undefined;
  readonly services: Policy['services'];
}

/** Says how a file imports a domain module. */
export type Resolver = (module: DomainModule, file: SourceFile) => ModuleRef;

/** The code that writes modules of one language, or of one format of data. Loaded when there is a module of it. */
export interface ModuleCode {
  /** Where no formatter is configured. */
  readonly plain: Style;
  /** How the repository formats a module, by the nearest configuration of a formatter above it; `file` is absolute. `undefined` where there is none. */
  styleOf?(file: string, above: Above): Style | undefined;
  /** The source text with LF line endings. The same content gives the same text. */
  emit(content: ModuleContent): string;
  /** Says how files import the modules of the tree at `root`; it reads project files when first needed. Absent for data, which no file imports. */
  resolverFor?(root: string, tree: TreeFiles): Resolver;
  /** What shows, for the whole tree, that files can import the module. Plain JSON that only the language looks into. */
  evidenceOf?(root: string, module: DomainModule, tree: TreeFiles): unknown;
}

/** A text that a module exports, under the expression that reaches it. */
export interface ExportedText {
  readonly symbol: string;
  readonly line: number;
  readonly text: string;
  readonly unless?: string;
}

/** The texts that a module exports, and what it exports that cannot be known without running it; in the order of the module. */
export interface Exported {
  readonly texts: readonly ExportedText[];
  readonly unread: readonly { readonly symbol: string; readonly line: number; readonly reason: string }[];
}

/** Follows the imports of one adopted module. All paths are relative to the root, with `/`. */
export interface Adoption {
  /** The project file that an import leads to, as `importedBy` writes it. */
  find(from: string, specifier: string): string | undefined;
  /** What a text imports, and may import. */
  importedBy(text: string): readonly string[];
  /** Files that run on the way to one that is imported. */
  onTheWayTo?(file: string): readonly string[];
  /** The texts that the module exports, read without running it. Throws where it does not parse. */
  exported(): Exported;
}
