import { type SpawnOptions, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../in-process.ts';

/** The path of the built command line. */
export const builtCli = fileURLToPath(new URL('../../dist/bin/cli.js', import.meta.url));

/** Runs the built command line (or `cli`, a copy of it) in a process of its own and in a directory, without a terminal: what signals, limits, locks, users and start-up need. */
export function redomainProcess(
  cwd: string,
  args: readonly string[],
  { cli = builtCli, ...options }: SpawnOptions & { readonly cli?: string } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [cli, ...args], {
    timeout: 30_000,
    ...options,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '', CI: '', ...options.env },
  });
  const outcome = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]!.setEncoding('utf8').on('data', (text: string) => {
      outcome[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...outcome }));
  });
}

/** Copies the built command line to below a directory, without the compiled code that the build left; gives its path. */
export function copyBuiltCli(root: string): string {
  const bin = join(root, 'dist/bin');
  cpSync(dirname(builtCli), bin, { recursive: true, filter: (path) => !path.includes('.code') });
  cpSync(join(dirname(builtCli), '../../package.json'), join(root, 'package.json'));
  return join(bin, 'cli.js');
}
