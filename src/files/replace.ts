import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** What a file keeps when its contents are replaced; absent for a new file. */
export interface Attributes {
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Puts `bytes` in the place of `file` at once: readers see the old contents or the new. `temporary` is a path in the same directory; nothing is left there on failure. */
export function replaceFile(file: string, temporary: string, bytes: Buffer, attributes?: Attributes): void {
  const descriptor = openSync(temporary, 'wx', attributes ? 0o600 : 0o666);
  try {
    try {
      writeAll(descriptor, bytes);
      if (attributes) keepAttributes(descriptor, attributes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** After the contents, and the owner first: writing and a change of owner clear bits of the mode. */
function keepAttributes(descriptor: number, { mode, uid, gid }: Attributes): void {
  const now = fstatSync(descriptor);
  if (now.uid !== uid || now.gid !== gid) fchownSync(descriptor, uid, gid);
  fchmodSync(descriptor, mode);
}

/** Writes all bytes at the descriptor's position. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
