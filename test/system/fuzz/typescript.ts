import type { Choices } from './choices.ts';
import { address } from './hosts.ts';

const NAMES = [
  'url',
  'host',
  'x',
  'apiBase',
  'STAGING_BACKEND_URL',
  'STAGING_BACKEND_HOST',
  'domain',
  'key',
  'a',
  'of',
  'type',
  'STAGING_AUTH_URL',
  'é',
  '$',
];
const ESCAPES = ['\\n', '\\t', '\\\\', '\\x41', '\\u00e9', '\\u{1f600}', '\\/', '\\0', "\\'", '\\"', '\\`', '\\$', '\\d', '\\\n'];
const IMPORTS = [
  `import { a } from './a';`, `import b from "b"`, `import * as c from '../c';`, `import type { T } from './t';`, `import './side-effect';`, `import d, { e as f } from '@/d';`, `import x from 'https://api.old.ex.ai/m.js';`,
  `import { OTHER } from '@/lib/domain-config';`, `import { STAGING_BACKEND_URL } from "@/lib/domain-config"`, `import {\n  OTHER, // the other\n  STAGING_AUTH_URL as AUTH\n} from '@/lib/domain-config';`, `import * as domains from '@/lib/domain-config';`, `import type { Where } from '@/lib/domain-config';`, `import '@/lib/domain-config';`, `export * from '@/lib/domain-config';`,
  `import { STAGING_BACKEND_URL as BASE_URL } from '@/lib/domain-config';`, `import { STAGING_BACKEND_HOST as host, type Where } from '@/lib/domain-config'`, `import def from '@/lib/domain-config';`, `import '😀';`,
  `// @ts-expect-error no types\nimport y from './y';`, `export { z } from 'https://api.old.ex.ai/z.js';`,
]; // biome-ignore format: one list
const REQUIRES = [
  `const fs = require('fs');`, `var a = require("./a"), b = require('./b')`, `require('./side-effect');`, `const { join } = require('path').posix;`, `const { OTHER } = require('../lib/domain-config');`, `const domains = require('../lib/domain-config');`,
  `const { STAGING_BACKEND_URL: url } = require('../lib/domain-config')`, `const { STAGING_AUTH_URL, ...others } = require('../lib/domain-config');`,
  `let late = require('./late');`, `module.exports = { a: 1 };`,
]; // biome-ignore format: one list
const HEADS = [
  '#!/usr/bin/env node',
  `'use client';`,
  `"use strict"`,
  '// Copyright 2020 X',
  '/** About https://api.old.ex.ai. */',
  '/* eslint-disable */',
  '',
  '// @flow',
  '/// <reference types="x" />',
  '// redomain-disable -- all',
  '/* é😀 https://api.old.ex.ai */',
  '// @ts-nocheck',
];

/** What a file may hold, by its extension. */
interface Dialect {
  readonly types: boolean;
  readonly jsx: boolean;
  readonly requires: boolean;
}

/** A module or script, most often one that parses under the path's extension. */
export function script(c: Choices, path: string): string {
  const dialect = {
    types: /tsx?$/.test(path),
    jsx: /x$|\.js$/.test(path),
    requires: /js$/.test(path) && (path.endsWith('.cjs') || c.once(2)),
  };
  const lists = dialect.requires ? REQUIRES : IMPORTS.filter((text) => dialect.types || !text.includes('type {'));
  const heads = HEADS.filter(() => c.once(6));
  const imports = c.some(4, () => c.pick(lists));
  const body = [statement(c, dialect, 0), ...c.some(6, () => statement(c, dialect, 0))];
  const last = dialect.requires ? [] : [`export const last = ${expression(c, dialect, 0)};`];
  return `${[...heads, ...imports, ...body, ...last].join('\n')}${c.once(9) ? '' : '\n'}`;
}

function statement(c: Choices, d: Dialect, depth: number): string {
  const e = (): string => expression(c, d, 0);
  const inner = (): string =>
    `{\n  ${[statement(c, d, depth + 1), ...c.some(2, () => statement(c, d, depth + 1))].join('\n  ')}\n}`;
  const end = c.once(6) ? '' : ';';
  const simple = [
    () => `f(${e()})${end}`,
    () => `x.${c.pick(['url', 'host', 'a'])} = ${e()}${end}`,
    () => `// ${address(c)}${c.once(6) ? '  redomain-ignore -- kept' : ''}`,
    () => `/** ${address(c).replaceAll('*/', '')} */`,
    () => `// eslint-disable-next-line\nf(${e()})${end}`,
    () => `;[${e()}].forEach(f)${end}`,
    () => `throw new Error(${e()})${end}`,
    () => `expect(${e()}).${c.pick(['toBe', 'not.toBe', 'toEqual', 'toContain'])}(${e()})${end}`,
    () => `jest.mock('./a', () => ({ url: ${e()} }))${end}`,
    () => `import(${e()})${end}`,
    () => `${string(c, d, 0)}${end}`,
    () =>
      `// redomain-ignore ${c.pick(['', 'needs-review ', 'hard-coded-host ', 'until=2020-01-01 '])}-- ${c.pick(['kept', address(c)])}`,
    () => `f(${e()})${end} /* redomain-ignore${c.once(3) ? '' : ' -- kept'} */`,
    () => `x.é = '😀' + ${e()}${end}`,
    () => `assert.${c.pick(['equal', 'notEqual', 'deepStrictEqual'])}(${e()}, ${e()})${end}`,
    () => `x.origins = [\n    ${e()}, // ${address(c)}\n    ...${c.pick(NAMES)},\n  ]${end}`,
    () => `x.config = { ${c.pick(['target', 'source', 'from', 'cookie', 'id'])}: ${e()}, destination: ${e()} }${end}`,
    () => `console.log(${e()}, /* ${address(c).replaceAll('*/', '')} */ ${e()})${end}`,
    () => `x.table = { ${c.pick(NAMES)}, ...${c.pick(NAMES)}, ${string(c, d, 9)}() { return ${e()} } }${end}`,
  ];
  const compound = [
    () => `{ const ${c.pick(NAMES)} = ${e()}; f(${e()}) }`,
    () => `if (${e()}) ${inner()} else f(${e()})${end}`,
    () => `for (const ${c.pick(NAMES)} of ${e()}) ${inner()}`,
    () =>
      `{ function ${c.pick(NAMES)}(${c.pick(NAMES)}${d.types ? ': string' : ''} = ${e()}) { return${c.once(3) ? string(c, d, 0).replace(/^(?=\w)/, ' ') : ` ${e()}`}; } }`,
    () => `{ class A { url = ${e()}; static ${string(c, d, 9)} = 1; get() ${inner()} } }`,
    () => `try ${inner()} catch (${c.pick(NAMES)}) ${inner()}`,
    () => `switch (${e()}) { case ${string(c, d, 0)}: f(${e()}); break; case ${e()}: default: g() }`,
    () => `describe(${string(c, d, 0)}, () => ${inner()});`,
    () => `(async () => { await f(${e()}); for await (const ${c.pick(NAMES)} of ${e()}) g(${e()}) })()${end}`,
    () => `{ const { ${c.pick(['x', 'a'])}: ${c.pick(NAMES)} = ${e()}, ...rest } = ${e()} }`,
    () => `it.each([[${e()}, ${e()}], [${e()}, ${e()}]])(${string(c, d, 0)}, (url, host) => ${inner()})${end}`,
    () => `{ let ${c.pick(NAMES)}2 = ${e()}, b${depth} = ${e()}; var c${depth} = ${e()} }`,
    () => `{ class C { static #a = ${e()}; static { f(${e()}) } [${e()}]() ${inner()} } }`,
    () => `{ async function* g(url = ${e()}) { yield ${e()}; return await ${e()} } }`,
    () => `do ${inner()} while (${e()})${end}`,
    () => `label: while (${e()}) { break label }`,
  ];
  const typed = [
    () => `{ type U = ${string(c, d, 9)} | 'b' }`,
    () => `enum E${depth} { A = ${string(c, d, 9)}, B = 'b' }`,
    () => `namespace N${depth} { export const a = ${e()} }`,
    () => `{ const u: ${string(c, d, 9)} = ${e()} as any }`,
    () => `{ const u = ${e()} as const; const v = <const>[${e()}] }`.replace(d.jsx ? /; const v = .*\]/s : /$^/, ''),
    () => `{ declare const w: ${string(c, d, 9)} }`.replace('declare ', c.once(2) ? '' : 'let z = 1; const y = '),
    () => `{ const u = f<${string(c, d, 9)}>(${e()})!; const v = ${e()} as string }`,
    () => `abstract class K${depth} { abstract url: ${string(c, d, 9)}; protected readonly host = ${e()} }`,
    () => `interface I${depth} { ${string(c, d, 9)}: string }`,
    () => `{ const u = { a: ${e()} } satisfies Record<string, string> }`,
    () => `{ @dec(${e()}) class B { @dec(${e()}) a = ${e()}; constructor(private ${c.pick(NAMES)}: string) {} } }`,
  ];
  return c.pick([...simple, ...(depth < 2 ? compound : []), ...(d.types && depth < 2 ? typed : [])])();
}

function expression(c: Choices, d: Dialect, depth: number): string {
  const e = (): string => expression(c, d, depth + 1);
  if (depth > 2 || !c.once(2)) return c.once(5) ? c.pick(NAMES) : string(c, d, depth);
  const forms = [
    () => `f(${e()}, ${e()})`,
    () => `${e()} + ${e()}`,
    () =>
      `(${e()} ${c.pick(['===', '!==', '||', '&&', '??', '<', 'in'])} ${e()})`.replace(
        /(\?\?|\|\||&&)(?=.*(\?\?|\|\||&&))/g,
        '+',
      ),
    () => `[${e()}, , ...${e()}]`,
    () => `({ ${string(c, d, 9)}: ${e()}, url: ${e()}, [${e()}]: 1, ${c.pick(['a', 'url'])}() { return ${e()} } })`,
    () => `(${e()} ? ${e()} : ${e()})`,
    () => `((${c.pick(NAMES)}) => ${e()})`,
    () => `(${e()}).${c.pick(['replace', 'startsWith', 'includes', 'split', 'url'])}(${e()})`,
    () => `new URL(${e()}, ${e()})`,
    () => `process.env.API_URL || ${e()}`.replace('??', '||'),
    () => `fetch(${e()}, { headers: { Origin: ${e()} } })`,
    () => `/^https:\\/\\/api\\.old\\.ex\\.ai\\/${c.pick(['', '[a-z]+'])}$/i.test(${e()})`,
    () => `new RegExp(${e()})`,
    () => `x?.[${e()}]`,
    () => `domains.${c.pick(['STAGING_BACKEND_URL', 'OTHER'])}`,
    () => `(function ${c.pick(NAMES)}() { return ${e()} })`,
    () => `(typeof ${e()} === ${string(c, d, 9)})`,
    () => `new Set([${e()}, ${e()}])`,
    () => `new Map([[${e()}, ${e()}], [${e()}, ${e()}]])`,
    () => `({ ...${e()}, [${string(c, d, depth)}]: ${e()} })`,
    () => `import.meta.env?.URL?.(${e()})`,
    () => `\`\${${e()}}.old.ex.ai\``,
    () => `async (${c.pick(NAMES)} = ${e()}) => await ${e()}`.replace(/^/, '(').replace(/$/, ')'),
    () => `String(${e()}).concat(${e()})`,
  ];
  const jsx = [() => element(c, d, depth), () => element(c, d, depth), () => `(\n    ${element(c, d, depth)}\n  )`];
  return c.pick(d.jsx ? [...forms, ...jsx] : forms)();
}

function element(c: Choices, d: Dialect, depth: number): string {
  const attributes = c.some(2, () => {
    const name = c.pick(['href', 'title', 'src', 'data-url', 'xlink:href']);
    const quote = c.pick(['"', "'"]);
    const text = address(c).replaceAll(quote, '') + c.pick(['', '', '&amp;x', '&#47;', '&nope;', '\n']);
    return c.pick([
      () => `${name}=${quote}${text}${quote}`,
      () => `${name}={${expression(c, d, depth + 1)}}`,
      () => `{...${c.pick(NAMES)}}`,
    ])();
  });
  const child = (): string =>
    c.pick([
      () => address(c).replaceAll(/[{}<>]/g, ''),
      () => `\n      ${address(c).replaceAll(/[{}<>]/g, '')}\n   `,
      () => `{${expression(c, d, depth + 1)}}`,
      () => '{/* c */}',
      () => (depth < 2 ? element(c, d, depth + 1) : ' text '),
      () => '&nbsp;',
      () => '\n',
      () => '{" "}',
    ])();
  const tag = c.pick(['a', 'p', 'Foo.Bar', 'title', 'style']);
  const open = [tag, ...attributes].join(' ');
  if (c.once(4)) return `<${open} />`;
  const children = c.some(4, child).join('');
  return c.once(6) ? `<>${children}</>` : `<${open}>${children}</${tag}>`;
}

/** A string or template; with depth 9 a plain string. */
function string(c: Choices, d: Dialect, depth: number): string {
  const pieces = [address(c), ...c.some(2, () => (c.once(2) ? address(c) : c.pick(ESCAPES)))];
  const kind = depth > 8 ? c.pick(["'", '"']) : c.pick(["'", '"', "'", '"', '`', '`', 'tag']);
  const escaped = pieces.map((piece) => (ESCAPES.includes(piece) ? piece : piece.replaceAll('\\', '\\\\')));
  if (kind === "'" || kind === '"')
    return kind + escaped.map((piece) => (ESCAPES.includes(piece) ? piece : piece.replaceAll(kind, `\\${kind}`))).join('') + kind;
  const texts = escaped.map((piece) => {
    if (ESCAPES.includes(piece)) return kind === 'tag' ? '' : piece;
    const text = piece.replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll(/\$$/g, '\\$');
    return c.once(3) && depth < 3 ? `${text}\${${expression(c, d, depth + 1)}}` : text;
  });
  return `${kind === 'tag' ? c.pick(['gql', 'String.raw', 'css', 't<string>']).replace(d.types ? /$^/ : '<string>', '') : ''}\`${texts.join(c.once(6) ? '\n' : '')}\``;
}
