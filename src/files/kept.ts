import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace.ts';
import { ensureStore } from './store.ts';

/** What a run kept for later ones under this name; `undefined` where there is nothing that can be read. */
export function readKept(root: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(root, '.redomain', name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a value for later runs, at once: of two runs that keep under one name, one wins. Gives the reason where it cannot: a lower-case noun phrase. */
export function writeKept(root: string, name: string, value: unknown): string | undefined {
  try {
    const file = path.join(ensureStore(root), name);
    replaceFile(file, `${file}-${randomBytes(6).toString('hex')}.tmp`, Buffer.from(JSON.stringify(value)));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Forgets what was kept under a name. */
export function removeKept(root: string, name: string): void {
  rmSync(path.join(root, '.redomain', name), { force: true });
}
