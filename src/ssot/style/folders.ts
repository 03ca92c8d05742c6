import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { nestsTooDeep } from '../../core/nesting.ts';
import { UserError } from '../../core/user-error.ts';
import { exists, regularFiles } from '../../files/regular.ts';

/** The folders that may configure how a file is formatted. */
export interface Above {
  /** Absolute, from that of the file up to the top of the repository, the nearest first; without git, up to the root. */
  readonly folders: readonly string[];
  /** The text of a file in them, without a byte order mark; `undefined` where there is none that can be read. */
  text(...segments: readonly string[]): string | undefined;
  toml(...segments: readonly string[]): Settings | undefined;
}

/** `file` is relative to `root`. */
export function above(root: string, file: string): Above {
  const top = chain(root).find((folder) => exists(path.join(folder, '.git'))) ?? root;
  const all = chain(path.dirname(path.join(root, file)));
  const tree = regularFiles(root);
  const text = (...segments: readonly string[]): string | undefined => tree.text(path.join(...segments));
  return {
    folders: all.slice(0, all.indexOf(top) + 1),
    text,
    toml: (...segments) => settingsFrom(text(...segments), parseToml),
  };
}

function chain(folder: string): string[] {
  const next = path.dirname(folder);
  return next === folder ? [folder] : [folder, ...chain(next)];
}

/** A mapping of settings; what is none reads as empty. */
export type Settings = Readonly<Record<string, unknown>>;

/** What a parser makes of a text; `undefined` for a text that it refuses, or that is no mapping. */
export function settingsFrom(text: string | undefined, parse: (text: string) => unknown): Settings | undefined {
  if (text === undefined || nestsTooDeep(text)) return undefined;
  try {
    const value = parse(text);
    return isSettings(value) ? value : undefined;
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  }
}

/** The mapping under some keys; empty where there is none. */
export function within(settings: Settings | undefined, ...keys: readonly string[]): Settings {
  let value: unknown = settings;
  for (const key of keys) value = isSettings(value) ? value[key] : undefined;
  return isSettings(value) ? value : {};
}

export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
