import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { regularFiles } from '../src/files/regular.ts';
import { createSpecifiers } from '../transforms/typescript/project/specifiers.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** The specifier of `module` in a file, in a tree of these files. */
function specifier(
  module: string,
  path: string,
  text: string,
  files: Readonly<Record<string, unknown>>,
  configured?: string,
): string {
  const root = mkdtempSync(join(tmpdir(), 'specifiers-'));
  roots.push(root);
  for (const [name, content] of Object.entries({ ...files, [path]: text })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const domains = {
    file: module,
    language: 'typescript' as const,
    scope: [],
    bindings: [],
    ...(configured ? { import: configured } : {}),
  };
  return createSpecifiers(root, regularFiles(root))(domains, { path, text, encoding: 'utf8' });
}

const ALIAS = {
  'tsconfig.json': { compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./src/*'] } } },
};

it.each<[string, string, string, string, string, Readonly<Record<string, unknown>>]>([
  ['a relative path', '../lib/domains', 'src/lib/domains.ts', 'src/app/a.ts', '', {}],
  ['a file of the same folder', './domains', 'src/domains.ts', 'src/a.ts', '', {}],
  ['a folder below', './lib/domains', 'lib/domains.ts', 'a.ts', '', {}],
  ['an index', '../domains', 'src/domains/index.ts', 'src/app/a.ts', '', {}],
  ['an alias that the file uses', '@/lib/domains', 'src/lib/domains.ts', 'src/app/a.ts', `import x from '@/x'`, ALIAS],
  [
    'an alias that siblings use',
    '@/lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    '',
    { ...ALIAS, 'src/app/b.tsx': `import y from '@/y'` },
  ],
  [
    'no alias where relative paths are used',
    '../lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from '../x'`,
    { ...ALIAS, 'src/app/b.ts': `import y from '@/y'` },
  ],
  [
    'an alias where the path would climb far',
    '@/lib/domains',
    'src/lib/domains.ts',
    'src/a/b/c/d.ts',
    `import x from './x'`,
    ALIAS,
  ],
  [
    'no alias beside the module',
    './domains',
    'src/lib/domains.ts',
    'src/lib/a.ts',
    `import x from '@/x'; import y from './y'`,
    ALIAS,
  ],
  [
    'an alias of a base configuration',
    '~/lib/domains',
    'web/src/lib/domains.ts',
    'web/src/a.ts',
    `import x from '~/x'`,
    {
      'base.json': { compilerOptions: { moduleResolution: 'bundler', module: 'esnext' } },
      'web/tsconfig.json': { extends: '../base.json', compilerOptions: { baseUrl: '.', paths: { '~/*': ['src/*'] } } },
    },
  ],
  [
    'an alias of a referenced project',
    '@/lib/domains',
    'src/lib/domains.ts',
    'src/a.ts',
    `import x from '@/x'`,
    {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'tsconfig.app.json': ALIAS['tsconfig.json'],
    },
  ],
  [
    'an alias beside a base configuration that is not there',
    '@/lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from '@/x'`,
    { 'tsconfig.json': { extends: '@company/tsconfig/next.json', ...ALIAS['tsconfig.json'] } },
  ],
  [
    'an alias of a base configuration in another folder, which its places are relative to',
    '@/domains',
    'shared/src/domains.ts',
    'web/src/app/a.ts',
    `import x from '@/x'`,
    {
      'shared/tsconfig.json': ALIAS['tsconfig.json'],
      'web/tsconfig.json': { extends: '../shared/tsconfig.json', compilerOptions: { strict: true } },
    },
  ],
  [
    'a place that the compiler would refuse',
    '../lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from '@/x'`,
    { 'tsconfig.json': { compilerOptions: { moduleResolution: 'bundler', paths: { '@/*': ['lib/*'] } } } },
  ],
  [
    'an alias of one file',
    'domains',
    'src/lib/domains.ts',
    'src/a.ts',
    `import x from 'domains'`,
    { 'tsconfig.json': { compilerOptions: { paths: { domains: ['./src/lib/domains.ts'] } } } },
  ],
  [
    'a base folder',
    'lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from 'lib/x'`,
    { 'tsconfig.json': { compilerOptions: { baseUrl: 'src', moduleResolution: 'node' } } },
  ],
  [
    'jsconfig.json',
    '@/lib/domains',
    'src/lib/domains.ts',
    'src/app/a.jsx',
    `import x from '@/x'`,
    { 'jsconfig.json': ALIAS['tsconfig.json'] },
  ],
  [
    'an import of the package',
    '#lib/domains.js',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from '#lib/x.js'`,
    {
      'package.json': { imports: { '#lib/*.js': './src/lib/*.ts' } },
      'tsconfig.json': { compilerOptions: { module: 'nodenext' } },
    },
  ],
  [
    'nodenext',
    '../lib/domains.js',
    'src/lib/domains.ts',
    'src/app/a.ts',
    '',
    { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } } },
  ],
  [
    'nodenext with an index',
    '../domains/index.js',
    'src/domains/index.ts',
    'src/app/a.ts',
    '',
    { 'tsconfig.json': { compilerOptions: { module: 'node16' } } },
  ],
  [
    'nodenext, written without endings',
    '../lib/domains',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from './x'`,
    { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } } },
  ],
  [
    'an .mts module',
    './domains.mjs',
    'src/domains.mts',
    'src/a.mts',
    '',
    { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } } },
  ],
  [
    'endings of TypeScript',
    '../lib/domains.ts',
    'src/lib/domains.ts',
    'src/app/a.ts',
    `import x from './x.ts'`,
    { 'tsconfig.json': { compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true } } },
  ],
  ['endings that the file writes', '../lib/domains.js', 'src/lib/domains.ts', 'src/app/a.ts', `import x from './x.js'`, ALIAS],
  [
    'a JavaScript module of Node',
    '../lib/domains.js',
    'src/lib/domains.js',
    'src/app/a.js',
    '',
    { 'package.json': { type: 'module' } },
  ],
  [
    'a package of the workspace',
    '@acme/shared/src/domains',
    'packages/shared/src/domains.ts',
    'apps/web/a.ts',
    '',
    {
      'packages/shared/package.json': { name: '@acme/shared' },
      'apps/web/package.json': { dependencies: { '@acme/shared': 'workspace:*' } },
    },
  ],
  [
    'a package with exports',
    '@acme/shared/domains',
    'packages/shared/src/domains.ts',
    'apps/web/a.ts',
    '',
    {
      'packages/shared/package.json': {
        name: '@acme/shared',
        exports: { './*': { types: './src/*.ts', default: './src/*.ts' } },
      },
      'apps/web/package.json': { dependencies: { '@acme/shared': '*' } },
    },
  ],
  [
    'a package whose entry it is',
    '@acme/domains',
    'packages/domains/index.ts',
    'apps/web/a.ts',
    '',
    {
      'packages/domains/package.json': { name: '@acme/domains', exports: './index.ts' },
      'apps/web/package.json': { devDependencies: { '@acme/domains': '*' } },
    },
  ],
  [
    'no package that is no dependency',
    '../../packages/shared/domains',
    'packages/shared/domains.ts',
    'apps/web/a.ts',
    '',
    { 'packages/shared/package.json': { name: '@acme/shared' }, 'apps/web/package.json': {} },
  ],
  ['CommonJS by its ending', './lib/domains.cjs', 'lib/domains.cjs', 'a.cjs', `const x = require('./x')`, {}],
  ['an ES module by its ending', './lib/domains.mjs', 'lib/domains.mts', 'a.ts', `import x from './x'`, {}],
  ['configuration that a tool loads', './src/lib/domains', 'src/lib/domains.ts', 'vite.config.ts', `import x from '@/x'`, ALIAS],
])('%s gives %s', (_, expected, module, path, text, files) => {
  expect(specifier(module, path, text, files)).toBe(expected);
});

it('takes the configured specifier', () => {
  expect(specifier('src/lib/domains.ts', 'src/app/a.ts', '', {}, '@acme/domains')).toBe('@acme/domains');
});

it('survives a configuration that is not valid', () => {
  expect(specifier('src/lib/domains.ts', 'src/app/a.ts', '', { 'tsconfig.json': '{ nonsense', 'package.json': '[' })).toBe(
    '../lib/domains',
  );
});
