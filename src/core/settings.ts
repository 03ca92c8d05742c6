import type { Above } from '../types/module.ts';
import { nestsTooDeep } from './nesting.ts';
import { UserError } from './user-error.ts';

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

/** The first thing that is found in one of the folders, the nearest first. */
export function nearestIn<T>({ folders }: Above, find: (folder: string) => T | undefined): T | undefined {
  for (const folder of folders) {
    const found = find(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}
