import { describe, expect, it } from 'vitest';
import type { Detail } from '../src/types/reason.ts';
import { boundIn, MODULE, migrated, SCRIPT_MODULE } from './typescript-sample.ts';

const USE = `export const url = 'https://api.old.ex.ai';`;
const DONE = 'export const url = STAGING_BACKEND_URL;';
const IMPORT = `import { STAGING_BACKEND_URL } from '@/lib/domains';`;

describe('where a new import goes', () => {
  it.each([
    ['first of all', `${USE}\n`, `${IMPORT}\n\n${DONE}\n`],
    ['after the last import', `import a from 'a';\n\n${USE}`, `import a from 'a';\n${IMPORT}\n\n${DONE}`],
    ['after a comment on that line', `import a from 'a'; // a\n${USE}`, `import a from 'a'; // a\n${IMPORT}\n${DONE}`],
    [
      'on a line with other code, without semicolons',
      `import a from 'a'\nimport b from 'b' /* b */ /* c */\nimport c from 'c'; f()\nexport const url = 'https://api.old.ex.ai'`,
      `import a from 'a'\nimport b from 'b' /* b */ /* c */\nimport c from 'c'; ${IMPORT.slice(0, -1)}\n f()\nexport const url = STAGING_BACKEND_URL`,
    ],
    [
      'between two imports of a line',
      `import a from '@/a'; import z from '@/z';\n${USE}`,
      `import a from '@/a'; ${IMPORT} import z from '@/z';\n${DONE}`,
    ],
    ['behind a directive on the same line', `'use client'; ${USE}`, `'use client'; \n${IMPORT}\n${DONE}`],
    ['behind a comment on the line of a directive', `'use client'; // on\n${USE}`, `'use client'; // on\n${IMPORT}\n\n${DONE}`],
    ['on a line with other code', `import a from 'a'; a();\n${USE}`, `import a from 'a'; ${IMPORT} a();\n${DONE}`],
    [
      'in the order of its kind',
      `import a from '@/a';\nimport z from '@/z';\n${USE}`,
      `import a from '@/a';\n${IMPORT}\nimport z from '@/z';\n${DONE}`,
    ],
    [
      'first of its kind',
      `import a from 'a';\nimport y from '@/y';\nimport z from '@/z';\n${USE}`,
      `import a from 'a';\n${IMPORT}\nimport y from '@/y';\nimport z from '@/z';\n${DONE}`,
    ],
    [
      'not between a comment and its import',
      `// @ts-ignore\nimport y from '@/y';\nimport z from '@/z';\n${USE}`,
      `// @ts-ignore\nimport y from '@/y';\nimport z from '@/z';\n${IMPORT}\n${DONE}`,
    ],
    [
      'at the end of an unsorted block',
      `import z from '@/z';\nimport a from '@/a';\n${USE}`,
      `import z from '@/z';\nimport a from '@/a';\n${IMPORT}\n${DONE}`,
    ],
    [
      'in its own group',
      `import a from 'a';\n\nimport b from '@/b';\n\nimport c from './c';\n${USE}`,
      `import a from 'a';\n\nimport b from '@/b';\n${IMPORT}\n\nimport c from './c';\n${DONE}`,
    ],
    [
      'before relative imports',
      `import a from 'a';\nimport c from './c';\n${USE}`,
      `import a from 'a';\n${IMPORT}\nimport c from './c';\n${DONE}`,
    ],
    ['after directives', `'use client';\n\n${USE}`, `'use client';\n\n${IMPORT}\n\n${DONE}`],
    [
      'after a triple-slash directive',
      `/// <reference types="node" />\n${USE}`,
      `/// <reference types="node" />\n${IMPORT}\n\n${DONE}`,
    ],
    ['before the comment of the first statement', `/** The URL. */\n${USE}`, `${IMPORT}\n\n/** The URL. */\n${DONE}`],
    ['after a header', `// Some words.\n\n${USE}`, `// Some words.\n\n${IMPORT}\n\n${DONE}`],
    ['after a pragma', `/* eslint-disable no-console */\n${USE}`, `/* eslint-disable no-console */\n${IMPORT}\n\n${DONE}`],
    ['with the line endings of the file', `import a from 'a';\r\n${USE}\r\n`, `import a from 'a';\r\n${IMPORT}\r\n${DONE}\r\n`],
    [
      'with its quotes and without semicolons',
      `import a from "a"\nexport const url = 'https://api.old.ex.ai'`,
      `import a from "a"\nimport { STAGING_BACKEND_URL } from "@/lib/domains"\nexport const url = STAGING_BACKEND_URL`,
    ],
    [
      'with its braces',
      `import {a} from 'a';\n${USE}`,
      `import {a} from 'a';\nimport {STAGING_BACKEND_URL} from '@/lib/domains';\n${DONE}`,
    ],
  ])('%s', (_, before, after) => {
    expect(migrated(before)).toBe(after);
  });
});

describe('an import that is there already', () => {
  it.each([
    ['is used', `${IMPORT}\n${USE}`, `${IMPORT}\n${DONE}`],
    [
      'is used under its name',
      `import { STAGING_BACKEND_URL as u } from '@/lib/domains';\n${USE}`,
      `import { STAGING_BACKEND_URL as u } from '@/lib/domains';\nexport const url = u;`,
    ],
    [
      'is joined',
      `import { A, Z } from '../lib/domains';\n${USE}`,
      `import { A, STAGING_BACKEND_URL, Z } from '../lib/domains';\n${DONE}`,
    ],
    [
      'is joined without spaces',
      `import {A,Z} from '@/lib/domains';\n${USE}`,
      `import {A,STAGING_BACKEND_URL,Z} from '@/lib/domains';\n${DONE}`,
    ],
    [
      'is joined beside a type',
      `import { type A } from '@/lib/domains';\n${USE}`,
      `import { type A, STAGING_BACKEND_URL } from '@/lib/domains';\n${DONE}`,
    ],
    [
      'is joined line by line',
      `import {\n    A,\n    B,\n} from '@/lib/domains';\n${USE}`,
      `import {\n    A,\n    B,\n    STAGING_BACKEND_URL,\n} from '@/lib/domains';\n${DONE}`,
    ],
    [
      'is joined beside a default',
      `import d, { A } from '@/lib/domains';\n${USE}`,
      `import d, { A, STAGING_BACKEND_URL } from '@/lib/domains';\n${DONE}`,
    ],
    [
      'for types only is left',
      `import type { A } from '@/lib/domains';\n${USE}`,
      `import type { A } from '@/lib/domains';\n${IMPORT}\n${DONE}`,
    ],
    ['of the default is left', `import d from '@/lib/domains';\n${USE}`, `import d from '@/lib/domains';\n${IMPORT}\n${DONE}`],
    [
      'that is shadowed gets another name',
      `${IMPORT}\nf((STAGING_BACKEND_URL) => 1);\n${USE}`,
      `import { STAGING_BACKEND_URL, STAGING_BACKEND_URL as _STAGING_BACKEND_URL } from '@/lib/domains';\nf((STAGING_BACKEND_URL) => 1);\nexport const url = _STAGING_BACKEND_URL;`,
    ],
  ])('%s', (_, before, after) => {
    expect(migrated(before)).toBe(after);
  });
});

describe('a name that is taken', () => {
  it.each([
    'function f(STAGING_BACKEND_URL) {}',
    'f(({ a: [STAGING_BACKEND_URL = 1] }) => 1)',
    'class STAGING_BACKEND_URL {}',
    'try {} catch (STAGING_BACKEND_URL) {}',
    'type STAGING_BACKEND_URL = string',
    'f(function <STAGING_BACKEND_URL>() {})',
    'f(STAGING_BACKEND_URL)',
    'enum STAGING_BACKEND_URL {}',
    'namespace STAGING_BACKEND_URL { export const a = 1 }',
    'for (const STAGING_BACKEND_URL of a) {}',
    'class A { constructor(private STAGING_BACKEND_URL: string) {} }',
  ])('%s', (code) => {
    expect(migrated(`${code}\n${USE}`)).toContain('STAGING_BACKEND_URL as _STAGING_BACKEND_URL }');
  });

  it.each([
    'f({ STAGING_BACKEND_URL: 1 })',
    'f(process.env.STAGING_BACKEND_URL)',
    'class A { STAGING_BACKEND_URL = 1 }',
    'enum A { STAGING_BACKEND_URL }',
    `export { STAGING_BACKEND_URL } from './other'`,
    'interface A { STAGING_BACKEND_URL: string }',
  ])('not by %s', (code) => {
    expect(migrated(`${code}\n${USE}`)).toContain('{ STAGING_BACKEND_URL } from');
  });

  it('gets a number when that one is taken too', () => {
    expect(migrated(`f(STAGING_BACKEND_URL, _STAGING_BACKEND_URL);\n${USE}`)).toContain(
      'STAGING_BACKEND_URL as _STAGING_BACKEND_URL_2 }',
    );
  });
});

describe('CommonJS', () => {
  const use = `exports.url = 'https://api.old.ex.ai';`;
  const done = 'exports.url = STAGING_BACKEND_URL;';
  const required = `const { STAGING_BACKEND_URL } = require('./lib/domains');`;
  it.each([
    [
      'after the leading requires',
      `const a = require('a');\nf();\nconst b = require('b');\n${use}`,
      `const a = require('a');\n${required}\nf();\nconst b = require('b');\n${done}`,
    ],
    ['first of all', `f();\n${use}`, `${required}\n\nf();\n${done}`],
    [
      'merged',
      `const { A } = require('./lib/domains');\n${use}`,
      `const { A, STAGING_BACKEND_URL } = require('./lib/domains');\n${done}`,
    ],
    [
      'through the module',
      `const d = require('./lib/domains');\n${use}`,
      `const d = require('./lib/domains');\nexports.url = d.STAGING_BACKEND_URL;`,
    ],
    [
      'not by a late require',
      `f();\nconst { A } = require('./lib/domains');\n${use}`,
      `${required}\n\nf();\nconst { A } = require('./lib/domains');\n${done}`,
    ],
    [
      'under another name',
      `f(STAGING_BACKEND_URL);\n${use}`,
      `const { STAGING_BACKEND_URL: _STAGING_BACKEND_URL } = require('./lib/domains');\n\nf(STAGING_BACKEND_URL);\nexports.url = _STAGING_BACKEND_URL;`,
    ],
  ])('%s', (_, before, after) => {
    expect(migrated(before, 'a.js', SCRIPT_MODULE)).toBe(after);
  });
});

describe('refused', () => {
  it.each([
    ['configuration-before-aliases', USE, 'next.config.ts'],
    ['configuration-before-aliases', USE, 'next.config.staging.ts'],
    ['plain-script', `window.a = 'https://api.old.ex.ai'`, 'a.js'],
    ['plain-script', `const a = require('a'), b = 'https://api.old.ex.ai'`, 'a.ts'],
    ['run-as-it-is', `exports.a = 'https://api.old.ex.ai'`, 'a.js'],
    ['run-as-it-is', USE, 'a.mjs'],
    ['run-as-it-is', USE, 'jest.config.js'],
    ['run-as-it-is', USE, 'scripts/seed.js'],
    ['run-as-it-is', `#!/usr/bin/env node\nimport 'a';\n${USE}`, 'a.js'],
    ['class-property-key', `export class A { 'https://api.old.ex.ai/x' = 1 }`, 'a.ts'],
    ['one-text-element', `export const a = <title>At https://api.old.ex.ai</title>`, 'a.tsx', { name: 'title' }],
    ['text-after-backslash', `export const a = '\\https://api.old.ex.ai'`, 'a.ts'],
  ])('%s', (code, text, path, detail?: Detail) => {
    const bound = boundIn(text, path);
    expect([...bound.refused.values()]).toEqual([{ code, detail }]);
    expect(bound.edits).toEqual([]);
    expect(bound.names.size).toBe(0);
  });

  it('not a configuration that imports by a relative path', () => {
    expect(boundIn(USE, 'next.config.ts', { ...MODULE, specifier: './lib/domains' }).refused.size).toBe(0);
  });

  it.each([
    ['a test without imports', `test('a', () => f('https://api.old.ex.ai'))`, 'a.test.ts'],
    ['an ES module', USE, 'src/a.js'],
    ['JSX', `export default <a href="https://api.old.ex.ai" />`, 'a.jsx'],
    ['top-level await', `await f('https://api.old.ex.ai', import.meta.url)`, 'a.ts'],
  ])('not %s', (_, text, path) => {
    expect(boundIn(text, path, MODULE).refused.size).toBe(0);
  });
});
