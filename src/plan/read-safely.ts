import type { Spots } from '../core/constant-names.ts';
import { isTooDeep } from '../core/too-deep.ts';
import type { Language, Reading } from '../types/language.ts';
import type { SourceFile } from '../types/source.ts';

/** The reading of a file that is not looked into. */
export const NOTHING_READ: Reading = { literals: [], relations: [] };

/** What a shortcut gives; where one fails, the whole file is read. Throws on what `isTooDeep` names. */
export function orNothing<T>(shortcut: () => T): T | undefined {
  try {
    return shortcut();
  } catch (error) {
    if (isTooDeep(error)) throw error;
    return undefined;
  }
}

/** What a language reads in a file; where that fails, nothing, with the reason. Throws on what `isTooDeep` names. */
export function readSafely(file: SourceFile, language: Language, { hits, constants }: Spots): Reading {
  try {
    return language.read(file, hits, constants);
  } catch (error) {
    if (isTooDeep(error)) throw error;
    return {
      ...NOTHING_READ,
      failure: `cannot be read as ${language.name}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
