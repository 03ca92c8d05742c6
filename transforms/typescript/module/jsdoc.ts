import { around, fitted, fixed, line, type Piece } from '../../../src/core/layout/layout.ts';
import { filled } from '../../../src/core/layout/prose.ts';
import type { Style } from '../../../src/types/module.ts';
import { code, inParentheses } from './layout.ts';

/** The form in which a module states its types: in the code, or in comments. */
export type Form = 'typescript' | 'esm' | 'commonjs';

export interface Parameter {
  readonly name: string;
  readonly type: string;
  /** An expression; the parameter may be left out. */
  readonly standard?: string;
  /** May be left out, without a standard. */
  readonly optional?: boolean;
}

export interface Routine {
  readonly name: string;
  readonly exported?: boolean;
  /** One paragraph each. */
  readonly says: readonly string[];
  /** A type parameter and its bound. */
  readonly generic?: readonly [name: string, bound: string];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  /** Lines, indented and ended. */
  readonly body: string;
}

/** A function with its comment; in JavaScript the comment has its types. */
export function routine(made: Routine, form: Form, style: Style): string {
  const typed = form === 'typescript';
  const { name, exported, generic, parameters, returns, body } = made;
  const pieces = parameters.map((parameter) => fixed(typed ? typedParameter(parameter) : plainParameter(parameter)));
  const bound = typed && generic ? `<${generic[0]} extends ${generic[1]}>` : '';
  const opening = `${exported && form !== 'commonjs' ? 'export ' : ''}function ${name}${bound}`;
  const head = around(opening, inParentheses(pieces, style), `${typed ? `: ${returns}` : ''} {`);
  const tags = typed ? [] : tagsOf(made);
  return `${comment(made.says, style, tags)}${line(head, style)}${body}}\n`;
}

function typedParameter({ name, type, standard, optional }: Parameter): string {
  return `${name}${optional ? '?' : ''}: ${type}${standard === undefined ? '' : ` = ${standard}`}`;
}

function plainParameter({ name, standard }: Parameter): string {
  return standard === undefined ? name : `${name} = ${standard}`;
}

function tagsOf({ generic, parameters, returns }: Routine): string[] {
  return [
    ...(generic ? [`@template {${generic[1]}} ${generic[0]}`] : []),
    ...parameters.map(({ name, type, standard, optional }) => {
      return `@param {${type}} ${standard !== undefined || optional ? `[${name}]` : name}`;
    }),
    `@returns {${returns}}`,
  ];
}

/** A variable with its comment and its type; `value` may take several lines. */
export function variable(
  { name, type, says }: { readonly name: string; readonly type: string; readonly says: string },
  value: Piece,
  form: Form,
  style: Style,
): string {
  const typed = form === 'typescript';
  const end = style.semicolons ? ';' : '';
  const statement = around(`const ${name}${typed ? `: ${type}` : ''} = `, value, end);
  return `${comment([says], style, typed ? [] : [`@type {${type}}`])}${line(statement, style)}`;
}

/** A documentation comment: on one line where it fits, else one paragraph below the other, and then the tags. */
export function comment(paragraphs: readonly string[], style: Style, tags: readonly string[] = []): string {
  const columns = Math.min(style.width, 100);
  const [first] = paragraphs;
  if (first === undefined && tags.length === 0) return '';
  if (paragraphs.length === 1 && tags.length === 0 && first!.length + 7 <= columns) return `/** ${first} */\n`;
  const text = paragraphs.map((paragraph) =>
    filled(paragraph, columns - 3)
      .map((words) => ` * ${words}\n`)
      .join(''),
  );
  return `/**\n${text.join(' *\n')}${tags.map((tag) => ` * ${tag}\n`).join('')} */\n`;
}

/** `return` and a value that may take several lines, one step in. */
export function returned(value: Piece, style: Style): string {
  return line(around('return ', value, style.semicolons ? ';' : ''), style, 1);
}

/** Lines of a body, one step in. */
export function body(lines: readonly string[], style: Style): string {
  return code(lines, style, 1);
}

/** A piece with a line of comment before it. */
export function remarked(remark: string, piece: Piece): Piece {
  return {
    flat: undefined,
    spread: (place, style) => `// ${remark}\n${style.indent.repeat(place.level)}${fitted(piece, place, style)}`,
  };
}

/** The declaration of a local variable with its type. */
export function typeOf(type: string, name: string, value: string, form: Form): string[] {
  return form === 'typescript' ? [`const ${name}: ${type} = ${value};`] : [`/** @type {${type}} */`, `const ${name} = ${value};`];
}
