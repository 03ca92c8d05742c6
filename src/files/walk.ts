import fs from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import ignore, { type Ignore } from 'ignore';
import { tameLines } from '../core/glob/tame.ts';
import { escapeName, isOwn } from './name.ts';
import { type RegularFiles, regularFiles } from './regular.ts';
import type { Skipped } from './skipped.ts';

/** What a .gitignore file says. */
interface Rules {
  readonly base: string;
  readonly rules: Ignore;
  readonly isTame: (path: string) => boolean;
}

/** Every regular file below `root` that no .gitignore file on the way down excludes; ignored directories are not entered. */
export async function walk(root: string): Promise<{ files: string[]; skipped: Skipped[] }> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  const tree = regularFiles(root);
  const rules = new Map<string, readonly Rules[]>();

  function readdir(
    directory: string,
    _: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void,
  ) {
    fs.readdir(directory, { withFileTypes: true }, (error, entries) => {
      if (error) {
        skipped.push({
          path: relative(directory),
          reason: error.code === 'EACCES' ? 'directory without permission' : `directory (${error.code})`,
        });
        return done(null, []);
      }
      const inherited = rules.get(path.dirname(directory)) ?? [];
      const here = entries.some((entry) => entry.name === '.gitignore' && entry.isFile()) ? rulesOf(tree, directory) : undefined;
      const all = here ? [...inherited, { base: directory, ...here }] : inherited;
      rules.set(directory, all);
      if (entries.some((entry) => entry.name.includes('\ufffd'))) reportForeignNames(directory);
      done(
        null,
        entries.filter((entry) => keep(directory, entry, all)),
      );
    });
  }

  function keep(directory: string, entry: fs.Dirent, all: readonly Rules[]): boolean {
    const full = path.join(directory, entry.name);
    if (entry.name === '.git' || isOwn(relative(full))) return false;
    if (entry.name.includes('\ufffd') && !fs.existsSync(full)) return false;
    if (isIgnored(full, entry.isDirectory(), all)) return false;
    if (entry.isFile()) files.push(relative(full));
    if (entry.isDirectory() || entry.isFile()) return true;
    skipped.push({ path: relative(full), reason: entry.isSymbolicLink() ? 'symbolic link' : 'not a regular file' });
    return false;
  }

  function reportForeignNames(directory: string): void {
    for (const name of fs.readdirSync(directory, { encoding: 'buffer' })) {
      const text = name.toString('utf8');
      if (Buffer.from(text).equals(name)) continue;
      skipped.push({ path: path.posix.join(relative(directory), escapeName(name)), reason: 'name that is not UTF-8' });
    }
  }

  const relative = (full: string) => path.relative(root, full).split(path.sep).join('/');
  // The walk is fast-glob's, the list is not: its patterns match no name with a line break.
  await fastGlob.glob('**', {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    fs: { readdir: readdir as never },
  });
  return { files, skipped };
}

function rulesOf(tree: RegularFiles, directory: string): Omit<Rules, 'base'> | undefined {
  const text = tree.text(path.join(directory, '.gitignore'));
  return text === undefined ? undefined : { rules: ignore().add(text), isTame: tameLines(text.split(/\r?\n/)) };
}

/** The last word counts: a deeper .gitignore file beats the ones above it. */
function isIgnored(full: string, isDirectory: boolean, all: readonly Rules[]): boolean {
  let ignored = false;
  for (const { base, rules, isTame } of all) {
    const name = path.relative(base, full).split(path.sep).join('/') + (isDirectory ? '/' : '');
    if (!isTame(name)) continue;
    const verdict = rules.test(name);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
