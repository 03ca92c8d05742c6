import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FILES, git, project, write } from '../../cli-project.ts';
import { redomainProcess } from '../cli-process.ts';

/** Files of a repository that tools run when they read them. */
const SCRIPTS = [
  ...['prettier.config.mjs', '.prettierrc.js', 'eslint.config.js', 'next.config.js', 'vite.config.ts', 'redomain.config.js'],
  ...[
    'babel.config.cjs',
    'jest.config.ts',
    'web/lib/index.js',
    'node_modules/prettier/index.mjs',
    'node_modules/typescript/lib/typescript.js',
  ],
];
const PYTHON = ['setup.py', 'conftest.py', 'sitecustomize.py', 'shared/__init__.py', 'docs/conf.py'];

const CONFIG = `${FILES['redomain.yaml']}  - { file: web/domains.ts, scope: ["web/**/*.{ts,js}"] }\n`;

const COMMANDS = [
  [],
  ['--check', '--cache'],
  ['--check', '--since', 'HEAD~1'],
  ['--check', '--staged'],
  ['--write'],
  ['module'],
  ['module', '--check'],
  ['hosts'],
  ['hosts', '--history'],
  ['undo'],
  ['init', '--yes', '--force', '--apex', 'ex.ai'],
];

/** Notes each attempt to reach the network. */
const WATCH = `
import net from 'node:net';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const note = (what) => appendFileSync(process.env.NETWORK_MARK, what + '\\n');
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...values) { note('connect'); return connect.apply(this, values); };
for (const from of [dns, dns.promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const real = from[name];
    from[name] = (...values) => { note(name); return real(...values); };
  }
syncBuiltinESMExports();
`;

function repository(mark: string): string {
  const root = project({ ...FILES, 'redomain.yaml': CONFIG, 'web/a.ts': "export const u = 'https://api.old.ex.ai/x';\n" });
  for (const path of SCRIPTS)
    write(root, path, `require('fs').appendFileSync(${JSON.stringify(mark)}, ${JSON.stringify(path)});\n`);
  for (const path of PYTHON) write(root, path, `open(${JSON.stringify(mark)}, 'a').write(${JSON.stringify(path)})\n`);
  write(root, 'package.json', '{ "name": "a", "prettier": "./prettier.config.mjs", "scripts": { "prepare": "touch ran" } }\n');
  write(root, 'web/tsconfig.json', '{ "compilerOptions": { "plugins": [{ "name": "./lib/index.js" }] } }\n');
  git(root, 'init', '--quiet');
  git(root, 'add', '--all', '--force');
  git(root, 'commit', '--quiet', '-m', 'first');
  write(root, 'README.md', `${FILES['README.md']}more\n`);
  git(root, 'commit', '--quiet', '--all', '-m', 'second');
  return root;
}

describe('a repository', () => {
  it('has no code of its own run by any command, and makes none connect to a network', { timeout: 120_000 }, async () => {
    const outside = project({ 'watch.mjs': WATCH });
    const [mark, network] = [join(outside, 'ran'), join(outside, 'network')];
    const root = repository(mark);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(outside, 'watch.mjs'))}`, NETWORK_MARK: network };
    for (const command of COMMANDS) {
      const { status, stderr } = await redomainProcess(root, command, { env });
      expect([0, 1], `${command.join(' ')}: ${stderr}`).toContain(status);
    }
    expect(existsSync(join(root, 'ran'))).toBe(false);
    expect(existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe('');
    expect(existsSync(network) ? readFileSync(network, 'utf8') : '').toBe('');
  });

  it('is asked for over the network by hosts --probe alone, which says so', { timeout: 60_000 }, async () => {
    const outside = project({ 'watch.mjs': WATCH });
    const network = join(outside, 'network');
    const root = project(FILES);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(outside, 'watch.mjs'))}`, NETWORK_MARK: network };
    await redomainProcess(root, ['hosts'], { env });
    expect(existsSync(network)).toBe(false);
    await redomainProcess(root, ['hosts', '--probe'], { env });
    expect(readFileSync(network, 'utf8')).not.toBe('');
    rmSync(network);
  });
});
