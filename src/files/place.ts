import { lstatSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/** Why nothing may be written at `file` (relative to `root`, with `/`): it leads out of the root or through a symbolic link. `undefined`: it may. */
export function faultOfPlace(root: string, file: string): string | undefined {
  const steps = file.split('/');
  if (path.isAbsolute(file) || file.includes('\0') || steps.some((step) => step === '' || step === '.' || step === '..'))
    return 'path outside the root';
  if (steps[0] === '.git' || steps[0] === '.redomain') return 'a file of git or of redomain itself';
  let directory = root;
  for (const step of steps.slice(0, -1)) {
    directory = path.join(directory, step);
    const stat = lstatSync(directory, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (stat.isSymbolicLink()) return 'behind a symbolic link';
    if (!stat.isDirectory()) return 'behind a file that is no directory';
  }
  return undefined;
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
