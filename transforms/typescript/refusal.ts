import { partitionPoint } from '../../src/core/partition-point.ts';
import type { Importable, Placement } from '../../src/types/language.ts';
import type { Reason } from '../../src/types/reason.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { child, list, type Node, walk } from './parse/node.ts';
import { isTypeScript, type Tree } from './parse/parse.ts';
import { type Site, siteOf } from './site.ts';
import { nameOf } from './syntax.ts';

/** How a file gets at other modules. */
export type Convention = 'esm' | 'commonjs';

const CONFIGURATION = /\.config\.[cm]?tsx?$/;
/** `next.config.staging.ts`: taken for another one by a person's own means. */
const VARIANT = /\.config\.[\w-]+\.[cm]?tsx?$/;

/** How a file imports, or why it cannot. */
export function conventionOf(tree: Tree, file: SourceFile, module: Importable): Convention | { readonly refusal: Reason } {
  if (VARIANT.test(file.path) || (CONFIGURATION.test(file.path) && !module.reference().specifier.startsWith('.')))
    return { refusal: { code: 'configuration-before-aliases' } };
  const convention = writtenAs(tree, file);
  if (convention === undefined) return { refusal: { code: 'plain-script' } };
  if (isTypeScript(module.file) && runsAsItIs(tree, file, convention)) return { refusal: { code: 'run-as-it-is' } };
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
export function placementRefusal({ literal, span }: Placement, file: SourceFile): Reason | undefined {
  const site = siteOf(literal);
  if (!site) return { code: 'no-text-of-program' };
  const whole = span.start === literal.body.start && span.end === literal.body.end;
  if (whole) return undefined;
  if (site.kind === 'template' && !isInQuasi(list(site.node, 'quasis'), span)) return { code: 'code-between-texts' };
  const { text } = file;
  if (site.kind !== 'jsx-text' && site.kind !== 'attribute' && isEscapedAt(text, literal.body.start, span.start))
    return { code: 'text-after-backslash' };
  if (isTypeScript(file.path) && isClassPropertyKey(site)) return { code: 'class-property-key' };
  const element = site.kind === 'jsx-text' ? nameOf(child(child(site.path.at(-2), 'openingElement'), 'name')) : undefined;
  if (element === undefined || !ONE_TEXT.has(element)) return undefined;
  const isBlank =
    text.slice(literal.body.start, span.start).trim() === '' && text.slice(span.end, literal.body.end).trim() === '';
  return isBlank ? undefined : { code: 'one-text-element', detail: { name: element } };
}

function isInQuasi(quasis: readonly Node[], { start, end }: Span): boolean {
  const quasi = quasis[partitionPoint(quasis.length, (index) => quasis[index]!.end < end)];
  return quasi !== undefined && quasi.start <= start && end <= quasi.end;
}

/** Whether an odd number of backslashes stands between `from` and `at`, directly before `at`. */
function isEscapedAt(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && text[start - 1] === '\\') start--;
  return (at - start) % 2 === 1;
}

function isClassPropertyKey({ path, node }: Site): boolean {
  const parent = path.at(-2);
  return /^Class(?:Accessor)?Property$/.test(parent?.type ?? '') && child(parent, 'key') === node;
}
