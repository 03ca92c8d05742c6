import type { Wide } from './wide.ts';
/** Tells at several gigabytes a second which files can hold a governed host or a suppression at all. */
export interface Prefilter {
  /** The place to put the bytes of a file; valid until the next call. Throws RangeError where memory ends. */
  room(length: number): Buffer;
  /** Whether bytes that stand at the beginning of the last room, read as Latin-1, hold a domain of the policy. */
  mayHold(length: number): boolean;
  /** The wide encoding without a byte order mark in which the same bytes hold a domain of the policy; `binary` where it stands at an odd offset. */
  wideIn(length: number): Wide | 'binary' | undefined;
  /** Whether the same bytes hold what every suppression begins with. */
  mayDirect(length: number): boolean;
}
