import type { SyntaxNode } from '@lezer/common';
import type { ReasonCode } from '../../src/types/reason.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { calleeNames, isSubscript, namesOf, targetsOf } from './expression.ts';
import type { Shape } from './parse/string-shape.ts';
import { children, textOf } from './parse/tree.ts';
import { hasEscapedBrace } from './text-value.ts';

const functional =
  /^(TypedDict|NamedTuple|namedtuple|Enum|IntEnum|StrEnum|Flag|IntFlag|TypeVar|NewType|ForwardRef|TypeAliasType)$/;
const translation = /^(_|_l|N_|u?[dn]{0,2}p?gettext(_lazy|_noop)?)$/;
const nameLists = /^__(slots|all|match_args)__$/;

/** Why no name can stand in the string token at `node`, or undefined. `inSpec`: a host stands in a format specification of it. */
export function blockedOf(file: SourceFile, node: SyntaxNode, shape: Shape, inSpec: boolean): ReasonCode | undefined {
  const body = file.text.slice(shape.body.start, shape.body.end);
  if (shape.bytes) return 'bytes';
  if (shape.quote.length === 3 && /[\r\n]/.test(body)) return 'multi-line-text';
  if (inSpec) return 'format-specification';
  if (hasEscapedBrace(body)) return 'escaped-brace';
  return blockedByPlace(file, node);
}

function blockedByPlace(file: SourceFile, node: SyntaxNode): ReasonCode | undefined {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    const reason = blockedIn(file, parent, child);
    if (reason) return reason;
    if (parent.type.is('Statement')) return undefined;
  }
  return undefined;
}

function blockedIn(file: SourceFile, parent: SyntaxNode, child: SyntaxNode): ReasonCode | undefined {
  switch (parent.name) {
    case 'TypeDef':
    case 'TypeParam':
    case 'TypeDefinition':
      return 'annotation';
    case 'FormatReplacement':
      return parent.getChild('FormatSelfDoc') ? 'self-documenting-field' : undefined;
    case 'FormatSpec':
      return 'format-specification';
    case 'ExpressionStatement':
      return /^(FormatString|ContinuedString)$/.test(child.name) ? 'text-without-effect' : undefined;
    case 'MemberExpression':
      return isSubscript(parent, child) && parent.firstChild && /(^|\.)Literal$/.test(textOf(file, parent.firstChild))
        ? 'literal-type'
        : undefined;
    case 'MappingPattern':
      return child.nextSibling?.name === ':' ? 'key-of-a-pattern' : undefined;
    case 'ArgList':
      return blockedArgument(file, parent);
    case 'AssignStatement':
    case 'UpdateStatement':
      return targetsOf(parent).some((target) => nameLists.test(namesOf(file, target)[0] ?? '')) ? 'list-of-names' : undefined;
    default:
      return undefined;
  }
}

function blockedArgument(file: SourceFile, list: SyntaxNode): ReasonCode | undefined {
  if (list.parent?.name === 'ClassDefinition') return undefined;
  const [name = '', object] = calleeNames(file, list);
  if (functional.test(name)) return 'functional-definition';
  // `x._("…")` is a call like any other, `_("…")` and `gettext.gettext("…")` are read by extractors that know no names.
  if (translation.test(name) && (name.length > 2 || object === undefined)) return 'translated-text';
  return undefined;
}

/** Whether the text at `node` is a statement of its own: a docstring, or a comment in the form of a string. */
export function isStandalone(node: SyntaxNode): boolean {
  let parent = node.parent;
  while (parent && /^(ContinuedString|ParenthesizedExpression)$/.test(parent.name)) parent = parent.parent;
  if (parent?.name !== 'ExpressionStatement') return false;
  return children(parent).length === 1;
}
