import type { Group } from './generate.ts';

/** A TypeScript or JavaScript module; with `commonjs`, one whose frozen exports Node also finds by name. */
export function generateTypescript(header: readonly string[], groups: readonly Group[], commonjs: boolean): string {
  const comment = header.map((line) => ` * ${line}`.trimEnd()).join('\n');
  const keyword = commonjs ? 'const' : 'export const';
  const body = groups.map(({ title, constants }) => {
    const lines = constants.map(({ name, value, summary }) => `/** ${summary}. */\n${keyword} ${name} = ${quote(value)};\n`);
    return `\n// ${title}\n\n${lines.join('')}`;
  });
  const names = groups.flatMap(({ constants }) => constants.map(({ name }) => name));
  const strict = commonjs ? "'use strict';\n\n" : '';
  const exported = commonjs
    ? `\nmodule.exports = {\n${names.map((name) => `  ${name},\n`).join('')}};\nObject.freeze(module.exports);\n`
    : '';
  const empty = !commonjs && names.length === 0 ? '\nexport {};\n' : '';
  return `${strict}/**\n${comment}\n */\n${body.join('')}${exported}${empty}`;
}

function quote(value: string): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replace(/[\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)}'`;
}
