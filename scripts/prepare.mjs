// Builds the package where it is installed from git. For a global installation, such as that of a pre-commit hook, npm calls this without the
// dependencies in place (npm/cli#8440); then they are installed first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function npm(...words) {
  const { npm_config_global, npm_config_location, npm_config_prefix, ...env } = process.env;
  const { status } = spawnSync('npm', words, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/typescript')) npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
npm('run', '--silent', 'build');
