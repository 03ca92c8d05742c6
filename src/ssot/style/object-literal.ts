import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';

/** The settings that a JavaScript, TypeScript or JSON5 text states in an object literal and exports; it is read, never run. Throws where none is stated so. */
export function exportedObject(text: string): unknown {
  const { ts } = createRequire(import.meta.url)('ts-morph') as typeof import('ts-morph');
  const source = ts.createSourceFile('config.ts', text, ts.ScriptTarget.Latest);
  const named = new Map<string, ts.Expression>();
  let exported: ts.Expression | undefined;
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) named.set(name.text, initializer);
    } else if (ts.isExportAssignment(statement)) exported = statement.expression;
    else if (ts.isExpressionStatement(statement) && isExport(ts, source, statement.expression))
      exported = statement.expression.right;
  }
  if (!exported) throw new Error('exports nothing');
  return literalOf(ts, exported, named);
}

type Typescript = typeof ts;

function isExport(ts: Typescript, source: ts.SourceFile, node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && /^(?:module\.)?exports$/.test(node.left.getText(source));
}

/** The value of a literal; a member that is none is left out. */
function literalOf(ts: Typescript, node: ts.Expression, named: ReadonlyMap<string, ts.Expression>, depth = 0): unknown {
  const inner = (next: ts.Expression): unknown => literalOf(ts, next, named, depth + 1);
  if (depth > 20) throw new Error('nested too deep');
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return inner(node.expression);
  if (ts.isIdentifier(node) && named.has(node.text)) return inner(named.get(node.text)!);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(inner);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const members: [string, unknown][] = [];
  for (const member of node.properties) {
    if (ts.isSpreadAssignment(member)) throw new Error('takes settings from elsewhere');
    if (!ts.isPropertyAssignment(member)) continue;
    const { name } = member;
    if (ts.isIdentifier(name) || ts.isStringLiteral(name)) members.push([name.text, inner(member.initializer)]);
  }
  return Object.fromEntries(members);
}
