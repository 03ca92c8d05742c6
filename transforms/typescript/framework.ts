import type { Reason } from '../../src/types/reason.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { child, list, type Node, type Path, word } from './parse/node.ts';
import { rawText, type Site } from './site.ts';
import { isCallLike, keyName, nameOf, namesOf } from './syntax.ts';

const NEXT_FILE =
  /(?:^|\/)(?:page|layout|route|template|default|error|not-found|loading|global-error|middleware|proxy|opengraph-image|icon|sitemap|robots|manifest)\.[jt]sx?$|(?:^|\/)pages\//;
const NEXT_EXPORTS = new Set([
  'config',
  'metadata',
  'viewport',
  'dynamic',
  'dynamicParams',
  'revalidate',
  'fetchCache',
  'runtime',
  'preferredRegion',
  'maxDuration',
]);
const BUNDLER_FILE =
  /(?:^|\/)(?:vite|vitest|webpack[\w.-]*|rollup|rolldown|esbuild|tsup|tsdown|rspack|rsbuild|next|nuxt|astro|svelte|electron)\.config\.[cm]?[jt]s$/;
const BUNDLER_CALLS = new Set([
  'defineConfig',
  'DefinePlugin',
  'EnvironmentPlugin',
  'build',
  'buildSync',
  'context',
  'transform',
  'transformSync',
]);
const TRANSLATING_CALLS = new Set([
  't',
  '$t',
  '__',
  '__n',
  'gettext',
  'ngettext',
  'pgettext',
  'defineMessage',
  'defineMessages',
  'formatMessage',
  'msg',
  'plural',
]);
const TRANSLATING_ELEMENTS = new Set(['Trans', 'Trans2', 'Translate', 'FormattedMessage', 'Plural', 'T']);
const QUERY_CALLS = new Set(['gql', 'graphql']);

/** Why a text is taken from the source by a tool that does not run the program. */
export function readWithoutRunning(site: Site, file: SourceFile): Reason | undefined {
  const { path } = site;
  return (
    nextExport(path, file) ??
    bundlerDefine(path, file) ??
    calledTool(path) ??
    translatedElement(path) ??
    commentTagged(site, file)
  );
}

/** `what`: a name or a noun in the plural. */
function unrun(what: string): Reason {
  return { code: 'read-without-running', detail: { what } };
}

function nextExport(path: Path, file: SourceFile): Reason | undefined {
  const [, exported, declaration, declarator] = path;
  if (exported?.type !== 'ExportNamedDeclaration' || declaration?.type !== 'VariableDeclaration') return undefined;
  const id = child(declarator, 'id');
  const name = word(id, 'name');
  if (name === undefined || !NEXT_EXPORTS.has(name)) return undefined;
  const known =
    NEXT_FILE.test(file.path) || (name === 'config' && hasKey(child(declarator, 'init'), 'matcher')) || isMetadata(id, file);
  return known ? unrun(`\`${name}\``) : undefined;
}

function hasKey(object: Node | undefined, key: string): boolean {
  return list(object, 'properties').some((property) => keyName(child(property, 'key'), property.computed === true) === key);
}

function isMetadata(id: Node | undefined, file: SourceFile): boolean {
  const type = child(child(id, 'typeAnnotation'), 'typeAnnotation');
  const name = word(child(type, 'typeName'), 'name');
  return (name === 'Metadata' || name === 'Viewport') && /\bfrom\s*['"]next['"]/.test(file.text);
}

function bundlerDefine(path: Path, file: SourceFile): Reason | undefined {
  const define = path.some(
    (node) => /^Object(?:Property|Method)$/.test(node.type) && keyName(child(node, 'key'), node.computed === true) === 'define',
  );
  const callers = path.filter(isCallLike).map((node) => nameOf(child(node, 'callee')) ?? '');
  if (callers.includes('DefinePlugin')) return unrun('definitions of a bundler');
  const bundler = BUNDLER_FILE.test(file.path) || callers.some((name) => BUNDLER_CALLS.has(name));
  return define && bundler ? unrun('definitions of a bundler') : undefined;
}

function calledTool(path: Path): Reason | undefined {
  const index = path.findLastIndex(isCallLike);
  const call = path[index];
  if (!call || !list(call, 'arguments').includes(path[index + 1]!)) return undefined;
  const [name = ''] = namesOf(child(call, 'callee'));
  const depth = path.length - index;
  if (depth === 2 && QUERY_CALLS.has(name)) return unrun('queries');
  if (/^(?:toMatch|toThrowErrorMatching)InlineSnapshot$/.test(name)) return { code: 'inline-snapshot' };
  const message = name === 'defineMessages' || name === 'defineMessage' || name === 'formatMessage';
  return TRANSLATING_CALLS.has(name) && (message || (depth === 2 && list(call, 'arguments')[0] === path[index + 1]))
    ? { code: 'translated-text' }
    : undefined;
}

function translatedElement(path: Path): Reason | undefined {
  const element = path.some((node) => {
    const name = nameOf(child(child(node, 'openingElement'), 'name'));
    return node.type === 'JSXElement' && name !== undefined && TRANSLATING_ELEMENTS.has(name);
  });
  return element && path.at(-1)?.type === 'JSXText' ? { code: 'translated-text' } : undefined;
}

/** A template that a `GraphQL` comment before it marks for another language's tools. */
function commentTagged(site: Site, file: SourceFile): Reason | undefined {
  if (site.kind !== 'template' || rawText(file, site) === '') return undefined;
  return /\/\*\s*GraphQL\s*\*\/\s*$/i.test(file.text.slice(Math.max(0, site.node.start - 40), site.node.start))
    ? unrun('queries')
    : undefined;
}
