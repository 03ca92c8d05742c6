import type { SyntaxNode, Tree } from '@lezer/common';
import type { ModuleRef } from '../../src/types/language.ts';
import type { Reason, ReasonCode } from '../../src/types/reason.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { firstSegments, topImports, topStatements } from './imports.ts';
import type { PythonRoots } from './roots.ts';
import { pathEdits, putsRoot } from './search-path.ts';

/** From which module-level statement on an import from the root works (0 is the first), or why nothing shows that it does. */
export type Evidence = { readonly from: number } | { readonly missing: Reason };

const MAIN = /^if\s*(?:\(\s*)?(__name__\s*==|['"]__main__['"]\s*==)/m;

/** What shows that the root is on `sys.path` whenever this file runs. */
export function evidenceOf(file: SourceFile, tree: Tree, module: ModuleRef): Evidence {
  const unfit = unfitFile(file);
  if (unfit) return { missing: { code: unfit } };
  const roots = module.evidence as PythonRoots | undefined;
  if (!roots || !file.path.includes('/')) return { from: 0 };
  const packages = roots.packages.filter((name) => !module.beside?.includes(name));
  const statements = topStatements(tree);
  const edits = pathEdits(file, statements);
  const candidates: number[] = [];

  const known = projectImport(file, tree, packages);
  const at = known === undefined ? -1 : statements.findIndex(({ from, to }) => from <= known && known < to);
  if (at >= 0) candidates.push(edits.lastIndexOf(true, Math.max(at - 1, 0)) + 1);

  const root = statements.findIndex((statement, i) => edits[i] && putsRoot(file, statement, statements));
  if (root >= 0) candidates.push(root + 1);

  if (!isScript(file, statements) && isPackaged(file, tree, packages)) candidates.push(0);
  if (roots.pytest && isTest(file) && isCollected(file, roots.testPaths)) candidates.push(edits.lastIndexOf(true) + 1);
  return candidates.length > 0 ? { from: Math.min(...candidates) } : { missing: { code: 'unknown-import-root' } };
}

function unfitFile(file: SourceFile): ReasonCode | undefined {
  if (/\.pyi$/.test(file.path)) return 'stub-file';
  if (/(^|\/)setup\.py$/.test(file.path)) return 'set-up-script';
  if (
    /^from\s+__future__\s+import\b.*\b(print_function|unicode_literals|absolute_import|division)\b|^#!.*\bpython2/m.test(
      file.text,
    )
  ) {
    return 'python-2-file';
  }
  if (/\{\{|(^|\/)(project|app|cookiecutter)[_-]template(s)?\//.test(file.path)) return 'copied-template';
  return undefined;
}

/** Offset of the first import of a package of the root. A package that the file's own directories also name may be another one. */
function projectImport(file: SourceFile, tree: Tree, packages: readonly string[]): number | undefined {
  const nearer = new Set(file.path.split('/').slice(1));
  const isProject = (name: string) => packages.includes(name) && !nearer.has(name) && !nearer.has(`${name}.py`);
  return topImports(file, tree).find((one) => firstSegments(one).some(isProject))?.node.from;
}

/** Whether the file is likely run by itself, with its own directory on the path: an interpreter line, a main block, work at module level. */
function isScript(file: SourceFile, statements: readonly SyntaxNode[]): boolean {
  const works = ({ name, firstChild }: SyntaxNode) =>
    /^(For|While|With)Statement$/.test(name) ||
    (name === 'ExpressionStatement' && firstChild?.firstChild?.name === 'VariableName');
  if (statements.some(works)) return true;
  return file.text.startsWith('#!') || MAIN.test(file.text);
}

/** Whether the file lies below a package of the root; relative imports may show that the package begins further down. */
function isPackaged(file: SourceFile, tree: Tree, packages: readonly string[]): boolean {
  const segments = file.path.split('/');
  const levels = topImports(file, tree).map((one) => one.level);
  if (!packages.includes(segments[0]!) || levels.some((level) => level >= segments.length)) return false;
  return !isTest(file) || levels.some((level) => level > 0);
}

/** Whether pytest is what runs a file that is named as a test: one with a main block, outside the folders that pytest searches, is run by itself. */
function isCollected({ path, text }: SourceFile, folders: readonly string[] | undefined): boolean {
  return !folders || !MAIN.test(text) || folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`));
}

function isTest(file: SourceFile): boolean {
  return /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(file.path);
}
