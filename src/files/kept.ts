import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace.ts';
import { hasStore, makeDirectory, readKeptText, type Store } from './store.ts';

/** What a run kept for later ones under this name; `undefined` where there is nothing of this shape. */
export function readKept<T>(store: Store, name: string, shape: z.ZodType<T>): T | undefined {
  try {
    const value: unknown = JSON.parse(readKeptText(store, name));
    // The value as it was written, and not what the shape makes of it: keys keep their order.
    return shape.safeParse(value).success ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value for later runs, at once: of two runs that keep under one name, one wins. Gives the reason where it cannot: a lower-case noun phrase. */
export function writeKept(store: Store, name: string, value: unknown): string | undefined {
  try {
    const file = path.join(makeDirectory(store), name);
    replaceFile(file, `${file}-${randomBytes(6).toString('hex')}.tmp`, Buffer.from(JSON.stringify(value)));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Forgets what was kept under a name. */
export function removeKept(store: Store, name: string): void {
  if (hasStore(store)) rmSync(path.join(store.directory, name), { force: true });
}
