import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentIndex, argumentsOf, calleeNames, isSubscript, wholeText } from './expression.ts';
import { children, positionOf } from './parse/tree.ts';

/** Calls whose first argument is looked up: in a mapping, or in a catalogue of translations. */
const LOOKUP = /^(?:get|pop|setdefault|_|n?gettext|gettext_lazy|ngettext_lazy|gettext_noop|_l|__getitem__)$/;

/** What asks a server, and no mapping. */
const CLIENT = /requests|httpx|http|session|client|api/i;

/** Whether a text is a key: of a dictionary, in a subscript, or what a lookup asks for. */
export function isKey(file: SourceFile, node: SyntaxNode): boolean {
  const whole = wholeText(file, node);
  const parent = whole.parent;
  if (whole.from !== node.from || whole.to !== node.to || !parent) return false;
  if (parent.name === 'MemberExpression') return isSubscript(parent, whole);
  if (parent.name === 'DictionaryExpression') {
    const parts = children(parent);
    return parts[positionOf(whole, parts) + 1]?.name === ':';
  }
  if (parent.name !== 'ArgList') return false;
  const [called = '', on = ''] = calleeNames(file, parent);
  if (!LOOKUP.test(called) || CLIENT.test(on)) return false;
  return argumentIndex(argumentsOf(file, parent), whole) === 0;
}
