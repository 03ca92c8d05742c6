import type { Group } from './generate.ts';
import { around, fixed, line } from './layout.ts';
import { assignment, code, object, quoted, statement } from './layout-typescript.ts';
import type { Style } from './style/style.ts';

/** A TypeScript or JavaScript module; with `commonjs`, one whose frozen exports Node also finds by name. */
export function generateTypescript(header: readonly string[], groups: readonly Group[], commonjs: boolean, style: Style): string {
  const comment = header.map((text) => ` * ${text}`.trimEnd()).join('\n');
  const keyword = commonjs ? 'const' : 'export const';
  const wide = style.wrapsConstants ? style : { ...style, width: Number.POSITIVE_INFINITY };
  const body = groups.map(({ title, constants }) => {
    const lines = constants.map(
      ({ name, value, summary }) =>
        `/** ${summary}. */\n${line(assignment(`${keyword} ${name}`, quoted(value, style), style), wide)}`,
    );
    return `\n// ${title}\n\n${lines.join('')}`;
  });
  const names = groups.flatMap(({ constants }) => constants.map(({ name }) => name));
  const strict = commonjs ? `${code(["'use strict';"], style)}\n` : '';
  const empty = !commonjs && names.length === 0 ? `\n${code(['export {};'], style)}` : '';
  return `${strict}/**\n${comment}\n */\n${body.join('')}${commonjs ? exportsOf(names, style) : ''}${empty}`;
}

function exportsOf(names: readonly string[], style: Style): string {
  const all = around('module.exports = ', object(names.map(fixed), style), '');
  return `\n${statement(all, style)}${code(['Object.freeze(module.exports);'], style)}`;
}
