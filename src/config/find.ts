import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { exists, isDirectory, LEADS_OUT, readRegular, textOf } from '../files/regular.ts';

const FILES = ['redomain.yaml', 'redomain.yml', 'redomain.json'];

const EXAMPLE = `run \`redomain init\`, which proposes one, or write redomain.yaml at the root of the repository, for example

  apex: [example.com]
  environments:
    staging:
      backend:
        host: api.example.com
        retired: [api.old.example.com]
  modules:
    - { file: shared/domains.py }

or name another file with --config FILE`;

/** A configuration file and its text, without a byte order mark. */
export interface Found {
  readonly configPath: string;
  readonly text: string;
}

/** The configuration that holds for `cwd`, or the one that is named (relative to `cwd`). Throws UserError when there is none, or more than one. */
export function findConfig(cwd: string, named?: string): Found {
  if (named !== undefined) {
    const configPath = path.resolve(cwd, named);
    const text = readText(configPath);
    if (text === undefined)
      throw new UserError(`configuration ${named} does not exist`, { hint: 'name an existing file with --config' });
    return { configPath, text };
  }
  const found = searchConfig(cwd);
  if (found) return found;
  throw new UserError(`no redomain.yaml in ${path.resolve(cwd)} or above it`, { hint: EXAMPLE });
}

/** The configurations of one directory, absolute. */
export function configsIn(directory: string): string[] {
  const manifest = manifestIn(directory);
  return [...FILES.map((name) => path.join(directory, name)).filter(stands), ...(manifest ? [manifest.configPath] : [])];
}

/** The configuration in `cwd` or the nearest directory above that has one. Throws UserError for a directory with more than one. */
export function searchConfig(cwd: string): Found | undefined {
  for (let directory = path.resolve(cwd); ; directory = path.dirname(directory)) {
    const found = configsIn(directory);
    if (found.length > 1) {
      throw new UserError(`more than one configuration: ${found.map((file) => path.relative(cwd, file)).join(', ')}`, {
        hint: 'keep one of them, or name one with --config FILE',
      });
    }
    if (found[0]) return { configPath: found[0], text: readText(found[0])! };
    if (path.dirname(directory) === directory) return undefined;
  }
}

/** package.json, when it has the key `redomain`. */
function manifestIn(directory: string): Found | undefined {
  const configPath = path.join(directory, 'package.json');
  const text = exists(configPath) ? textOf(directory, configPath) : undefined;
  if (!text?.includes('"redomain"')) return undefined;
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === 'object' && manifest !== null && 'redomain' in manifest ? { configPath, text } : undefined;
  } catch {
    return undefined;
  }
}

/** A directory of that name is something else; anything that cannot be read is not passed over for the configuration above it. */
function stands(file: string): boolean {
  return exists(file) && !isDirectory(file);
}

/** Bytes; reading takes seconds then. */
const LARGEST = 2_000_000;

/** The text of a configuration; `undefined` where there is none. Throws UserError where it cannot be read. */
function readText(file: string): string | undefined {
  const read = readRegular(path.dirname(file), file, LARGEST);
  if (!('reason' in read)) return read.toString('utf8').replace(/^\ufeff/, '');
  if (read.absent) return undefined;
  throw new UserError(`cannot read the configuration: ${FAULTS[read.reason] ?? read.reason}`, {
    location: file,
    hint: HINTS[read.reason] ?? 'name a file that can be read with --config',
  });
}

const FAULTS: Readonly<Record<string, string>> = {
  directory: 'it is a directory',
  'not a regular file': 'it is not a regular file',
  [LEADS_OUT]: 'it is a symbolic link that leads out of the repository',
};

const HINTS: Readonly<Record<string, string>> = {
  [LEADS_OUT]: 'put the file itself there',
  'larger than 2 MB': 'use patterns, such as *.old.example.com, in place of long lists',
};
