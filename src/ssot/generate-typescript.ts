import type { Detection } from '../types/policy.ts';
import { DETECTION_EXPORTS, detectTypescript } from './detect/typescript.ts';
import type { Group } from './group.ts';
import type { Form } from './layout/jsdoc.ts';
import { around, fixed, line } from './layout/layout.ts';
import { assignment, code, object, quoted } from './layout/typescript.ts';
import type { Style } from './style/style.ts';

/** A TypeScript or JavaScript module; one in CommonJS has frozen exports, which Node also finds by name. */
export function generateTypescript(
  header: readonly string[],
  groups: readonly Group[],
  form: Form,
  style: Style,
  detection?: Detection,
): string {
  const commonjs = form === 'commonjs';
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
  const detecting = detection ? detectTypescript(detection, groups, form, style) : '';
  const names = [
    ...groups.flatMap(({ constants }) => constants.map(({ name }) => name)),
    ...(detection ? DETECTION_EXPORTS : []),
  ];
  const strict = commonjs ? `${code(["'use strict';"], style)}\n` : '';
  const empty = !commonjs && names.length === 0 ? `\n${code(['export {};'], style)}` : '';
  return `${strict}/**\n${comment}\n */\n${body.join('')}${detecting}${commonjs ? exportsOf(names, style) : ''}${empty}`;
}

function exportsOf(names: readonly string[], style: Style): string {
  const all = around('module.exports = ', object(names.map(fixed), style), style.semicolons ? ';' : '');
  return `\n${line(all, style)}${code(['Object.freeze(module.exports);'], style)}`;
}
