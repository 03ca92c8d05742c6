import path from 'node:path';
import { stringify } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { readPackaging } from '../../../src/checks/packaging.ts';
import { run } from '../../../src/commands/plan.ts';
import { discover } from '../../../src/files/discover.ts';
import { regularFiles } from '../../../src/files/regular.ts';
import { openResolver } from '../../../src/ssot/resolver.ts';
import { readProjects } from '../../../src/survey/projects.ts';
import type { DomainModule } from '../../../src/types/policy.ts';
import { compilerOptionsOf } from '../../../transforms/typescript/compiler/compiler.ts';
import { importOptionsOf } from '../../../transforms/typescript/project/import-options.ts';
import { createSpecifiers } from '../../../transforms/typescript/project/specifiers.ts';
import { styleOf } from '../../module-code.ts';
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
    reference: (await openResolver(root, MODULES))(python, { path: 'app/a.py', text: '', encoding: 'utf8' }),
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

const DEEP = 20_000;
const lists = (open: string, close: string): string => open.repeat(DEEP) + close.repeat(DEEP);

describe('what nests twenty thousand levels deep says nothing', () => {
  const json = lists('[', ']');
  const objects = `${'{"a":'.repeat(DEEP)}7${'}'.repeat(DEEP)}`;
  const nest = (text: string): Record<string, string> => ({
    'web/tsconfig.json': `{"compilerOptions":{"paths":${text}}}`,
    'web/jsconfig.json': text,
    'web/package.json': `{"name":"x","files":${text},"exports":${text},"imports":{"#lib/*":${text}},"prettier":${text}}`,
    'web/package.yaml': `prettier: ${text}`,
    'web/.prettierrc': text,
    'web/.prettierrc.json5': text,
    'web/.prettierrc.js': `export default ${text}`,
    'web/biome.json': text,
    'web/compose.yaml': `services: ${text}\nbuild: dockerfile`,
    'app/pyproject.toml': `[tool.setuptools]\npackages = ${text}`,
    'shared/pyproject.toml': `[tool.black]\nline-length = ${text}`,
    'app/setup.py': `setup(name="x", packages=${text})`,
    'app/setup.cfg': `[options]\npackages = ${text}`,
    'web/Dockerfile': `FROM x\nCOPY ${text} .\nRUN ${text}`,
    'web/.dockerignore': text,
    'web/.editorconfig': `[${text}]\nindent_style = tab`,
  });
  test.each(Object.keys(nest('')))('%s', async (file) => {
    for (const text of [json, objects, '{'.repeat(DEEP), '[['.repeat(DEEP), '('.repeat(DEEP)]) {
      const began = performance.now();
      await concluded({ [file]: nest(text)[file]! });
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});

test.each([
  [
    'setup.cfg',
    [
      '[',
      '[]',
      '[options',
      '[options]\n=\n:\n = x',
      `[options]\npackages =${'\n '.repeat(50_000)}`,
      '[options.packages.find]\nwhere',
      '\0',
    ],
  ],
  [
    '.editorconfig',
    [
      '[',
      '[]',
      '=',
      'root',
      '[*\n]',
      '[{a..9999999}]\nindent_size = 1e999',
      `[${'{a,b}'.repeat(200)}]\nindent_style=tab`,
      `[*]\nindent_size = ${LONG}`,
      '\0',
    ],
  ],
  [
    'Dockerfile',
    [
      'FROM',
      'FROM \\',
      'COPY',
      'COPY --from',
      'COPY []',
      'COPY [7]',
      'COPY [null, {}]',
      'FROM x\nCOPY <<',
      'FROM x AS x\nCOPY --from=x . .',
      `FROM x\n${'COPY . . \\\n'.repeat(20_000)}`,
      'FROM ${A:-${A:-${A}}}\nARG A=$A',
      '\0',
    ],
  ],
  ['.dockerignore', ['[', '!', '**'.repeat(5_000), '/', '\\', `${'a*'.repeat(200)}b`, '\0']],
  [
    'setup.py',
    [
      'setup(',
      'setup(packages=',
      'setup(packages=[7, None, {}])',
      'setup(packages=find_packages(where=7, exclude=None))',
      'setup(package_dir=[])',
      '\0',
    ],
  ],
  ['pytest.ini', ['testpaths', 'testpaths =', 'testpaths = [', `testpaths = ${LONG}`, '\0']],
] as const)('%s that is none ends in no error', async (name, texts) => {
  for (const text of texts) {
    const began = performance.now();
    await concluded({
      [name]: text,
      [`web/${name}`]: text,
      [`app/${name}`]: text,
      'web/Dockerfile': name === 'Dockerfile' ? text : 'FROM node\nCOPY . .\n',
    });
    expect([text.slice(0, 40), performance.now() - began < 20_000]).toEqual([text.slice(0, 40), true]);
  }
});

describe('configurations that extend each other', () => {
  const file = (bases: readonly string[], more: object = {}): string =>
    JSON.stringify({ extends: bases.map((base) => `./${base}`), ...more });
  const options = { compilerOptions: { paths: { '@/*': ['./*'] } } };

  /** What two ways of reading make of web/tsconfig.json, in less than two seconds. */
  function paths(files: Readonly<Record<string, string>>): unknown {
    const root = makeTree(files);
    const tree = regularFiles(root);
    const config = path.join(root, 'web/tsconfig.json');
    compilerOptionsOf(path.join(root, 'none.json'), tree);
    const began = performance.now();
    const found = [importOptionsOf(config, tree).paths, compilerOptionsOf(config, tree).paths];
    expect(performance.now() - began).toBeLessThan(4000);
    return found;
  }

  test('a diamond of thirty layers costs no more than a chain', () => {
    const layers = Array.from({ length: 30 }, (_, layer) => {
      const bases = layer === 29 ? [] : [`a${layer + 1}.json`, `b${layer + 1}.json`];
      return ['a', 'b'].map((side) => [`web/${side}${layer}.json`, file(bases, layer === 29 ? options : {})]);
    });
    const root = { ...Object.fromEntries(layers.flat()), 'web/tsconfig.json': file(['a0.json', 'b0.json']) };
    expect(paths(root)).toEqual([{ '@/*': [expect.stringMatching(/\/web\/\*$/)] }, { '@/*': ['./*'] }]);
  });

  test.each([1, 2, 5, 100])('%i that extend all of them', (count) => {
    const names = Array.from({ length: count }, (_, at) => (at === 0 ? 'tsconfig.json' : `c${at}.json`));
    const files = Object.fromEntries(names.map((name, at) => [`web/${name}`, file(names, at === count - 1 ? options : {})]));
    expect(paths(files)).toEqual([{ '@/*': [expect.any(String)] }, { '@/*': ['./*'] }]);
  });

  test('a chain of ten thousand, and a list of a hundred thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => [`web/c${at}.json`, file([`c${at + 1}.json`])]);
    expect(paths({ ...Object.fromEntries(chain), 'web/tsconfig.json': file(['c0.json']) })).toEqual([{}, undefined]);
    const many = Array.from({ length: 100_000 }, (_, at) => `gone${at}`);
    const references = many.map((name) => ({ path: `./${name}` }));
    expect(paths({ 'web/tsconfig.json': file(many, { references }) })).toEqual([{}, undefined]);
  });

  test('references in a circle', () => {
    const to = (name: string): string => JSON.stringify({ references: [{ path: name }] });
    expect(paths({ 'web/tsconfig.json': to('./b.json'), 'web/b.json': to('./tsconfig.json') })).toEqual([{}, undefined]);
  });

  test('the packaging check reads a diamond once', async () => {
    const layers = Array.from({ length: 30 }, (_, layer) => {
      const bases = layer === 29 ? [] : [`a${layer + 1}.json`, `b${layer + 1}.json`];
      return ['a', 'b'].map((side) => [
        `web/${side}${layer}.json`,
        file(bases, layer === 29 ? { compilerOptions: { rootDir: 'pages' } } : {}),
      ]);
    });
    const began = performance.now();
    const found = (await concluded({
      ...Object.fromEntries(layers.flat()),
      'web/tsconfig.json': file(['a0.json', 'b0.json']),
    })) as {
      packaging: { byLanguage: readonly { lacking: readonly { how?: string }[] }[] };
    };
    expect(found.packaging.byLanguage.flatMap(({ lacking }) => lacking.map(({ how }) => how))).toEqual([
      ': rootDir web/pages does not hold web/lib/domains.ts',
    ]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

test('a run checks types by a configuration and packages whose fields are not as they should be', async () => {
  const root = makeTree({
    'redomain.yaml':
      'apex: [ex.ai]\nenvironments:\n  staging:\n    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }\nmodules:\n  - { file: web/domains.ts, scope: ["web/**"] }\n',
    'web/a.ts':
      "import { b } from '@/b';\nimport { c } from 'odd';\nimport { d } from 'deep';\nexport const u = 'https://api.old.ex.ai' + b + c + d;\n",
    'web/tsconfig.json': JSON.stringify({
      extends: [7, null],
      references: 7,
      include: [null],
      compilerOptions: {
        strict: true,
        types: 7,
        typeRoots: { a: 7 },
        lib: 'es2022',
        rootDirs: [7],
        paths: { '@/*': './src/*', '~/*': 7, '!': [null] },
      },
    }),
    'web/node_modules/odd/package.json': JSON.stringify({
      name: 7,
      main: [7],
      types: {},
      typesVersions: [7],
      exports: { '.': [7, { types: 7 }] },
    }),
    'web/node_modules/deep/package.json': `{"exports":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
  });
  const result = await run({ cwd: root, paths: [], unsafe: false, command: 'plan' });
  expect(result.report.findings.filter(({ path: file }) => file === 'web/a.ts').map(({ decision }) => decision)).toEqual([
    'reference',
  ]);
});
