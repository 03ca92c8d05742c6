import type { Importable, ModuleRef } from '../types/language.ts';

/** A module that a file may import, found once, when it is first asked for. */
export function importable({ file }: { readonly file: string }, find: () => ModuleRef): Importable {
  let found: ModuleRef | undefined;
  return {
    file,
    reference() {
      found ??= find();
      return found;
    },
  };
}
