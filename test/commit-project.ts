import { git, project, redomain } from './cli-project.ts';

const SERVICES = `apex: [ex.ai]
environments:
  staging:
    backend:
      host: new.ex.ai
      retired: [api.old.ex.ai]
    auth:
      host: login.ex.ai
      retired: [auth.old.ex.ai]
rename:
  "*.gone.ex.ai": "*.ex.ai"
modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["app/**/*.py"] }
`;

/** Two services, a rename, three languages, and files that name more than one host. */
export const SEVERAL: Readonly<Record<string, string>> = {
  'redomain.yaml': SERVICES,
  'shared/__init__.py': '',
  'app/__init__.py': '',
  'app/settings.py': 'TIMEOUT = 5\n',
  'app/client.py': 'from app.settings import TIMEOUT\n\nURL = "https://api.old.ex.ai/health"\n',
  'app/login.py':
    'from app.settings import TIMEOUT\n\nA = "https://auth.old.ex.ai/a"\nB = "https://auth.old.ex.ai/b"\nC = "https://api.old.ex.ai/c"\n',
  'web/links.md': 'See https://auth.old.ex.ai/docs and https://cdn.gone.ex.ai/a.\n',
  'web/cdn.ts': 'export const CDN = "https://cdn.gone.ex.ai/x.js";\n',
  'README.md': 'See https://api.old.ex.ai/docs.\n',
};

/** A repository with these files in its first commit, by somebody that git knows. */
export function repository(files: Readonly<Record<string, string>> = SEVERAL): string {
  const root = project(files);
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'config', 'user.name', 'n');
  git(root, 'config', 'user.email', 'n@ex.ai');
  git(root, 'config', 'commit.gpgsign', 'false');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'first');
  return root;
}

/** The subjects of the commits since the first, oldest first. */
export function subjects(root: string): string[] {
  return git(root, 'log', '--reverse', '--format=%s').trim().split('\n').slice(1);
}

/** The files of each commit since the first, oldest first. */
export function filesOfCommits(root: string): string[][] {
  const log = git(root, 'log', '--reverse', '--name-only', '--format=%x00');
  return log
    .split('\0')
    .slice(2)
    .map((names) => names.trim().split('\n'));
}

/** What is not committed, as git says it in short. */
export function leftUncommitted(root: string): string {
  return git(root, 'status', '--porcelain');
}

/** Runs `redomain --write --commit …`, without the diff. */
export function series(root: string, ...args: string[]) {
  return redomain(root, ['--write', '--no-diff', ...args]);
}

/** The tree that one `--write` makes of the same files. */
export async function writtenAtOnce(files: Readonly<Record<string, string>>): Promise<string> {
  const root = repository(files);
  await redomain(root, ['--write', '--quiet']);
  git(root, 'add', '-A');
  return git(root, 'write-tree').trim();
}

/** The tree of the last commit. */
export function treeOf(root: string): string {
  return git(root, 'rev-parse', 'HEAD^{tree}').trim();
}
