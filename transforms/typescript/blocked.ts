import type { Reason, ReasonCode } from '../../src/types/reason.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { readWithoutRunning } from './framework.ts';
import { child, list, type Node, type Path, word } from './parse/node.ts';
import { isTypeScript } from './parse/parse.ts';
import { operandPath, rawText, type Site } from './site.ts';
import { isCallLike, isTypeWrapper, namesOf } from './syntax.ts';

/** Why no name can stand in place of a text. */
export function blockedReason(site: Site, file: SourceFile): Reason | undefined {
  const code = blockedByForm(site, file) ?? blockedByPlace(site, file);
  if (code !== undefined) return { code };
  const unrun = readWithoutRunning(site, file);
  if (unrun !== undefined) return unrun;
  const forbidden = notation(site, file);
  return forbidden && { code: forbidden };
}

function blockedByForm({ path, kind }: Site, file: SourceFile): ReasonCode | undefined {
  if (/\.d(?:\.[^./]+)?\.[cm]?ts$/.test(file.path)) return 'declaration-file';
  if (kind === 'directive') return 'directive';
  if (kind === 'pattern') return 'pattern';
  return path.at(-2)!.type === 'TaggedTemplateExpression' ? 'tagged-template' : undefined;
}

function blockedByPlace(site: Site, file: SourceFile): ReasonCode | undefined {
  const { path } = site;
  return moduleName(path) ?? typePosition(path) ?? constantType(site, file) ?? hoisted(path);
}

const MODULE_CALLS = new Set([
  'require',
  'resolve',
  'requireActual',
  'requireMock',
  'importActual',
  'importMock',
  'mock',
  'unmock',
  'doMock',
  'dontMock',
  'doUnmock',
  'setMock',
  'createMockFromModule',
  'unstable_mockModule',
  'glob',
  'context',
]);
const MODULE_OBJECTS = new Set(['require', 'jest', 'vi', 'vitest', 'meta', 'module']);

/** The specifier of an import, in all its forms, or a quoted name of what is imported. */
function moduleName(path: Path): ReasonCode | undefined {
  const node = path.at(-1)!;
  const parent = path.at(-2)!;
  if (/^(?:Import|Export)/.test(parent.type) && !/^ExportDefault/.test(parent.type)) return 'module-specifier';
  if (parent.type === 'TSExternalModuleReference') return 'module-specifier';
  if (!isCallLike(parent) || list(parent, 'arguments')[0] !== node) return undefined;
  const callee = child(parent, 'callee');
  if (callee?.type === 'Import') return 'module-specifier';
  const [last, ...rest] = namesOf(callee);
  if (last === 'require' && rest.length === 0) return 'module-specifier';
  const onMeta = child(callee, 'object')?.type === 'MetaProperty';
  return last !== undefined && MODULE_CALLS.has(last) && (onMeta || rest.some((name) => MODULE_OBJECTS.has(name)))
    ? 'module-specifier'
    : undefined;
}

const RUNS =
  /^TS(?:AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression|ParameterProperty|ExportAssignment|ModuleBlock|ModuleDeclaration|AbstractClassProperty)$/;
const FLOW_TYPE = /^(?:Declare|Opaque|Interface)|TypeAnnotation$|^TypeAlias$|^ObjectTypeProperty$/;

function typePosition(path: Path): ReasonCode | undefined {
  for (const node of path) {
    if (node.declare === true) return 'ambient-declaration';
    if (/^TSEnum|^Enum/.test(node.type)) return 'enum-member';
    if ((node.type.startsWith('TS') && !RUNS.test(node.type)) || FLOW_TYPE.test(node.type)) return 'type-position';
  }
  return undefined;
}

/** A text whose own characters are a type: `'…' as const`, or in a constant that `typeof` makes a type of. */
function constantType({ path, node, kind }: Site, file: SourceFile): ReasonCode | undefined {
  if (!isTypeScript(file.path)) return undefined;
  const direct = operandPath(path);
  if (kind === 'string' && path.slice(direct.length - 1, -1).some(isConst)) return 'constant-assertion';
  const declared = path.findLast((outer) => outer.type === 'VariableDeclarator');
  const asserted = path.some((outer) => outer !== node && isConst(outer));
  const name = word(child(declared, 'id'), 'name');
  if (!asserted || name === undefined) return undefined;
  return new RegExp(`\\btypeof\\s+${name.replaceAll('$', '\\$')}(?![\\w$])`).test(file.text) ? 'constant-assertion' : undefined;
}

function isConst(node: Node): boolean {
  const type = child(node, 'typeAnnotation');
  return isTypeWrapper(node) && type?.type === 'TSTypeReference' && child(type, 'typeName')?.name === 'const';
}

/** Calls that test runners move above the imports. */
function hoisted(path: Path): ReasonCode | undefined {
  const inside = path.some((node, index) => {
    if (!isCallLike(node) || child(node, 'callee') === path[index + 1]) return false;
    const names = namesOf(child(node, 'callee'));
    const runner = names.at(-1);
    if (runner !== 'jest' && runner !== 'vi' && runner !== 'vitest') return false;
    return names[0] === 'mock' || names[0] === 'hoisted' || names[0] === 'unstable_mockModule';
  });
  return inside ? 'hoisted-mock' : undefined;
}

/** What the notation itself forbids. */
function notation(site: Site, file: SourceFile): ReasonCode | undefined {
  const raw = rawText(file, site);
  const { path, node, kind } = site;
  if (kind === 'attribute') return /[\r\n]/.test(raw) ? 'multi-line-attribute' : undefined;
  if (kind !== 'string') return undefined;
  if (/\\(?:\r\n|[\r\n\u2028\u2029])/.test(raw)) return 'line-continuation';
  if (/(?<!\\)(?:\\\\)*\\(?:[1-9]|0[0-9])/.test(raw)) return 'octal-escape';
  return path.some((outer) => outer.type === 'ExpressionStatement' && outer.start === node.start)
    ? 'start-of-statement'
    : undefined;
}
