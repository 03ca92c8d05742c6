import { createRequire } from 'node:module';
import path from 'node:path';
import { nestsTooDeep } from '../../../src/core/nesting.ts';
import { isSettings } from '../../../src/core/settings.ts';
import type { Above } from '../../../src/types/module.ts';

/** Most repositories need no parser here: it is loaded at its first use. */
function parser(): typeof import('@babel/parser') {
  return createRequire(import.meta.url)('@babel/parser');
}

/** A node of a syntax tree. */
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What the names of a file stand for. */
interface Scope {
  readonly file: string;
  readonly around: Above;
  readonly named: ReadonlyMap<string, Node | string>;
  /** Files that may still be followed, one from the other. */
  readonly left: number;
}

/**
 * The settings that a JavaScript, TypeScript or JSON5 file states in an object literal and exports, with what it spreads of other files beside it. It
 * is read, never run; a member that is no literal is left out. Throws where the settings come from anywhere else.
 */
export function statedObject(text: string, file: string, around: Above, left = 5): unknown {
  const plugins = /\.[cm]?ts$/.test(file) ? (['typescript'] as const) : [];
  const { program } = parser().parse(text, { sourceType: 'unambiguous', plugins: [...plugins] });
  const named = new Map<string, Node | string>();
  let exported: Node | undefined;
  for (const statement of program.body as unknown as readonly Node[]) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations as { id: Node; init: Node | null }[])
        if (id.type === 'Identifier' && init) named.set(String(id.name), init);
    } else if (statement.type === 'ImportDeclaration') {
      for (const { type, local } of statement.specifiers as { type: string; local: Node }[])
        if (type === 'ImportDefaultSpecifier') named.set(String(local.name), String((statement.source as Node).value));
    } else if (statement.type === 'ExportDefaultDeclaration') exported = statement.declaration as Node;
    else if (statement.type === 'ExpressionStatement') exported = assignedExport(statement.expression as Node) ?? exported;
  }
  if (!exported) throw new Error('exports nothing');
  return literalOf(exported, { file, around, named, left });
}

function assignedExport({ type, left, right }: Node): Node | undefined {
  if (type !== 'AssignmentExpression') return undefined;
  const { object, property, name } = left as { object?: Node; property?: Node; name?: string };
  return name === 'exports' || (object?.name === 'module' && property?.name === 'exports') ? (right as Node) : undefined;
}

const WRAPPERS = ['TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression'];

/** The value of an expression; `undefined` for what is none that can be read. */
function literalOf(node: Node, scope: Scope): unknown {
  if (WRAPPERS.includes(node.type)) return literalOf(node.expression as Node, scope);
  if (/^(?:String|Numeric|Boolean)Literal$/.test(node.type)) return node.value;
  if (node.type === 'ArrayExpression') return (node.elements as (Node | null)[]).map((item) => item && literalOf(item, scope));
  if (node.type === 'CallExpression') return required(node, scope);
  if (node.type === 'Identifier') {
    const meant = scope.named.get(String(node.name));
    const within = { ...scope, named: new Map([...scope.named].filter(([name]) => name !== node.name)) };
    return typeof meant === 'string' ? settingsOf(meant, scope) : meant && literalOf(meant, within);
  }
  return node.type === 'ObjectExpression' ? objectOf(node, scope) : undefined;
}

function objectOf(node: Node, scope: Scope): unknown {
  const members = (node.properties as Node[]).flatMap((member): [string, unknown][] => {
    if (member.type === 'SpreadElement') {
      const spread = literalOf(member.argument as Node, scope);
      if (!isSettings(spread)) throw new Error('takes settings from elsewhere');
      return Object.entries(spread);
    }
    if (member.type !== 'ObjectProperty' || member.computed) return [];
    const { name, value } = member.key as { name?: string; value?: unknown };
    return [[String(name ?? value), literalOf(member.value as Node, scope)]];
  });
  return Object.fromEntries(members);
}

function required({ callee, arguments: given }: Node, scope: Scope): unknown {
  const [first] = given as Node[];
  return (callee as Node).name === 'require' && first?.type === 'StringLiteral'
    ? settingsOf(String(first.value), scope)
    : undefined;
}

const ENDS = ['', '.js', '.cjs', '.mjs', '.ts', '.json', '/index.js', '/index.ts'];

/** What another file of the repository states; `undefined` for a package. */
function settingsOf(specifier: string, { file, around, left }: Scope): unknown {
  if (!/^\.\.?\//.test(specifier) || left === 0) return undefined;
  for (const end of ENDS) {
    const target = path.resolve(path.dirname(file), specifier + end);
    const text = around.text(target);
    if (text !== undefined && !nestsTooDeep(text))
      return target.endsWith('.json') ? JSON.parse(text) : statedObject(text, target, around, left - 1);
  }
  return undefined;
}
