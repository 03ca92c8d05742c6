import { execFileSync } from 'node:child_process';
import {
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../src/files/store.ts';

/** A new directory with these files; `setup.ts` removes it after the tests of the file. */
export function makeTree(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), 'redomain-test-'));
  for (const [file, contents] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), contents);
  }
  return root;
}

/** A store of its own for a tree, as runs outside git have it, in a directory beside the tree. */
export function storeOf(root: string): Store {
  const base = `${root}-state`;
  return { root, base, directory: path.join(base, 'redomain') };
}

/** A new tree with a store. */
export function makeStore(files: Readonly<Record<string, string | Buffer>> = {}): Store {
  return storeOf(makeTree(files));
}

/** Where the command line keeps the state of a root. */
export async function keptIn(root: string): Promise<string> {
  return (await openStore(root)).directory;
}

/** Makes a named pipe. */
export function makePipe(file: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$0"', file]);
}

/** Every file below `root` (git's own apart) with contents and permission bits. `mayLack`: nothing where it is no directory. */
export function snapshot(root: string, mayLack = false): Record<string, string> {
  const found: Record<string, string> = {};
  if (mayLack && !lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) return found;
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(root, full);
    if (file.startsWith('.git/') || file === '.git') continue;
    if (entry.isDirectory()) found[`${file}/`] = '';
    else if (entry.isFile())
      found[file] = `${(statSync(full).mode & 0o7777).toString(8)} ${readFileSync(full).toString('latin1')}`;
    else found[file] = 'special';
  }
  return found;
}

/** The user and the group of nobody. */
export const NOBODY = 65534;

/** Runs `action` as a user whom permissions bind, who owns all of `root`: permissions do not bind the superuser, as whom tests may run. */
export async function asOrdinaryUser<T>(root: string, action: () => T | Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  const { base } = storeOf(root);
  mkdirSync(base, { recursive: true });
  giveAway(root);
  giveAway(base);
  process.setegid!(NOBODY);
  process.seteuid!(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}

/** Makes the user that `asOrdinaryUser` becomes the owner of a directory and of all below it. */
export function giveAway(root: string): void {
  for (const file of [root, ...readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => path.join(root, name))]) {
    lchownSync(file, NOBODY, NOBODY);
  }
}

/** Whether there is a user whom permissions bind: this one, or one that the superuser can become and who gets to temporary files. */
export const hasOrdinaryUser = await asOrdinaryUser(makeTree(), () => readdirSync(realpathSync(tmpdir()))).then(
  () => true,
  (error: Error) => {
    console.warn(`tests of missing permissions are left out: the superuser cannot become another user here (${error.message})`);
    return false;
  },
);
