import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Outcome, runInProcess, type Variables } from './in-process.ts';

export type { Outcome };

/** Runs the command line from source in a directory, without a terminal and without `NO_COLOR` and `CI`. Exit code, stdout and stderr are those of a process. */
export function redomain(cwd: string, args: readonly string[], options: { readonly env?: Variables } = {}): Promise<Outcome> {
  return runInProcess(cwd, args, { NO_COLOR: '', CI: '', ...options.env });
}

/** A new directory with these files; `setup.ts` removes it after the tests of the file. */
export function project(files: Readonly<Record<string, string | Buffer>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'redomain-cli-')));
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return root;
}

/** Runs git in a directory as somebody; gives what it prints. */
export function git(root: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@ex.ai', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** Writes a file of a project, and the directories above it. */
export function write(root: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Every file below a directory with its text, the journal left out. */
export function textsOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/^\.(?:git|redomain)(?:\/|$)/.test(path) && statSync(join(root, path)).isFile())
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

export const CONFIG = `apex: [ex.ai]
environments:
  staging:
    backend:
      host: new.ex.ai
      retired: [api.old.ex.ai]
modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["app/**/*.py"] }
`;

/** A small repository: one reference, two literals, one occurrence for review, one that is kept. */
export const FILES: Readonly<Record<string, string>> = {
  'redomain.yaml': CONFIG,
  'shared/__init__.py': '',
  'app/__init__.py': '',
  'app/client.py': 'from app.settings import TIMEOUT\n\nURL = "https://api.old.ex.ai/health"\n',
  'app/settings.py': 'TIMEOUT = 5\n',
  'app/links.py': 'import re\n\nLINK = re.compile(r"https://api\\.old\\.ex\\.ai/.*")\n',
  'README.md': 'See https://api.old.ex.ai/docs, or write to ops@api.old.ex.ai.\n',
  'compose.yaml': 'services:\n  web:\n    environment:\n      API_URL: https://api.old.ex.ai\n',
};

/** The same without what is for review or kept: a run leaves nothing. */
export const CLEAN: Readonly<Record<string, string>> = {
  ...FILES,
  'app/links.py': '',
  'README.md': 'See https://api.old.ex.ai/docs.\n',
};
