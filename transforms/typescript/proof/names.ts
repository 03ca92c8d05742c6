import { remembering } from '../../../src/core/remembering.ts';
import { child, isNode, list, type Node, walk, word } from '../parse/node.ts';
import type { Tree } from '../parse/parse.ts';

/** Identifiers of one statement, in any scope. */
interface Names {
  /** How often each is declared: as a variable, parameter, function, class, import or type. */
  readonly declared: ReadonlyMap<string, number>;
  /** All that stand in it, for whatever. */
  readonly mentioned: ReadonlySet<string>;
}

/** How often a file declares a name. */
export function timesDeclared({ program }: Tree, name: string): number {
  return list(program, 'body').reduce((sum, statement) => sum + (namesIn(statement).declared.get(name) ?? 0), 0);
}

/** Whether a name stands anywhere in a file. */
export function isMentioned({ program }: Tree, name: string): boolean {
  return list(program, 'body').some((statement) => namesIn(statement).mentioned.has(name));
}

/** By statement: those of a tree that was put together are another one's, and known. */
const namesIn = remembering((statement: Node): Names => {
  const declared = new Map<string, number>();
  const mentioned = new Set<string>();
  const note = (node: Node): void => {
    const name = word(node, 'name');
    if (name !== undefined) mentioned.add(name);
    for (const one of declaredBy(node)) declared.set(one, (declared.get(one) ?? 0) + 1);
  };
  note(statement);
  walk(statement, note);
  return { declared, mentioned };
});

/** Nodes whose `id` names something that is declared elsewhere, or a member. */
const REFERRING =
  /^(?:TSEnumMember|EnumMember|Enum\w+Member|PrivateName|GenericTypeAnnotation|QualifiedTypeIdentifier|InterfaceExtends|ClassImplements)$/;

/** Names stand where they are declared in a field for that: `id`, `params`, `param`; and in `local` of an import. */
function declaredBy(node: Node): string[] {
  if (/^(?:TS)?TypeParameter$/.test(node.type)) {
    const { name } = node;
    return typeof name === 'string' ? [name] : isNode(name) ? boundBy(name) : [];
  }
  const local = /^Import\w*Specifier$/.test(node.type) ? boundBy(child(node, 'local')) : [];
  const id = REFERRING.test(node.type) ? [] : boundBy(child(node, 'id'));
  return [...local, ...id, ...list(node, 'params').flatMap(boundBy), ...boundBy(child(node, 'param'))];
}

/** The variables of a pattern. */
function boundBy(pattern: Node | undefined): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [word(pattern, 'name')!];
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((property) => boundBy(child(property, 'value') ?? property));
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap(boundBy);
    case 'AssignmentPattern':
      return boundBy(child(pattern, 'left'));
    case 'RestElement':
      return boundBy(child(pattern, 'argument'));
    case 'TSParameterProperty':
      return boundBy(child(pattern, 'parameter'));
    default:
      return [];
  }
}

/** Fields in which an identifier is always a name of its own: of a member of another module, a jump, a type from elsewhere. */
const OWN_NAME = new Set(['imported', 'exported', 'label', 'qualifier']);
/** The same where it stands in this kind of node. */
const OWN_NAME_IN = new Set(['JSXAttribute.name', 'TSQualifiedName.right', 'MetaProperty.meta']);
/** Nodes whose `key` names a member, unless it is computed. */
const KEYED = /^(?:Object|Class)(?:Accessor)?(?:Property|Method)$|^TS\w*(?:Signature|Method|Property)$|^ObjectTypeProperty$/;

/** Whether an identifier in a field of a node stands for its letters, not for a variable. */
export function isOwnName(node: Node, parent: Node, field: string): boolean {
  if (field === 'property') return parent.computed !== true;
  if (field === 'key') return parent.computed !== true && KEYED.test(parent.type);
  if (field === 'id') return parent.type === 'TSEnumMember' && node.type === 'Identifier';
  return OWN_NAME.has(field) || OWN_NAME_IN.has(`${parent.type}.${field}`);
}
