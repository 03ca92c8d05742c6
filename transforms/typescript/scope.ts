import { definedName } from './labels.ts';
import { child, list, type Node, type Path, word } from './parse/node.ts';
import { isCallLike, namesOf } from './syntax.ts';

const SUITES = new Set([
  'describe',
  'it',
  'test',
  'suite',
  'context',
  'specify',
  'bench',
  'fdescribe',
  'xdescribe',
  'fit',
  'xit',
  'xtest',
]);

/** What an address has, or a constant in its place, up to the next white space or quote. */
const ADDRESS = /(?<![\w.*+-])[\w.*+-]*(?::\/\/|…|\w\.\w)[^\s'"`()<>]*/g;

/** Names of the enclosing definitions, joined by dots; titles of suites and tests, by ` > `. */
export function scopeOf(path: Path): string {
  let scope = '';
  let afterTitle = false;
  for (let index = 1; index < path.length - 1; index++) {
    const title = testTitle(path[index]!, path[index - 1]);
    const name = title ?? definitionName(path[index]!, path[index - 1]);
    if (name === undefined) continue;
    const separator = scope === '' ? '' : title !== undefined || afterTitle ? ' > ' : '.';
    scope += separator + name;
    afterTitle = title !== undefined;
  }
  return scope;
}

function definitionName(node: Node, parent: Node | undefined): string | undefined {
  if (!/^(?:Function|ArrowFunction|Class)(?:Declaration|Expression)$|Method$|^TSModuleDeclaration$/.test(node.type))
    return undefined;
  const isMember = /Method$/.test(node.type) || /Property$/.test(parent?.type ?? '');
  return definedName(node, parent) ?? (isMember ? '…' : undefined);
}

/** The title of the suite or test whose callback a function is. */
function testTitle(node: Node, parent: Node | undefined): string | undefined {
  if (!/^(?:Function|ArrowFunction)Expression$/.test(node.type) || !isCallLike(parent)) return undefined;
  if (!SUITES.has(namesOf(child(parent, 'callee')).at(-1) ?? '')) return undefined;
  const title = list(parent, 'arguments')[0];
  if (!title) return undefined;
  const texts =
    title.type === 'TemplateLiteral'
      ? list(title, 'quasis').map((quasi) => (quasi.value as { raw: string }).raw)
      : [word(title, 'value') ?? '…'];
  return texts.join('…').replace(ADDRESS, '…');
}
