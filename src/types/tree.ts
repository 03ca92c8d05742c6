/** A tree of files as code sees it that opens none itself. */

/** What a directory holds under one name. */
interface TreeEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** Reads what a scanned repository may have put somewhere: regular files of a bearable size alone. Paths are absolute. */
export interface TreeFiles {
  /** UTF-8, without a byte order mark; `undefined` where there is no such file, or none that is read. `limit` in bytes. */
  text(file: string, limit?: number): string | undefined;
  /** Whether `text` would give one. */
  isRegular(file: string, limit?: number): boolean;
  /** Whether `entries` would look into it. */
  isDirectory(directory: string): boolean;
  /** Whether anything stands at a path, links followed. */
  exists(path: string): boolean;
  /** What a directory holds; empty where it cannot be read. */
  entries(directory: string): readonly TreeEntry[];
  /** The real path; `undefined` for what is not there, and for what a link leads to from the work tree out of it. */
  target(file: string): string | undefined;
}

/** The files of a repository by their paths relative to the root, with `/`; domain modules count as there, written or not. */
export interface ListedTree {
  /** Sorted. */
  readonly files: readonly string[];
  /** Whether a file or a directory has this path; the root is `''`. */
  has(path: string): boolean;
  /** The text of a file; empty when it cannot be read. */
  read(path: string): string;
}
