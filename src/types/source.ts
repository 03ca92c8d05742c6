/** A file and places in it. All offsets are UTF-16 code units into `SourceFile.text`; ends are exclusive. */

import type { Reason } from './reason.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement of `text.slice(start, end)` of the original text; edits of one file are sorted and disjoint. */
export interface Edit extends Span {
  readonly text: string;
}

/** How the bytes of a file became text. `latin1` stands for every 8-bit text that is not UTF-8; it round-trips byte for byte. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';

/** One file as it was read. `path` is relative to the root, with `/`; `text` is without the byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** Why the bytes may say something else than `text`. Nothing in the file is then edited. */
  readonly doubt?: Reason | undefined;
}

// --- policy: the configuration, resolved. Plain JSON: it crosses worker and process boundaries. ---
