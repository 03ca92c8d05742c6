import type { ModuleRef, Placement, SourceFile } from '../../src/types.ts';
import { isTypeScript, type Tree } from './parse.ts';
import { type Site, siteOf } from './site.ts';
import { child, list, type Node, nameOf, walk } from './syntax.ts';

/** How a file gets at other modules. */
export type Convention = 'esm' | 'commonjs';

const CONFIGURATION = /\.config\.[cm]?tsx?$/;
/** `next.config.staging.ts`: taken for another one by a person's own means. */
const VARIANT = /\.config\.[\w-]+\.[cm]?tsx?$/;

/** How a file imports, or why it cannot. */
export function conventionOf(tree: Tree, file: SourceFile, module: ModuleRef): Convention | { readonly refusal: string } {
  if (VARIANT.test(file.path) || (CONFIGURATION.test(file.path) && !module.specifier.startsWith('.')))
    return { refusal: 'a configuration, loaded before path aliases are known' };
  const convention = writtenAs(tree, file);
  if (convention === undefined) return { refusal: 'a script, not a module' };
  if (isTypeScript(module.file) && runsAsItIs(tree, file, convention))
    return { refusal: 'run by Node as it is, the module is TypeScript' };
  return convention;
}

function runsAsItIs(tree: Tree, file: SourceFile, convention: Convention): boolean {
  if (isTypeScript(file.path) || file.path.endsWith('.jsx')) return false;
  if (
    /\.[cm]js$/.test(file.path) ||
    /\.config\.js$|(?:^|\/)\.[\w.-]+rc\.js$|(?:^|\/)(?:bin|scripts?|tools)\/.*\.js$/.test(file.path)
  )
    return true;
  return convention === 'commonjs' || child(tree.program, 'interpreter') !== undefined;
}

/** Files that a test runner loads as modules even where they import nothing. */
const TEST_FILE = /\.(?:test|spec|cy|e2e)\.tsx?$/;

function writtenAs(tree: Tree, file: SourceFile): Convention | undefined {
  const body = list(tree.program, 'body');
  if (
    /\.m[jt]s$|\.(?:vue|svelte|astro)\.[jt]sx?$/i.test(file.path) ||
    body.some((statement) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(statement.type))
  )
    return 'esm';
  if (file.path.endsWith('.cjs')) return 'commonjs';
  let isModule = false;
  let requires = false;
  walk(tree.program, (node) => {
    isModule ||= node.type === 'MetaProperty' && nameOf(child(node, 'meta')) === 'import';
    requires ||= node.type === 'CallExpression' && child(node, 'callee')?.name === 'require';
    requires ||= node.type === 'MemberExpression' && exportsOf(node);
  });
  if (isTypeScript(file.path)) return isModule || TEST_FILE.test(file.path) ? 'esm' : undefined;
  if (isModule) return requires ? undefined : 'esm';
  return requires ? 'commonjs' : undefined;
}

function exportsOf(node: Node): boolean {
  const object = child(node, 'object');
  return object?.name === 'exports' || (object?.name === 'module' && child(node, 'property')?.name === 'exports');
}

const ONE_TEXT = new Set(['title', 'style', 'script', 'textarea']);

/** Why one placement cannot take a name, although its file could import it. */
export function placementRefusal({ literal, span }: Placement, file: SourceFile): string | undefined {
  const site = siteOf(literal);
  if (!site) return 'no text of a program';
  const whole = span.start === literal.body.start && span.end === literal.body.end;
  if (whole) return undefined;
  if (site.kind === 'template' && !list(site.node, 'quasis').some((quasi) => quasi.start <= span.start && span.end <= quasi.end))
    return 'code between texts';
  if (
    site.kind !== 'jsx-text' &&
    site.kind !== 'attribute' &&
    /(?<!\\)(?:\\\\)*\\$/.test(file.text.slice(literal.body.start, span.start))
  )
    return 'text after a backslash';
  if (isTypeScript(file.path) && isClassPropertyKey(site)) return 'name of a class property, which has to be a constant';
  const element = site.kind === 'jsx-text' ? nameOf(child(child(site.path.at(-2), 'openingElement'), 'name')) : undefined;
  const blank =
    file.text.slice(literal.body.start, span.start).trim() === '' && file.text.slice(span.end, literal.body.end).trim() === '';
  return element !== undefined && ONE_TEXT.has(element) && !blank
    ? `children of "${element}", which have to be one text`
    : undefined;
}

function isClassPropertyKey({ path, node }: Site): boolean {
  const parent = path.at(-2);
  return /^Class(?:Accessor)?Property$/.test(parent?.type ?? '') && child(parent, 'key') === node;
}
