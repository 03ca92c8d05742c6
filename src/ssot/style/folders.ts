import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';

/** Absolute folders from that of a file up to the top of the repository, the nearest first; without git, up to `root`. `file` is relative to `root`. */
export function foldersAbove(root: string, file: string): string[] {
  const top = chain(root).find((folder) => existsSync(path.join(folder, '.git'))) ?? root;
  const folders = chain(path.dirname(path.join(root, file)));
  return folders.slice(0, folders.indexOf(top) + 1);
}

function chain(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...chain(above)];
}

/** A mapping of settings; what is none reads as empty. */
export type Settings = Readonly<Record<string, unknown>>;

/** The text of a file, without a byte order mark; `undefined` where there is none that can be read. */
export function textAt(...segments: readonly string[]): string | undefined {
  try {
    return readFileSync(path.join(...segments), 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

/** What a parser makes of a text; `undefined` for a text that it refuses, or that is no mapping. */
export function settingsFrom(text: string | undefined, parse: (text: string) => unknown): Settings | undefined {
  if (text === undefined) return undefined;
  try {
    const value = parse(text);
    return isSettings(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function tomlAt(...segments: readonly string[]): Settings | undefined {
  return settingsFrom(textAt(...segments), parseToml);
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
