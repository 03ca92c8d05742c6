import { lstatSync } from 'node:fs';
import type { Attributes } from './replace.ts';

/** What a file is to keep when its contents are replaced. Throws the errors of the system. */
export function attributesOf(file: string): Attributes {
  const { mode, uid, gid } = lstatSync(file);
  return { mode: mode & 0o7777, uid, gid };
}
