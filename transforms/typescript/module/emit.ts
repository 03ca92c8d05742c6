import path from 'node:path';
import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import type { ModuleContent, Style } from '../../../src/types/module.ts';
import { DETECTION_EXPORTS, detectTypescript } from './detect.ts';
import type { Form } from './jsdoc.ts';
import { assignment, code, object, quoted } from './layout.ts';

/** A TypeScript or JavaScript module; one in CommonJS has frozen exports, which Node also finds by name. */
export function emit({ file, header, groups, style, detect: detection }: ModuleContent): string {
  const form = formOf(file);
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

/** Of a script file, by its extension. */
function formOf(file: string): Form {
  const extension = path.posix.extname(file);
  return extension === '.cjs' ? 'commonjs' : extension.endsWith('js') ? 'esm' : 'typescript';
}

function exportsOf(names: readonly string[], style: Style): string {
  const all = around('module.exports = ', object(names.map(fixed), style), style.semicolons ? ';' : '');
  return `\n${line(all, style)}${code(['Object.freeze(module.exports);'], style)}`;
}
