import { nearestIn } from '../../../src/core/settings.ts';
import type { Above, Style } from '../../../src/types/module.ts';
import { biomeIn } from './biome.ts';
import { prettierByEditorconfig, prettierIn } from './prettier.ts';

/** How Prettier or Biome formats a file of TypeScript, JavaScript or JSON. */
export function styleOf(file: string, above: Above): Style | undefined {
  const configured = nearestIn(above, (folder) => prettierIn(folder, file, above) ?? biomeIn(folder, file, above));
  return configured ?? prettierByEditorconfig(file, above);
}
