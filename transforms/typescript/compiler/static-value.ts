import type { ts as TypeScript } from 'ts-morph';
import {
  broughtBy,
  fromEnvironment,
  joined,
  memberOf,
  OTHER,
  otherwise,
  type Placed,
  unread,
  type Value,
} from '../../../src/core/exported.ts';

/** What expressions of one file are evaluated with. */
export interface Context {
  readonly ts: typeof TypeScript;
  readonly source: TypeScript.SourceFile;
  readonly valueOf: (name: string) => Value | undefined;
}

const CHANGEABLE = unread('an object that can be changed; write `as const` behind it, or Object.freeze around it');

/** The value of an expression, as far as that is certain without running it. `constant`: its type says that it is never changed. */
export function staticValue(context: Context, node: TypeScript.Expression, constant = false): Value {
  const { ts } = context;
  if (ts.isStringLiteralLike(node)) return { kind: 'text', text: node.text };
  if (ts.isNumericLiteral(node))
    return /^(?:0|[1-9]\d{0,14})$/.test(node.getText()) ? { kind: 'number', text: node.text } : OTHER;
  if (ts.isTemplateExpression(node)) return templateValue(context, node);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node))
    return staticValue(context, node.expression, constant);
  if (ts.isAsExpression(node)) return staticValue(context, node.expression, constant || ts.isConstTypeReference(node.type));
  if (ts.isIdentifier(node)) return context.valueOf(node.text) ?? unread(`${node.text} is not known here`);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return accessValue(context, node);
  if (ts.isBinaryExpression(node)) return binaryValue(context, node);
  if (ts.isObjectLiteralExpression(node)) return constant ? objectValue(context, node, constant) : CHANGEABLE;
  if (ts.isCallExpression(node)) return callValue(context, node, constant);
  if (ts.isConditionalExpression(node)) return unread('depends on a condition');
  return isNoText(ts, node) ? OTHER : unread('an expression that has to be run');
}

function isNoText(ts: typeof TypeScript, node: TypeScript.Expression): boolean {
  const { SyntaxKind } = ts;
  const kinds = [SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword, SyntaxKind.RegularExpressionLiteral];
  return (
    kinds.includes(node.kind) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isNewExpression(node)
  );
}

function templateValue(context: Context, node: TypeScript.TemplateExpression): Value {
  const text = (value: string): Value => ({ kind: 'text', text: value });
  const spans = node.templateSpans.flatMap(({ expression, literal }) => [staticValue(context, expression), text(literal.text)]);
  return joined([text(node.head.text), ...spans]);
}

/** Of an object, or of the environment: `process.env.X`, `import.meta.env["X"]`. */
function accessValue(context: Context, node: TypeScript.PropertyAccessExpression | TypeScript.ElementAccessExpression): Value {
  const { ts } = context;
  const key: Value = ts.isPropertyAccessExpression(node)
    ? { kind: 'text', text: node.name.text }
    : staticValue(context, node.argumentExpression);
  if (key.kind !== 'text') return unread('a key that is not known here');
  const object = node.expression.getText().replace(/\s+/g, '');
  if (/^(?:process|import\.meta|Deno|Bun)\??\.env$/.test(object)) return fromEnvironment(key.text, undefined);
  return memberOf(staticValue(context, node.expression), key.text);
}

function binaryValue(context: Context, { operatorToken, left, right }: TypeScript.BinaryExpression): Value {
  const { SyntaxKind } = context.ts;
  const [first, second] = [staticValue(context, left), staticValue(context, right)];
  switch (operatorToken.kind) {
    case SyntaxKind.PlusToken:
      return first.kind === 'number' && second.kind === 'number' ? OTHER : joined([first, second]);
    case SyntaxKind.BarBarToken:
      return otherwise(first, second);
    case SyntaxKind.QuestionQuestionToken:
      return first.kind === 'text' ? first : otherwise(first, second);
    default:
      return unread('an expression that has to be run');
  }
}

/** Entries in order, so that a later one takes the place of an earlier; what is spread or computed and not known may take the place of all before it. */
function objectValue(context: Context, node: TypeScript.ObjectLiteralExpression, constant: boolean): Value {
  const { ts } = context;
  const entries = new Map<string, Placed>();
  for (const property of node.properties) {
    const line = lineOf(context, property);
    if (ts.isSpreadAssignment(property)) {
      const given = staticValue(context, property.expression, constant);
      if (given.kind === 'group') for (const [key, entry] of given.entries) entries.set(key, broughtBy(line, entry.value));
      else replaceAll(entries);
      continue;
    }
    const key = keyOf(context, property.name);
    if (key === undefined) replaceAll(entries);
    else if (ts.isPropertyAssignment(property))
      entries.set(key, { line, value: staticValue(context, property.initializer, constant) });
    else if (ts.isShorthandPropertyAssignment(property))
      entries.set(key, { line, value: context.valueOf(key) ?? unread(`${key} is not known here`) });
    else entries.set(key, { line, value: ts.isMethodDeclaration(property) ? OTHER : unread('an accessor, which is run') });
  }
  return { kind: 'group', by: 'attribute', entries };
}

function replaceAll(entries: Map<string, Placed>): void {
  for (const [key, entry] of entries) entries.set(key, { ...entry, value: unread('may be replaced by a later entry') });
}

function keyOf(context: Context, name: TypeScript.PropertyName): string | undefined {
  const { ts } = context;
  if (!ts.isComputedPropertyName(name)) return name.text;
  const key = staticValue(context, name.expression);
  return key.kind === 'text' && key.unless === undefined ? key.text : undefined;
}

/** `Object.freeze({ … })` freezes the object alone: what lies in it has to be frozen by itself, or constant by its type. */
function callValue(context: Context, node: TypeScript.CallExpression, constant: boolean): Value {
  const { ts } = context;
  const [only] = node.arguments;
  const callee = node.expression.getText().replace(/\s+/g, '');
  if (callee !== 'Object.freeze' || !only || node.arguments.length > 1) return unread(`a call of ${callee.split(/[(\n]/, 1)[0]}`);
  const frozen = ts.isAsExpression(only) && ts.isConstTypeReference(only.type) ? only.expression : only;
  return ts.isObjectLiteralExpression(frozen)
    ? objectValue(context, frozen, constant || frozen !== only)
    : staticValue(context, only, constant);
}

/** 1-based. */
export function lineOf({ source }: Context, node: TypeScript.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
