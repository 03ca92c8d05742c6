import path from 'node:path';
import type { DomainModule } from '../../types/policy.ts';
import { biomeIn } from './biome.ts';
import { type Above, above } from './folders.ts';
import { prettierByEditorconfig, prettierIn } from './prettier.ts';
import { pythonIn } from './python.ts';
import { PLAIN, PLAIN_PYTHON, type Style } from './style.ts';

/** How the repository formats a module, by the nearest configuration of a formatter above it: Prettier or Biome, Black or ruff. It is read at each call. */
export function styleOf(root: string, { file, language }: DomainModule): Style {
  const around = above(root, file);
  if (language === 'python') return first(around, (folder) => pythonIn(folder, around)) ?? PLAIN_PYTHON;
  if (language === 'dotenv') return PLAIN;
  const full = path.join(root, file);
  const configured = first(around, (folder) => prettierIn(folder, full, around) ?? biomeIn(folder, full, around));
  return configured ?? prettierByEditorconfig(full, around) ?? PLAIN;
}

function first<T>({ folders }: Above, find: (folder: string) => T | undefined): T | undefined {
  for (const folder of folders) {
    const found = find(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}
