import { lstatSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/** Why nothing may be written at `file` (relative to `root`, with `/`): it leads out of the root, through a symbolic link, or to a file of git. `undefined`: it may. */
export function faultOfPlace(root: string, file: string): string | undefined {
  const fault = faultOfName(file);
  if (fault) return fault;
  let directory = root;
  for (const step of file.split('/').slice(0, -1)) {
    directory = path.join(directory, step);
    const stat = lstatSync(directory, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (stat.isSymbolicLink()) return 'behind a symbolic link';
    if (!stat.isDirectory()) return 'behind a file that is no directory';
  }
  return undefined;
}

/** The same of the name alone, whatever stands on the disk. */
export function faultOfName(file: string): string | undefined {
  const steps = file.split(path.sep === '\\' ? /[/\\]/ : '/');
  if (path.isAbsolute(file) || file.includes('\0') || steps.some((step) => step === '' || step === '.' || step === '..'))
    return 'path outside the root';
  return steps.some(isOfGit) ? 'a file of git itself' : undefined;
}

/** Characters that HFS+ passes over in names, as git has them (`is_hfs_dotgit`). */
const UNSEEN = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Whether a step of a path is `.git` on some file system: without regard to case, to what HFS+ passes over, and to how NTFS shortens and ends names. */
function isOfGit(step: string): boolean {
  return /^(?:\.git|git~1)[ .]*(?:$|:)/i.test(step.replace(UNSEEN, ''));
}

/** The directories above `file` that do not exist yet, outermost first, relative to the root. */
export function missingDirectories(root: string, file: string): string[] {
  const steps = file.split('/').slice(0, -1);
  return steps
    .map((_, index) => steps.slice(0, index + 1).join('/'))
    .filter((directory) => !lstatSync(path.join(root, directory), { throwIfNoEntry: false }));
}

/** Removes a directory that nobody keeps anything in. */
export function removeIfEmpty(root: string, directory: string): void {
  if (faultOfPlace(root, `${directory}/file`)) return;
  try {
    rmdirSync(path.join(root, directory));
  } catch {
    // Others keep files in it, or it is gone.
  }
}
