import { child, list } from './parse/node.ts';
import { operandPath, type Site } from './site.ts';
import { isCallLike, keyName } from './syntax.ts';

/** Calls whose first argument is looked up: in a map, or in a catalogue of translations. */
const LOOKUP = /^(?:get|has|set|delete|t|\$t|i18n|translate|formatMessage|gettext|__)$/;

/** What asks a server, and no map. */
const CLIENT = /axios|http|request|client|api|page|agent/i;

/** Whether a text is a key: of an object, in brackets, or what a lookup asks for. */
export function isKey({ kind, path }: Site): boolean {
  if (kind !== 'string' && kind !== 'template') return false;
  const operand = operandPath(path);
  const node = operand.at(-1)!;
  const parent = operand.at(-2);
  if (!parent) return false;
  if (/^Object(?:Property|Method)$/.test(parent.type)) return child(parent, 'key') === node;
  if (/^(?:Optional)?MemberExpression$/.test(parent.type)) return parent.computed === true && child(parent, 'property') === node;
  if (!isCallLike(parent) || list(parent, 'arguments')[0] !== node) return false;
  const callee = child(parent, 'callee');
  const object = child(callee, 'object');
  const on = keyName(child(object, 'property') ?? object, false) ?? '';
  const name = callee?.type === 'Identifier' ? callee.name : keyName(child(callee, 'property'), callee?.computed === true);
  return LOOKUP.test(String(name)) && !CLIENT.test(on);
}
