import type { LanguageProfile } from '../../src/types/profile.ts';

/** A language that nobody has: lines of `name = "text" + other`, `use NAME from "path"` and `# comment`. */
export const invented: LanguageProfile = {
  name: 'invented',
  title: 'Invented',
  extensions: { '.inv': { scope: ['**/*.inv'] } },
  lineComment: '#',
  isTest: (path) => path.endsWith('.check.inv'),
  load: () => import('./language.ts'),
  module: {
    examples: ['.inv'],
    reserved: ['use', 'from'],
    neverImports: (path) => path.startsWith('boot/'),
    specifierOf: (written, file) => ({ specifier: written ?? file.replace(/\.inv$/, '') }),
    importsByPath: true,
    loadCode: () => import('./code.ts'),
  },
};
