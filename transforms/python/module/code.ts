import { nearestIn } from '../../../src/core/settings.ts';
import type { ModuleCode } from '../../../src/types/module.ts';
import { emit } from './emit.ts';
import { resolverFor } from './resolver.ts';
import { rootsOf } from './roots.ts';
import { PLAIN_PYTHON, pythonIn } from './style.ts';

export const code: ModuleCode = {
  plain: PLAIN_PYTHON,
  styleOf: (_, above) => nearestIn(above, (folder) => pythonIn(folder, above)),
  emit,
  resolverFor,
  evidenceOf: rootsOf,
};
