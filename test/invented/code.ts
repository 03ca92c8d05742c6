import { STANDARD } from '../../src/core/layout/style.ts';
import type { ModuleCode } from '../../src/types/module.ts';

/** Modules are written without a formatter, and imported by one name from everywhere. */
export const code: ModuleCode = {
  plain: { ...STANDARD, width: 80, indent: '', indentWidth: 0, quote: '"' },
  emit({ header, groups }) {
    const lines = groups.flatMap(({ title, constants }) => [
      `# ${title}`,
      ...constants.map(({ name, value }) => `${name} = ${JSON.stringify(value)}`),
    ]);
    return `${[...header.map((text) => `# ${text}`.trimEnd()), ...lines].join('\n')}\n`;
  },
  resolverFor: () => (module) => ({ file: module.file, specifier: module.import!, bindings: module.bindings }),
};
