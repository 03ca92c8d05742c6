import path from 'node:path';
import { stringify } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { readPackaging } from '../../../src/checks/packaging.ts';
import { discover } from '../../../src/files/discover.ts';
import { regularFiles } from '../../../src/files/regular.ts';
import { compilerOptionsOf } from '../../../src/ssot/compiler.ts';
import { importOptionsOf } from '../../../src/ssot/import-options.ts';
import { createResolver } from '../../../src/ssot/resolver.ts';
import { createSpecifiers } from '../../../src/ssot/specifiers.ts';
import { styleOf } from '../../../src/ssot/style/style-of.ts';
import { readProjects } from '../../../src/survey/projects.ts';
import type { DomainModule } from '../../../src/types.ts';
import { makeTree } from '../../tree.ts';

const MODULES = [
  { file: 'web/lib/domains.ts', language: 'typescript', scope: ['web/**'], bindings: [] },
  { file: 'shared/domains.py', language: 'python', import: 'shared.domains', scope: ['app/**'], bindings: [] },
] as unknown as readonly DomainModule[];

const BASE: Readonly<Record<string, string>> = {
  'web/lib/domains.ts': '',
  'web/pages/a.ts': "import { b } from '@/b';\n",
  'app/__init__.py': '',
  'app/a.py': '',
  'shared/__init__.py': '',
  'shared/domains.py': '',
};

/** All that is concluded from the manifests of a tree. */
async function concluded(files: Readonly<Record<string, string>>): Promise<unknown> {
  const root = makeTree({ ...BASE, ...files });
  const { listed } = await discover(root, [], root);
  const [web, python] = MODULES as [DomainModule, DomainModule];
  const source = { path: 'web/pages/a.ts', text: BASE['web/pages/a.ts']!, encoding: 'utf8' } as const;
  const tree = regularFiles(root);
  const config = ['tsconfig.json', 'jsconfig.json']
    .map((name) => path.join(root, 'web', name))
    .find((file) => tree.isRegular(file));
  const { names: _, ...projects } = readProjects(root, listed());
  const found = {
    specifier: createSpecifiers(root, tree)(web, source),
    reference: createResolver(root)(python, { path: 'app/a.py', text: '', encoding: 'utf8' }),
    styles: MODULES.map((module) => styleOf(root, module)),
    packaging: await readPackaging(root, listed(), () => false, MODULES),
    projects: {
      ...projects,
      packages: [...projects.packages].filter(([folder]) => !(`${folder}/package.json`.replace(/^\//, '') in files)),
    },
    options: config && importOptionsOf(config, tree),
    compiler: config && compilerOptionsOf(config, tree),
  };
  return JSON.parse(JSON.stringify(found).replaceAll(root, ''));
}

const LONG = 'x'.repeat(100_000);
const nested = (depth: number): unknown => (depth === 0 ? 7 : [nested(depth - 1)]);

/** Values of every kind. */
const VALUES: readonly unknown[] = [
  7,
  -1.5,
  true,
  null,
  'text',
  LONG,
  [],
  ['text'],
  [7, null, {}],
  nested(200),
  {},
  { a: { b: 7 } },
];

type Kind = 'text' | 'texts' | 'flag' | 'number' | 'mapping' | 'mappings';

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'mapping':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'mappings':
      return Array.isArray(value) && value.length === 0;
  }
}

/** The fields that are read, by file, with what each may be. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly Kind[]>>>> = {
  'web/tsconfig.json': {
    '': ['mapping'],
    extends: ['text', 'texts'],
    files: ['texts'],
    include: ['texts'],
    exclude: ['texts'],
    references: ['mappings'],
    compilerOptions: ['mapping'],
    'compilerOptions/paths': ['mapping'],
    'compilerOptions/paths/@~1*': ['texts'],
    'compilerOptions/baseUrl': ['text'],
    'compilerOptions/rootDir': ['text'],
    'compilerOptions/composite': ['flag'],
    'compilerOptions/module': ['text'],
    'compilerOptions/moduleResolution': ['text'],
    'compilerOptions/allowImportingTsExtensions': ['flag'],
  },
  'web/jsconfig.json': {
    '': ['mapping'],
    compilerOptions: ['mapping'],
    'compilerOptions/paths': ['mapping'],
    extends: ['text', 'texts'],
  },
  'web/package.json': {
    '': ['mapping'],
    name: ['text'],
    type: ['text'],
    private: ['flag'],
    main: ['text'],
    bin: ['text', 'mapping'],
    files: ['texts'],
    imports: ['mapping'],
    'imports/#lib~1*': ['text', 'mapping'],
    exports: ['text', 'mapping'],
    dependencies: ['mapping'],
    devDependencies: ['mapping'],
    'devDependencies/prettier': ['text'],
    peerDependencies: ['mapping'],
    workspaces: ['texts', 'mapping'],
    homepage: ['text'],
    redomain: ['mapping'],
  },
  'web/biome.json': {
    extends: ['texts', 'text'],
    overrides: ['mappings'],
    formatter: ['mapping'],
    'formatter/lineEnding': ['text'],
    'formatter/indentStyle': ['text'],
    javascript: ['mapping'],
    'javascript/formatter': ['mapping'],
    'javascript/formatter/quoteStyle': ['text'],
  },
  'web/.prettierrc': {
    printWidth: ['number'],
    tabWidth: ['number'],
    useTabs: ['flag'],
    singleQuote: ['flag'],
    trailingComma: ['text'],
    overrides: ['mappings'],
  },
  'app/pyproject.toml': {
    project: ['mapping'],
    'project/name': ['text'],
    tool: ['mapping'],
    'tool/setuptools': ['mapping'],
    'tool/setuptools/packages': ['texts', 'mapping'],
    'tool/setuptools/packages/find': ['mapping'],
    'tool/setuptools/packages/find/where': ['texts'],
    'tool/setuptools/packages/find/include': ['texts'],
    'tool/setuptools/packages/find/exclude': ['texts'],
    'tool/setuptools/package-dir': ['mapping'],
    'tool/setuptools/package-dir/a': ['text'],
    'tool/setuptools/py-modules': ['texts'],
    'tool/poetry': ['mapping'],
    'tool/poetry/packages': ['mappings'],
    'tool/poetry/include': ['texts', 'mappings'],
    'tool/poetry/exclude': ['texts'],
    'tool/hatch': ['mapping'],
    'tool/hatch/build': ['mapping'],
    'tool/hatch/build/targets': ['mapping'],
    'tool/hatch/build/targets/wheel': ['mapping'],
    'tool/hatch/build/targets/wheel/packages': ['texts'],
    'tool/hatch/build/force-include': ['mapping'],
    'tool/uv': ['mapping'],
  },
  'shared/pyproject.toml': {
    tool: ['mapping'],
    'tool/black/line-length': ['number'],
    'tool/black/skip-magic-trailing-comma': ['flag'],
    'tool/ruff/line-length': ['number'],
    'tool/ruff/indent-width': ['number'],
    'tool/ruff/format': ['mapping'],
    'tool/ruff/format/quote-style': ['text'],
    'tool/ruff/extend': ['text'],
  },
};

/** A value as the file has it; `undefined` where its format has no such. */
function written(file: string, value: unknown): string | undefined {
  if (!file.endsWith('.toml')) return JSON.stringify(value);
  return JSON.stringify(value).includes('null') ? undefined : stringify(value as Record<string, unknown>);
}

function withField(field: string, value: unknown): unknown {
  const [key, ...rest] = field === '' ? [] : field.split('/');
  return key === undefined ? value : { [key.replaceAll('~1', '/')]: withField(rest.join('/'), value) };
}

describe.each(Object.entries(FIELDS))('%s', (file, fields) => {
  test.each(Object.entries(fields))('what %j should not be says nothing', async (field, kinds) => {
    const above = field.includes('/') ? withField(field.slice(0, field.lastIndexOf('/')), {}) : {};
    const nothing = await concluded({ [file]: written(file, above)! });
    for (const value of VALUES) {
      const text = written(file, withField(field, value));
      if (text === undefined || kinds.some((kind) => isOf(kind, value))) continue;
      const shown = `${field} ${JSON.stringify(value).slice(0, 60)}`;
      expect([shown, await concluded({ [file]: text })]).toEqual([shown, nothing]);
    }
  });
});
