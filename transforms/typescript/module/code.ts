import type { ModuleCode } from '../../../src/types/module.ts';
import { createSpecifiers } from '../project/specifiers.ts';
import { PLAIN } from '../style/plain.ts';
import { styleOf } from '../style/style-of.ts';
import { emit } from './emit.ts';

export const code: ModuleCode = {
  plain: PLAIN,
  styleOf,
  emit,
  resolverFor(root, tree) {
    const specifierOf = createSpecifiers(root, tree);
    return (module, file) => ({ file: module.file, specifier: specifierOf(module, file), bindings: module.bindings });
  },
};
