import type { ReasonPage } from '../reason-page.ts';

export const unknownImportRoot = {
  code: 'unknown-import-root',
  title: 'a file whose import path is unknown',
  sentence: () => 'nothing shows that the root is on sys.path when this file runs',
  why: `A Python file that is run by itself finds only modules beside it. Neither its imports, its package nor the
configuration of pytest shows that it finds the domain module.`,
  settle: 'Nothing has to be done. If the file can import modules of the project, it shows that with such an import.',
  occurs: `A Python file below the root has no import of a package of the project, belongs to no package, and is no test that
pytest collects.`,
} satisfies ReasonPage;
