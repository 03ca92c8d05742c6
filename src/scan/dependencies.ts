import { createHash } from 'node:crypto';
import { moduleProfileOf } from '../../transforms/languages.ts';
import { openResolver } from '../ssot/resolver.ts';
import type { ModuleRef } from '../types/language.ts';
import type { Policy } from '../types/policy.ts';

declare const __BUILD__: string;

/** Differs wherever the code of redomain or of a library differs; set when it is bundled. */
export const BUILD = typeof __BUILD__ === 'undefined' ? 'sources' : __BUILD__;

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What an answer for a file rests on outside of it. */
export interface Resting {
  readonly path: string;
  /** How the file imports the module, where that hangs on its path alone and was asked; the answer holds while this does. */
  readonly reference?: string | undefined;
}

/** What a reference rests on that hangs on the path of its file alone, beside the policy. */
export function referenceDigest({ file, specifier, evidence, beside }: ModuleRef): string {
  return createHash('sha256')
    .update(JSON.stringify([file, specifier, evidence, beside]))
    .digest('hex')
    .slice(0, 16);
}

/** Makes the function that says whether a file imports the modules as it did when its record was made. */
export async function referenceCheck({
  root,
  policy,
}: {
  readonly root: string;
  readonly policy: Policy;
}): Promise<(record: Resting) => boolean> {
  const modules = policy.modules.filter(({ language }) => moduleProfileOf(language)?.importsByPath);
  const resolve = await openResolver(root, modules);
  return ({ path, reference }) =>
    reference === undefined ||
    modules.some((module) => referenceDigest(resolve(module, { path, text: '', encoding: 'utf8' })) === reference);
}
