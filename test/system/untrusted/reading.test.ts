import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { regularFiles } from '../../../src/files/regular.ts';
import type { DomainModule } from '../../../src/types/policy.ts';
import { createSpecifiers } from '../../../transforms/typescript/project/specifiers.ts';
import { git, type Outcome, project, redomain, write } from '../../cli-project.ts';
import { makePipe, makeTree } from '../../tree.ts';
import { builtCli } from '../cli-process.ts';

const CONFIG = `apex: [ex.ai]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["app/**/*.py"] }
  - { file: web/lib/domains.ts, scope: ["web/**/*.ts"] }
`;
const FILES: Readonly<Record<string, string>> = {
  'redomain.yaml': CONFIG,
  'shared/keep.py': '',
  'app/client.py': 'URL = "https://api.old.ex.ai/health"\n',
  'web/a.ts': "import { b } from './b';\nexport const u: string = 'https://api.old.ex.ai/health' + b;\n",
  'web/real.json': '{ "compilerOptions": { "strict": true } }',
};

/** Names under which a run reads what the repository has put there. */
const READ = [
  ...[
    'pyproject.toml',
    'setup.cfg',
    'setup.py',
    'tox.ini',
    'pytest.ini',
    'conftest.py',
    'ruff.toml',
    '.ruff.toml',
    'shared/__init__.py',
  ],
  ...[
    'package.json',
    'package.yaml',
    'biome.json',
    'biome.jsonc',
    '.editorconfig',
    '.prettierrc',
    '.prettierrc.json',
    '.prettierrc.yaml',
  ],
  ...['.prettierrc.js', 'prettier.config.mjs', '.prettierrc.toml', 'Dockerfile', '.dockerignore', 'compose.yaml', 'app/b.py'],
  ...['web/tsconfig.json', 'web/jsconfig.json', 'web/package.json', 'web/b.ts', 'web/b.d.ts', 'web/c.ts'],
];

const WAYS: Readonly<Record<string, (file: string) => void>> = {
  'a link to an endless device': (file) => symlinkSync('/dev/zero', file),
  'a named pipe': makePipe,
  'a link out of the repository': (file) => symlinkSync('/etc/hostname', file),
  'a directory': (file) => mkdirSync(file),
};

function put(root: string, name: string, way: keyof typeof WAYS): void {
  rmSync(path.join(root, name), { force: true });
  WAYS[way]!(path.join(root, name));
}

/** What a plan says of the two files. */
function decisions({ stdout, stderr }: Outcome): unknown {
  expect(stderr).not.toContain('internal error');
  const { findings } = JSON.parse(stdout) as { findings: readonly { path: string; decision: string; specifier?: string }[] };
  return findings
    .filter(({ path: file }) => /^(?:app\/client\.py|web\/a\.ts)$/.test(file))
    .map(({ path: file, decision }) => [file, decision]);
}

const BOTH = [
  ['app/client.py', 'reference'],
  ['web/a.ts', 'reference'],
];

describe.each(Object.keys(WAYS))('%s', (way) => {
  test.each([true, false])('says nothing under any name that is read (in git: %s)', async (inGit) => {
    const root = project(FILES);
    if (inGit) git(root, 'init', '--quiet');
    else put(root, '.gitignore', way);
    for (const name of READ) put(root, name, way);
    expect(decisions(await redomain(root, ['--format', 'json']))).toEqual(BOTH);
  });

  test('is nothing to extend, in the tree or in a package', async () => {
    const root = project({ ...FILES, 'web/b.ts': 'export const b = 1;', 'web/node_modules/p/index.js': '' });
    for (const name of ['web/base.json', 'web/node_modules/p/tsconfig.json', 'web/node_modules/p/package.json'])
      put(root, name, way);
    write(root, 'web/tsconfig.json', JSON.stringify({ extends: ['./base', './base.json', 'p', '/dev/zero'] }));
    expect(decisions(await redomain(root, ['--format', 'json']))).toEqual(BOTH);
  });

  test('is named as the configuration', async () => {
    const root = project({});
    put(root, 'redomain.yaml', way);
    const { status, stderr } = await redomain(root, []);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(
        way === 'a directory' ? /^redomain: no redomain\.yaml/ : /^redomain: cannot read the configuration: it is /,
      ),
    ]);
    const named = await redomain(root, ['--config', 'redomain.yaml']);
    expect([named.status, named.stderr]).toEqual([2, expect.stringMatching(/^redomain: cannot read the configuration: it is /)]);
  });

  test('is named as a certificate and as a domain module, written or adopted', async () => {
    const root = project({ ...FILES, 'redomain.yaml': `${CONFIG}certificates: [cert.pem]\n` });
    put(root, 'cert.pem', way);
    const certificate = await redomain(root, []);
    expect([certificate.status, certificate.stderr]).toEqual([2, expect.stringMatching(/"cert\.pem" is (?:a|no) /)]);
    for (const adopt of ['', ', adopt: true']) {
      write(root, 'redomain.yaml', CONFIG.replace('web/lib/domains.ts,', `web/domains.ts${adopt},`));
      put(root, 'web/domains.ts', way);
      const module = await redomain(root, []);
      expect([module.status, module.stderr]).toEqual([2, expect.stringMatching(/domain module is (?:a|not a) /)]);
      rmSync(path.join(root, 'web/domains.ts'), { recursive: true });
    }
  });

  test('says nothing to init and hosts', async () => {
    const { 'redomain.yaml': _, ...rest } = FILES;
    const root = project(rest);
    for (const name of READ) put(root, name, way);
    const hosts = await redomain(root, ['hosts']);
    expect([hosts.status, hosts.stderr]).toEqual([0, '']);
    const init = await redomain(root, ['init', '--yes', '--apex', 'ex.ai']);
    expect([init.status, init.stderr]).toEqual([0, '']);
  });
});

describe('a link within the repository goes on working', () => {
  const module = {
    file: 'web/lib/domains.ts',
    language: 'typescript',
    scope: ['web/**'],
    bindings: [],
  } as unknown as DomainModule;
  const specifierIn = (root: string, text: string): string =>
    createSpecifiers(root, regularFiles(root))(module, { path: 'web/pages/a.ts', text, encoding: 'utf8' });

  test('as a manifest', () => {
    const root = makeTree({
      'shared/package.json': '{ "imports": { "#lib/*": "./lib/*.ts" } }',
      'web/pages/a.ts': '',
      '.git/HEAD': '',
    });
    symlinkSync('../shared/package.json', path.join(root, 'web/package.json'));
    expect(specifierIn(root, "import { b } from '#lib/b';\n")).toBe('#lib/domains');
  });

  test('as a package of the workspace that a configuration extends', () => {
    const base = JSON.stringify({ compilerOptions: { paths: { '@/*': ['${configDir}/*'] } } });
    const root = makeTree({ 'packages/config/base.json': base, 'web/pages/a.ts': '', '.git/HEAD': '' });
    mkdirSync(path.join(root, 'web/node_modules/@r'), { recursive: true });
    symlinkSync('../../../packages/config', path.join(root, 'web/node_modules/@r/config'));
    write(root, 'web/tsconfig.json', '{ "extends": "@r/config/base.json" }');
    expect(specifierIn(root, "import { b } from '@/b';\n")).toBe('@/lib/domains');
  });

  test('as the packages of another checkout', () => {
    const base = JSON.stringify({ compilerOptions: { module: 'NodeNext' } });
    const above = makeTree({ 'main/node_modules/config/tsconfig.json': base, 'tree/web/pages/a.ts': '', 'tree/.git/HEAD': '' });
    const root = path.join(above, 'tree');
    symlinkSync('../main/node_modules', path.join(root, 'node_modules'));
    write(root, 'web/tsconfig.json', '{ "extends": "config" }');
    expect(specifierIn(root, '')).toBe('../lib/domains.js');
  });
});

describe.runIf(process.platform === 'linux')('under a limit of the process', () => {
  const many = Object.fromEntries(
    Array.from({ length: 450 }, (_, at) => [`app/m${at}.py`, `URL = "https://api.old.ex.ai/${at}"\n`]),
  );
  let root: string;
  beforeAll(() => {
    root = project({ ...FILES, ...many, 'web/b.ts': 'export const b = 1;', 'web/tsconfig.json': '{}', 'package.json': '{}' });
    git(root, 'init', '--quiet');
  });

  /** A run of the built command line, under a limit that a shell sets. */
  async function limited(limit: string, args: readonly string[]): Promise<Outcome> {
    const { execFile } = await import('node:child_process');
    return new Promise((resolve) => {
      const words = ['-c', `ulimit ${limit}; exec "$@"`, 'sh', process.execPath, builtCli, ...args];
      execFile('sh', words, { cwd: root, timeout: 60_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }

  const COMMANDS = [['--format', 'json', '--jobs', '4'], ['hosts']];

  test.each([20, 24, 28, 34])('of %i descriptors, it says so or copes', async (count) => {
    for (const args of COMMANDS) {
      const { status, stderr } = await limited(`-n ${count}`, args);
      // Node itself may be unable to begin, and says so in its own words.
      if (/node:internal|node:fs/.test(stderr)) continue;
      if (stderr === '') expect([args, status]).toEqual([args, args[0] === 'hosts' ? 0 : 1]);
      else
        expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining('the system lets redomain open no more files')]);
    }
  });

  test.each([2_000_000, 4_000_000, 14_000_000])('of %i kB of addresses, it copes', async (size) => {
    const free = await limited('-c 0', ['--format', 'json']);
    const { status, stdout, stderr } = await limited(`-v ${size}`, ['--format', 'json', '--jobs', '8']);
    expect([status, stderr]).toEqual([free.status, '']);
    expect(decisions({ status, stdout, stderr })).toEqual(BOTH);
  });
});
