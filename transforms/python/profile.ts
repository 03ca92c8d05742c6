import type { LanguageProfile } from '../../src/types/profile.ts';
import { DETECTION_WORDS, domainsType } from './detection-names.ts';
import { isRoots } from './roots.ts';

const NEVER_IMPORTS =
  /(?:^|\/)(?:setup|conftest)\.py$|\.pyi$|(?:^|\/)(?:project_template|cookiecutter[^/]*|templates?\/project)\/|\{\{/;

export const python: LanguageProfile = {
  name: 'python',
  title: 'Python',
  extensions: { '.py': { scope: ['**/*.py'] }, '.pyi': {}, '.pyw': {} },
  lineComment: '#',
  isTest: (path) => /(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test)\.py$/i.test(path),
  load: () => import('./language.ts'),
  module: {
    examples: ['.py'],
    folderStem: '__init__',
    reserved:
      'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
        ' ',
      ),
    detection: { words: DETECTION_WORDS, typeOf: domainsType },
    neverImports: (path) => NEVER_IMPORTS.test(path),
    specifierOf(written, file) {
      const specifier = written ?? dottedName(file);
      if (/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(specifier)) return { specifier };
      const [key, mend] =
        written === undefined
          ? (['file', 'rename the file, or set import'] as const)
          : (['import', 'write e.g. shared.domain_config'] as const);
      return { key, fault: `cannot be imported in Python; ${mend}` };
    },
    importsByPath: true,
    loadCode: () => import('./module/code.ts'),
    isEvidence: isRoots,
    loadProposal: () => import('./proposal.ts'),
    loadPackaging: () => import('./packaging/packaging.ts'),
    manifests: /^(?:pyproject\.toml|setup\.cfg|setup\.py)$/i,
    loadAdoption: () => import('./adoption.ts'),
  },
};

/** The name by which the file is imported from the root. */
function dottedName(file: string): string {
  return file
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
