import { remembering } from '../../src/core/remembering.ts';
import { child, list, type Node, walk, word } from './parse/node.ts';
import type { Tree } from './parse/parse.ts';

/** The names of a file, whatever their scope. */
interface Names {
  /** How often each name is declared, types and imports among them. */
  readonly declared: ReadonlyMap<string, number>;
  /** Every name that is declared or referred to; property names are not. */
  readonly taken: ReadonlySet<string>;
}

/** Whether a name is declared or referred to in a file, in any scope. */
export function isTaken(tree: Tree, name: string): boolean {
  return mayHold(tree, name) && namesIn(tree).taken.has(name);
}

/** How often a name is declared in a file. */
export function timesDeclared(tree: Tree, name: string): number {
  return mayHold(tree, name) ? (namesIn(tree).declared.get(name) ?? 0) : 0;
}

/** Whether the characters of a name stand in a text, or an escape that may stand for some: to look at each node takes time. */
function mayHold({ text }: Tree, name: string): boolean {
  return text.includes(name) || text.includes('\\u');
}

const namesIn = remembering(survey);

function survey({ program }: Tree): Names {
  const declared = new Map<string, number>();
  const taken = new Set<string>();
  const declare = (name: string): void => {
    declared.set(name, (declared.get(name) ?? 0) + 1);
    taken.add(name);
  };
  const elsewhere = new Set<Node>();
  walk(program, (node, parent, field) => {
    if (node.type === 'ExportNamedDeclaration' && child(node, 'source'))
      for (const part of list(node, 'specifiers')) elsewhere.add(part);
    if (elsewhere.has(parent)) return;
    for (const name of declaredBy(node)) declare(name);
    const name = word(node, 'name');
    if (name !== undefined && !isPropertyName(node, parent, field)) taken.add(name);
  });
  return { declared, taken };
}

const DECLARING =
  /^(?:VariableDeclarator|Class(?:Declaration|Expression)|TS\w+Declaration|(?:Enum|Declare|Opaque|Interface|TypeAlias)\w*)$/;

/** What nodes declare; most of them nothing. */
type Declaring = 'parameter of a type' | 'caught' | 'imported' | 'function' | 'other';

function declaringOf(type: string): Declaring | undefined {
  if (type === 'TSTypeParameter' || type === 'TypeParameter') return 'parameter of a type';
  if (type === 'CatchClause') return 'caught';
  if (/^Import(?:Default|Namespace)?Specifier$/.test(type)) return 'imported';
  if (/Function|Method/.test(type)) return 'function';
  return DECLARING.test(type) ? 'other' : undefined;
}

/** By type, of which there are few, and nodes many. */
const declaring = new Map<string, Declaring | undefined>();

/** The names that a declaring node brings into some scope. */
function declaredBy(node: Node): readonly string[] {
  if (!declaring.has(node.type)) declaring.set(node.type, declaringOf(node.type));
  switch (declaring.get(node.type)) {
    case undefined:
      return NOTHING;
    case 'parameter of a type':
      return typeof node.name === 'string' ? [node.name] : patternNames(child(node, 'name'));
    case 'caught':
      return patternNames(child(node, 'param'));
    case 'imported':
      return patternNames(child(node, 'local'));
    case 'function':
      return [...patternNames(child(node, 'id')), ...list(node, 'params').flatMap(patternNames)];
    case 'other':
      return patternNames(child(node, 'id'));
  }
}

const NOTHING: readonly string[] = [];

function patternNames(pattern: Node | undefined): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [word(pattern, 'name') ?? ''];
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((property) => patternNames(child(property, 'value') ?? property));
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap(patternNames);
    case 'AssignmentPattern':
      return patternNames(child(pattern, 'left'));
    case 'RestElement':
      return patternNames(child(pattern, 'argument'));
    case 'TSParameterProperty':
      return patternNames(child(pattern, 'parameter'));
    default:
      return [];
  }
}

const NAMED = /^(?:Object|Class)(?:Accessor)?(?:Property|Method)$|^TS\w*(?:Signature|Method|Property)$|^ObjectTypeProperty$/;

/** True where an identifier only names a member, an attribute or a label. */
function isPropertyName(node: Node, parent: Node, field: string): boolean {
  if (field === 'property') return parent.computed !== true;
  if (field === 'key') return NAMED.test(parent.type) && parent.computed !== true;
  if (field === 'imported' || field === 'exported' || field === 'label' || field === 'qualifier') return true;
  if (field === 'name') return parent.type === 'JSXAttribute';
  if (field === 'right') return parent.type === 'TSQualifiedName';
  if (field === 'meta') return parent.type === 'MetaProperty';
  return field === 'id' && parent.type === 'TSEnumMember' && node.type === 'Identifier';
}
