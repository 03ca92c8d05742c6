import { describe, expect, it } from 'vitest';
import { PYTHON, TYPESCRIPT, unreachable } from './packaging.ts';

describe('an npm package', () => {
  const lacks = 'web/package.json publishes it without web/lib/domains.ts';
  const of = (content: object, path = 'web/app.ts', more: Readonly<Record<string, string>> = {}) =>
    unreachable({ 'web/package.json': JSON.stringify(content), ...more }, path, TYPESCRIPT);

  it('publishes what `files` lists', async () => {
    expect(await of({ name: 'web', files: ['app.ts'] })).toBe(lacks);
    expect(await of({ name: 'web', files: ['./*.ts'] })).toBe(lacks);
    expect(await of({ name: 'web', files: ['**', '!lib'] })).toBe(lacks);
    expect(await of({ name: 'web', files: ['dist'], main: 'app.ts' })).toBe(lacks);
    expect(await of({ name: 'web', files: ['app.ts', 'lib/'] })).toBeUndefined();
    expect(await of({ name: 'web', files: ['.'] })).toBeUndefined();
  });

  it('says nothing of what it does not publish itself', async () => {
    expect(await of({ name: 'web', files: ['dist'] })).toBeUndefined();
    expect(await of({ name: 'web' })).toBeUndefined();
    expect(await of({ name: 'web', private: true, files: ['app.ts'] })).toBeUndefined();
    expect(await of({ name: 'web', files: ['app.ts', 'ui'] }, 'web/ui/a.ts', { 'web/ui/package.json': '{}' })).toBeUndefined();
    expect(await of({ name: 'web', files: ['app.ts'] }, 'other/app.ts')).toBeUndefined();
    expect(await unreachable({ 'web/package.json': '{' }, 'web/app.ts', TYPESCRIPT)).toBeUndefined();
  });
});

describe('a TypeScript project', () => {
  const module = { ...TYPESCRIPT, file: 'shared/domains.ts' };
  const of = (content: object | string, path = 'web/app.ts', more: Readonly<Record<string, string>> = {}) =>
    unreachable({ 'web/tsconfig.json': typeof content === 'string' ? content : JSON.stringify(content), ...more }, path, module);
  const outside = 'web/tsconfig.json: rootDir web does not hold shared/domains.ts';
  const unlisted = 'web/tsconfig.json: it does not list shared/domains.ts';

  it('holds no file outside of rootDir', async () => {
    expect(await of({ compilerOptions: { rootDir: '.' } })).toBe(outside);
    expect(await of({ compilerOptions: { rootDir: '..' } })).toBeUndefined();
    expect(await of('{ // of the service\n "compilerOptions": { "rootDir": "./", }, }')).toBe(outside);
  });

  it('lists all of its files when it is composite', async () => {
    const compilerOptions = { composite: true, rootDir: '..' };
    expect(await of({ compilerOptions })).toBe(unlisted);
    expect(await of({ compilerOptions, include: ['**/*', '../shared'] })).toBeUndefined();
    expect(await of({ compilerOptions, files: ['app.ts'] })).toBe(unlisted);
    expect(await of({ compilerOptions, files: ['app.ts', '../shared/domains.ts'] })).toBeUndefined();
    expect(await of({ compilerOptions, include: ['..'], exclude: ['../shared'] })).toBe(unlisted);
    expect(await of({ compilerOptions: { composite: true }, include: ['**/*', '../shared'] })).toBeUndefined();
    expect(await of({ include: ['**/*.ts'] })).toBeUndefined();
  });

  it('speaks for the files that it lists, below the next project', async () => {
    expect(await of({ compilerOptions: { rootDir: '.' }, include: ['lib'] })).toBeUndefined();
    expect(await of({ compilerOptions: { rootDir: '.' }, files: ['app.ts'] })).toBe(outside);
    expect(await of({ compilerOptions: { rootDir: '.' }, exclude: ['app.ts'] })).toBeUndefined();
    expect(await of({ compilerOptions: { rootDir: '.' } }, 'web/e2e/a.ts')).toBe(outside);
    expect(await of({ compilerOptions: { rootDir: '.' } }, 'web/e2e/a.ts', { 'web/e2e/tsconfig.json': '{}' })).toBeUndefined();
  });

  it('inherits, and may refer to another project', async () => {
    const base = {
      'tsconfig.base.json': JSON.stringify({ compilerOptions: { composite: true, rootDir: '.' }, include: ['${configDir}/*'] }),
    };
    expect(await of({ extends: '../tsconfig.base.json' }, 'web/app.ts', base)).toBe(unlisted);
    expect(await of({ extends: ['../tsconfig.base'], include: ['../**/*'] }, 'web/app.ts', base)).toBeUndefined();
    expect(await of({ extends: '../tsconfig.base', files: ['../shared/domains.ts'] }, 'web/app.ts', base)).toBeUndefined();
    expect(await of({ extends: '../tsconfig.base', references: [{ path: '../shared' }] }, 'web/app.ts', base)).toBeUndefined();
    expect(await of({ extends: './tsconfig.json', compilerOptions: { rootDir: '.' } })).toBe(outside);
  });
});

describe('a Python distribution', () => {
  const lacks = (manifest: string) => `${manifest} ships it without shared/domains.py`;
  const find = (body: string) => ({ 'pyproject.toml': `[project]\nname = "acme"\n[tool.setuptools.packages.find]\n${body}` });

  it.each([
    ['pyproject.toml', '[tool.setuptools]\npackages = ["auth"]\n'],
    ['pyproject.toml', '[tool.setuptools.packages.find]\ninclude = ["auth*"]\n'],
    ['pyproject.toml', '[tool.setuptools.packages.find]\nexclude = ["shared*"]\n'],
    ['pyproject.toml', '[tool.poetry]\nname = "acme"\npackages = [{ include = "auth" }]\n'],
    ['pyproject.toml', '[tool.poetry]\npackages = [{ include = "**/*" }]\nexclude = ["shared/**"]\n'],
    ['pyproject.toml', '[tool.hatch.build.targets.wheel]\npackages = ["auth"]\n'],
    ['pyproject.toml', '[tool.hatch.build.targets.wheel]\nonly-include = ["auth/main.py"]\n'],
    ['pyproject.toml', '[tool.hatch.build]\ninclude = ["*.py"]\nexclude = ["domains.py"]\n'],
    ['setup.cfg', '[metadata]\nname = acme\n[options]\npackages =\n    auth\n    auth.api\n'],
    ['setup.cfg', '[options]\npackages = find:\n[options.packages.find]\nexclude =\n    shared*\n'],
    ['setup.py', 'from setuptools import setup\nsetup(name="acme", packages=["auth"], py_modules=["tool"])\n'],
    ['setup.py', 'import setuptools\nsetuptools.setup(packages=setuptools.find_packages(exclude=("shared", "shared.*")))\n'],
    ['setup.py', 'from setuptools import setup, find_packages\nsetup(packages=find_packages(include=["auth"]),  # no more\n)\n'],
  ])('lacks what its %s does not name: %j', async (manifest, text) => {
    expect(await unreachable({ [manifest]: text })).toBe(lacks(manifest));
  });

  it('says nothing of files that it does not ship', async () => {
    const files = { 'pyproject.toml': '[tool.setuptools]\npackages = ["auth"]\n' };
    expect(await unreachable(files, 'tools/probe.py')).toBeUndefined();
    expect(await unreachable(files, 'auth/api/deep.py')).toBeUndefined();
    const found = { 'setup.cfg': '[options]\npackages = find:\n[options.packages.find]\nexclude = shared\n' };
    expect(await unreachable(found)).toBe(lacks('setup.cfg'));
    expect(await unreachable(found, 'auth/api/deep.py')).toBeUndefined();
  });

  it.each([
    ['pyproject.toml', '[tool.setuptools]\npackages = ["auth", "shared"]\n'],
    ['pyproject.toml', '[tool.setuptools.packages.find]\nwhere = ["."]\ninclude = ["auth*", "shared*"]\n'],
    ['pyproject.toml', '[tool.setuptools]\npackages = ["auth", "core"]\npackage-dir = { core = "shared" }\n'],
    ['pyproject.toml', '[tool.poetry]\npackages = [{ include = "auth" }, { include = "shared/**/*.py" }]\n'],
    ['pyproject.toml', '[tool.poetry]\npackages = [{ include = "auth" }]\ninclude = ["shared"]\n'],
    ['pyproject.toml', '[tool.hatch.build.targets.wheel]\npackages = ["auth", "shared"]\n'],
    [
      'pyproject.toml',
      '[tool.hatch.build.targets.wheel]\npackages = ["auth"]\n[tool.hatch.build.targets.wheel.force-include]\n"shared" = "shared"\n',
    ],
    ['pyproject.toml', '[project]\nname = "acme"\n'],
    ['pyproject.toml', '[tool.poetry]\npackage-mode = false\npackages = [{ include = "auth" }]\n'],
    ['pyproject.toml', '[tool.setuptools]\npackages = ["auth"]\n[tool.uv]\npackage = false\n'],
    ['pyproject.toml', '[tool.setuptools\n'],
    ['setup.cfg', '[options]\npackages = find:\n'],
    ['setup.cfg', '[options]\npackages = auth, shared\n'],
    ['setup.cfg', '[metadata]\nname = acme\n'],
    ['setup.py', 'from setuptools import setup, find_packages\nsetup(packages=find_packages())\n'],
    ['setup.py', 'from setuptools import setup\nsetup(packages=["auth"] + extra())\n'],
    ['setup.py', 'from setuptools import setup, find_packages\nsetup(packages=find_packages(exclude=IGNORED))\n'],
    ['setup.py', '"""Sets the machine up."""\nprint("setup()")\n'],
  ])('holds, or does not say, what its %s has: %j', async (manifest, text) => {
    expect(await unreachable({ [manifest]: text })).toBeUndefined();
  });

  it('finds packages below a directory', async () => {
    const module = { ...PYTHON, file: 'src/shared/domains.py' };
    const files = { 'src/auth/__init__.py': '', 'src/auth/main.py': '', 'src/shared/x.py': '' };
    const at = (manifest: Readonly<Record<string, string>>) => unreachable({ ...files, ...manifest }, 'src/auth/main.py', module);
    expect(await at(find('where = ["src"]\n'))).toBeUndefined();
    expect(await at(find('where = ["src"]\nnamespaces = false\n'))).toBe('pyproject.toml ships it without src/shared/domains.py');
    const setup = 'from setuptools import setup, find_packages\nsetup(packages=find_packages("src"), package_dir={"": "src"})\n';
    expect(await at({ 'setup.py': setup })).toBe('setup.py ships it without src/shared/domains.py');
    expect(await at({ 'setup.py': setup.replaceAll('find_packages', 'find_namespace_packages') })).toBeUndefined();
    expect(await at({ 'setup.cfg': '[options]\npackages = auth\npackage_dir =\n    = src\n' })).toBe(
      'setup.cfg ships it without src/shared/domains.py',
    );
  });

  it('may need another one of the tree that ships the module', async () => {
    const service = (dependency: string) => ({
      'auth/pyproject.toml': `[project]\nname = "auth"\ndependencies = ["${dependency}"]\n[tool.setuptools]\npackages = ["api"]\n`,
      'auth/api/main.py': '',
      ...find('include = ["shared*"]\n'),
    });
    expect(await unreachable(service('Acme>=1'), 'auth/api/main.py')).toBeUndefined();
    expect(await unreachable(service('requests'), 'auth/api/main.py')).toBe(lacks('auth/pyproject.toml'));
  });
});
