import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';

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
  return [...FILES.map((name) => path.join(directory, name)).filter(isFile), ...(manifest ? [manifest.configPath] : [])];
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
  if (!isFile(configPath)) return undefined;
  try {
    const text = readText(configPath)!;
    if (!text.includes('"redomain"')) return undefined;
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === 'object' && manifest !== null && 'redomain' in manifest ? { configPath, text } : undefined;
  } catch {
    return undefined;
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const reason = code === 'EISDIR' ? 'it is a directory' : code === 'EACCES' ? 'no permission' : code;
    throw new UserError(`cannot read the configuration: ${reason}`, { location: file });
  }
}
