import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import type { Style } from '../src/types/module.ts';
import type { DomainModule } from '../src/types/policy.ts';
import { PLAIN_PYTHON } from '../transforms/python/module/style.ts';
import { PLAIN } from '../transforms/typescript/style/plain.ts';
import { moduleStatus, styleOf } from './module-code.ts';
import { makeTree } from './tree.ts';

const WEB: DomainModule = { file: 'web/lib/domains.ts', language: 'typescript', scope: [], bindings: [] };
const PYTHON: DomainModule = { file: 'shared/domains.py', language: 'python', scope: [], bindings: [] };

type Files = Readonly<Record<string, string>>;
type Case = readonly [what: string, files: Files, style: Partial<Style>];

function expectStyle(module: DomainModule, plain: Style, [, files, style]: Case): void {
  expect(styleOf(makeTree(files), module)).toEqual({ ...plain, wrapsConstants: true, ...style });
}

/** Prettier's own defaults. */
const PRETTIER: Style = { ...PLAIN, wrapsConstants: true, quote: '"' };

describe('Prettier', () => {
  const cases: readonly Case[] = [
    ['.prettierrc as JSON', { '.prettierrc': '{ "printWidth": 100, "semi": false }' }, { width: 100, semicolons: false }],
    [
      '.prettierrc as YAML',
      { '.prettierrc': '# ours\nsingleQuote: true\ntabWidth: 4\n' },
      { quote: "'", indent: '    ', indentWidth: 4 },
    ],
    ['an empty .prettierrc', { '.prettierrc': '' }, {}],
    ['.prettierrc.json', { '.prettierrc.json': '{"trailingComma":"none"}' }, { trailingCommas: 'none' }],
    ['.prettierrc.yml', { '.prettierrc.yml': 'useTabs: true\n' }, { indent: '\t' }],
    ['.prettierrc.toml', { '.prettierrc.toml': 'printWidth = 72\nendOfLine = "crlf"\n' }, { width: 72, eol: '\r\n' }],
    [
      '.prettierrc.json5',
      { '.prettierrc.json5': "// ours\n{ printWidth: 90, quoteProps: 'consistent', }\n" },
      { width: 90, quotesKeysTogether: true },
    ],
    ['package.json', { 'package.json': '{"prettier": {"bracketSpacing": false}}' }, { bracketSpacing: false }],
    [
      'prettier.config.mjs',
      {
        'prettier.config.mjs':
          '/** @type {import("prettier").Config} */\nconst config = { printWidth: 110 };\nexport default config;\n',
      },
      { width: 110 },
    ],
    [
      '.prettierrc.cjs',
      { '.prettierrc.cjs': "module.exports = { singleQuote: true, plugins: [require('x')] };\n" },
      { quote: "'" },
    ],
    [
      'prettier.config.ts',
      {
        'prettier.config.ts':
          "import type { Config } from 'prettier';\nexport default { objectWrap: 'collapse' } satisfies Config;\n",
      },
      { joins: true },
    ],
    [
      'settings that are spread from files beside it',
      {
        'web/.prettierrc.js': 'const base = require("../.prettierrc.js");\nmodule.exports = { ...base, semi: false };\n',
        '.prettierrc.js':
          'import base from "./tools/prettier";\nexport default { ...base, tabWidth: 4, ...require("./more.json") };\n',
        'tools/prettier/index.js': 'module.exports = { tabWidth: 8, singleQuote: true };\n',
        'more.json': '{ "printWidth": 77 }',
      },
      { semicolons: false, indent: '    ', indentWidth: 4, quote: "'", width: 77 },
    ],
    [
      'overrides',
      {
        '.prettierrc':
          'printWidth: 100\noverrides:\n  - { files: "*.ts", options: { semi: false } }\n  - { files: "*.ts", excludeFiles: "web/**", options: { tabWidth: 8 } }\n  - { files: "web/lib/*.{js,ts}", options: { printWidth: 70 } }\n',
      },
      { width: 70, semicolons: false },
    ],
    ['the nearest counts alone', { '.prettierrc': 'semi: false\n', 'web/.prettierrc': 'printWidth: 99\n' }, { width: 99 }],
    [
      'a manifest without the key is passed by',
      { '.prettierrc': 'semi: false\n', 'web/package.json': '{"name": "web"}' },
      { semicolons: false },
    ],
    [
      'the commas of version 2',
      { '.prettierrc': '{}', 'package.json': '{"devDependencies": {"prettier": "^2.8.8"}}' },
      { trailingCommas: 'es5' },
    ],
    [
      'the commas of version 1',
      { '.prettierrc': '{}', 'package.json': '{"devDependencies": {"prettier": "~1.19"}}' },
      { trailingCommas: 'none' },
    ],
    [
      '.editorconfig adds what is not set',
      {
        '.prettierrc': 'tabWidth: 3\n',
        '.editorconfig':
          'root = true\n[*]\nindent_style = space\nindent_size = 8\nmax_line_length = 120\n[*.py]\nmax_line_length = 66\n',
      },
      { width: 120, indent: '   ', indentWidth: 3 },
    ],
    [
      '.editorconfig by folder, the nearer wins',
      {
        '.prettierrc': '',
        '.editorconfig': '[*.{ts,tsx}]\nindent_style = tab\nmax_line_length = 90\n',
        'web/.editorconfig': '[lib/**.ts]\nmax_line_length = off\n',
      },
      { width: Number.POSITIVE_INFINITY, indent: '\t' },
    ],
    [
      '.editorconfig of a project that depends on Prettier',
      {
        'package.json': '{"devDependencies": {"prettier": "3.6.2"}}',
        '.editorconfig': '[*]\nindent_size = 4\nend_of_line = crlf\n',
      },
      { indent: '    ', indentWidth: 4, eol: '\r\n' },
    ],
  ];
  test.each(cases)('%s', (...one) => expectStyle(WEB, PRETTIER, one));
});

describe('Biome', () => {
  const BIOME: Style = { ...PRETTIER, indent: '\t' };
  const cases: readonly Case[] = [
    [
      'biome.json',
      { 'biome.json': '{ "formatter": { "lineWidth": 100, "indentStyle": "space" } }' },
      { width: 100, indent: '  ' },
    ],
    [
      'biome.jsonc, with the settings of the language before the general ones',
      {
        'biome.jsonc':
          '{ // ours\n "formatter": { "indentWidth": 4, "lineWidth": 90 }, "javascript": { "formatter": { "quoteStyle": "single", "semicolons": "asNeeded", "lineWidth": 70 } } }',
      },
      { width: 70, indentWidth: 4, quote: "'", semicolons: false },
    ],
    [
      'overrides, and what they leave out',
      {
        'biome.json':
          '{ "overrides": [{ "includes": ["web/**", "!**/*.js"], "formatter": { "lineWidth": 60 } }, { "includes": ["**/*.js"], "formatter": { "lineWidth": 50 } }] }',
      },
      { width: 60 },
    ],
    [
      'a file that it extends',
      {
        'biome.json': '{ "extends": ["./base.json"], "formatter": { "lineWidth": 65 } }',
        'base.json': '{ "formatter": { "lineWidth": 40, "indentStyle": "space" } }',
      },
      { width: 65, indent: '  ' },
    ],
    [
      'the configuration above it',
      {
        'biome.json': '{ "formatter": { "lineWidth": 65 } }',
        'web/biome.json': '{ "root": false, "extends": "//", "javascript": { "formatter": { "trailingCommas": "none" } } }',
      },
      { width: 65, trailingCommas: 'none' },
    ],
    [
      '.editorconfig, where it says so',
      {
        'biome.json': '{ "formatter": { "useEditorconfig": true } }',
        '.editorconfig': '[*]\nindent_style = space\nindent_size = 4\nmax_line_length = 140\n',
      },
      { width: 140, indent: '    ', indentWidth: 4 },
    ],
    ['Prettier in the same folder comes first', { 'biome.json': '{}', '.prettierrc': '' }, { indent: '  ' }],
  ];
  test.each(cases)('%s', (...one) => expectStyle(WEB, BIOME, one));
});

describe('Black and ruff', () => {
  const cases: readonly Case[] = [
    ['Black', { 'pyproject.toml': '[tool.black]\nline-length = 100\n' }, { width: 100 }],
    [
      'Black with underscores, without magic commas',
      { 'pyproject.toml': '[tool.black]\nline_length = 79\nskip-magic-trailing-comma = true\n' },
      { width: 79, joins: true },
    ],
    ['Black with nothing set', { 'pyproject.toml': '[tool.black]\n' }, {}],
    ['ruff in pyproject.toml', { 'pyproject.toml': '[tool.ruff]\nline-length = 120\n' }, { width: 120 }],
    [
      'ruff.toml',
      { 'ruff.toml': 'line-length = 99\n[format]\nquote-style = "single"\nindent-style = "tab"\nline-ending = "cr-lf"\n' },
      { width: 99, quote: "'", indent: '\t', eol: '\r\n' },
    ],
    ['.ruff.toml before ruff.toml', { '.ruff.toml': 'line-length = 70\n', 'ruff.toml': 'line-length = 99\n' }, { width: 70 }],
    [
      'a file that ruff.toml extends',
      { 'shared/ruff.toml': 'extend = "../ruff.toml"\nindent-width = 2\n', 'ruff.toml': 'line-length = 99\n' },
      { width: 99, indent: '  ', indentWidth: 2 },
    ],
    [
      'Black beside ruff as a linter',
      { 'pyproject.toml': '[tool.black]\nline-length = 100\n[tool.ruff]\nline-length = 120\n' },
      { width: 100 },
    ],
    [
      'Black beside ruff as a formatter',
      { 'pyproject.toml': '[tool.black]\nline-length = 100\n[tool.ruff]\nline-length = 120\n[tool.ruff.format]\n' },
      { width: 120 },
    ],
    [
      'the nearest',
      { 'pyproject.toml': '[tool.black]\nline-length = 100\n', 'shared/pyproject.toml': '[tool.black]\nline-length = 60\n' },
      { width: 60 },
    ],
  ];
  test.each(cases)('%s', (...one) => expectStyle(PYTHON, PLAIN_PYTHON, one));
});

test.each([
  ['.prettierrc', '{ "tabWidth": 1e9, "printWidth": "wide", "useTabs": 1, "overrides": [null, 3, { "files": 7 }] }'],
  ['.prettierrc', 'tabWidth: .inf\nsingleQuote: "yes"\noverrides: none\n'],
  ['.prettierrc', 'tabWidth: -1\ntrailingComma: [all]\n'],
  ['.prettierrc.json5', '{ tabWidth: 0.5 }'],
])('settings that make no sense are passed over: %s %s', (file, text) => {
  expect(styleOf(makeTree({ [file]: text }), WEB)).toEqual(PRETTIER);
});

describe('no formatter', () => {
  const cases: readonly (readonly [string, Files])[] = [
    ['an empty tree', {}],
    ['.editorconfig alone', { '.editorconfig': '[*]\nindent_size = 8\nmax_line_length = 40\n' }],
    ['a dependency alone', { 'package.json': '{"devDependencies": {"prettier": "^3.0.0"}}' }],
    ['Biome as a linter', { 'biome.json': '{ "formatter": { "enabled": false } }' }],
    ['ruff as a linter', { 'pyproject.toml': '[tool.ruff.lint]\nselect = ["E"]\n' }],
    ['settings of a package', { 'package.json': '{"prettier": "@ex/prettier-config"}' }],
    [
      'settings that a program makes',
      {
        'web/.prettierrc.mjs': "import base from '@ex/base';\nexport default { ...base, semi: false };\n",
        '.prettierrc': 'semi: false\n',
      },
    ],
    ['settings that go round in a circle', { '.prettierrc.js': 'module.exports = { ...require("./.prettierrc.js") };\n' }],
    ['a name that stands for itself', { '.prettierrc.js': 'const a = { ...b };\nconst b = { ...a };\nmodule.exports = a;\n' }],
    ['settings that cannot be read', { '.prettierrc': '{ "semi": ', 'pyproject.toml': '[tool.black\n', 'biome.json': '[]' }],
  ];
  test.each(cases)('%s', (_, files) => {
    const root = makeTree(files);
    expect(styleOf(root, WEB)).toEqual(PLAIN);
    expect(styleOf(root, PYTHON)).toEqual(PLAIN_PYTHON);
  });
  test("a configuration above the top of the repository is another project's", () => {
    const root = makeTree({
      '.prettierrc': 'semi: false\n',
      'repo/.git/HEAD': '',
      'repo/app/redomain.yaml': '',
      'repo/.prettierrc': 'printWidth: 55\n',
    });
    expect(styleOf(path.join(root, 'repo/app'), WEB)).toEqual({ ...PRETTIER, width: 55 });
    expect(styleOf(path.join(root, 'repo'), { ...WEB, file: 'a.ts' }).width).toBe(55);
  });
});

const LONG = 'a-rather-long-name.of-some-subdomain.in-the-staging-environment.ex.ai:8443/with/a/path';
const CONFIG = `environments:
  staging:
    backend: { host: new.ex.ai }
    web-socket: { host: "${LONG}", scheme: wss }
modules: [{ file: lib/domains.ts }, { file: lib/domains.mjs }, { file: lib/domains.cjs }, { file: lib/domains.json }, { file: shared/domains.py }]
`;

/** The module texts of a tree, by file. */
function texts(files: Files): Record<string, string> {
  const root = makeTree({ 'redomain.yaml': CONFIG, ...files });
  const { policy } = loadPolicy({ cwd: root });
  return Object.fromEntries(policy.modules.map((module) => [module.file, moduleStatus(root, module, policy).text]));
}

describe('the text of a module', () => {
  test('goes on below the name of a constant where the line is too long', () => {
    const plain = texts({});
    const wrapped = texts({
      '.prettierrc': 'semi: false\nprintWidth: 60\n',
      'pyproject.toml': '[tool.black]\nline-length = 60\n',
    });
    expect(plain['lib/domains.ts']).toContain(`\nexport const STAGING_WEB_SOCKET_URL = 'https://${LONG}';\n`);
    expect(wrapped['lib/domains.ts']).toContain(`\nexport const STAGING_WEB_SOCKET_URL =\n  "https://${LONG}"\n`);
    expect(wrapped['lib/domains.ts']).toContain('\nexport const STAGING_BACKEND_URL = "https://new.ex.ai"\n');
    expect(plain['shared/domains.py']).toContain(`\nSTAGING_WEB_SOCKET_URL: Final[str] = "https://${LONG}"\n`);
    expect(wrapped['shared/domains.py']).toContain(`\nSTAGING_WEB_SOCKET_URL: Final[str] = (\n    "https://${LONG}"\n)\n`);
  });
  test('has the line endings of the formatter when it is new, and keeps its own afterwards', () => {
    const root = makeTree({ 'redomain.yaml': CONFIG, '.prettierrc': 'endOfLine: crlf\n' });
    const { policy } = loadPolicy({ cwd: root });
    const module = policy.modules[0]!;
    const { text } = moduleStatus(root, module, policy);
    expect(text).toMatch(/^\/\*\*\r\n/);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    execFileSync('mkdir', ['-p', path.join(root, 'lib')]);
    writeFileSync(path.join(root, module.file), text.replaceAll('\r\n', '\n'));
    expect(moduleStatus(root, module, policy).status).toBe('current');
  });
});

/** Formatter settings under which a real formatter is asked; Prettier, Black and ruff give the same answers, but are no part of the tests. */
const SETTINGS = [
  {},
  { formatter: { indentStyle: 'space', lineWidth: 100 } },
  {
    formatter: { indentStyle: 'space', indentWidth: 4, lineWidth: 60 },
    javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } },
  },
  { javascript: { formatter: { lineWidth: 120, trailingCommas: 'none', bracketSpacing: false } } },
  { formatter: { expand: 'never' }, json: { formatter: { indentStyle: 'space' } } },
  { formatter: { lineEnding: 'crlf', lineWidth: 72 }, javascript: { formatter: { trailingCommas: 'es5' } } },
];
const BIOME = fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url));

test.each(SETTINGS.map((settings) => [JSON.stringify(settings)]))('Biome leaves it as it is: %s', (settings) => {
  const web = Object.entries(texts({ 'biome.json': settings })).filter(([file]) => !file.endsWith('.py'));
  const root = makeTree({ 'biome.json': settings, ...Object.fromEntries(web) });
  execFileSync(BIOME, ['format', '--write', 'lib'], { cwd: root, stdio: 'pipe' });
  expect(web.length).toBe(4);
  for (const [file, text] of web) expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(text);
});
