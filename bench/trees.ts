import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateTree } from './generate.ts';

export const REDOMAIN = new URL('../dist/bin/cli.js', import.meta.url).pathname;

/** The trees that the rows are measured on, each a git repository with everything committed. */
export interface Trees {
  /** As it was, with a configuration. */
  readonly before: string;
  /** The same, migrated. */
  readonly migrated: string;
  /** Nothing but a configuration. */
  readonly empty: string;
  /** 5,000 generated TypeScript files with one host each. */
  readonly typescript: string;
  /** What every governed host holds: what grep looks for. */
  readonly stem: string;
  /** The Python files that the migration changes. */
  readonly python: readonly string[];
  /** A host that is retired, for a change that brings it back. */
  readonly retired: string;
}

/** Where the trees come from: a repository of one's own with its configuration, or generated files. */
export interface Source {
  readonly tree?: string;
  readonly config?: string;
  readonly files: number;
}

/** Makes the trees below `work`. What stands at `source.tree` is copied, and stays as it is. */
export function makeTrees(work: string, { tree, config, files }: Source): Trees {
  const trees = { before: join(work, 'before'), migrated: join(work, 'migrated'), empty: join(work, 'empty') };
  const known = tree === undefined ? generateTree(trees.before, { files }).occurrences : undefined;
  if (tree !== undefined) {
    cpSync(tree, trees.before, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== join(tree, '.git') });
    if (config !== undefined) cpSync(config, join(trees.before, 'redomain.yaml'));
  }
  commitAll(trees.before);
  const report = planOf(trees.before, known);
  cpSync(trees.before, trees.migrated, { recursive: true, verbatimSymlinks: true });
  migrate(trees.migrated);
  const [stem] = report.policy.apex[0]!.split('.').toSorted((a, b) => b.length - a.length);
  const retired = report.policy.entries.map(({ from }) => from.host).find((host) => !host.includes('*'))!;
  makeEmpty(trees.empty, join(trees.before, 'redomain.yaml'));
  const typescript = join(work, 'typescript');
  generateTree(typescript, { files: 5000, hitEvery: 1, languages: ['typescript'] });
  commitAll(typescript);
  const python = report.files.filter(({ path, status }) => status === 'changed' && path.endsWith('.py')).map(({ path }) => path);
  return { ...trees, typescript, stem: stem!, retired, python };
}

/** The plan of a tree. Throws where it counts others than the occurrences that are known. */
export function planOf(root: string, known?: number): PlanReport {
  const report = JSON.parse(redomain(root, ['--no-diff', '--format', 'json'])) as PlanReport;
  const { occurrences } = report.summary;
  if (known !== undefined && occurrences !== known) throw new Error(`${root}: ${occurrences} occurrences counted of ${known}`);
  return report;
}

/** Writes what redomain plans, and commits it. */
export function migrate(root: string): void {
  redomain(root, ['--write', '--no-diff', '--quiet']);
  rmSync(join(root, '.redomain'), { recursive: true, force: true });
  commitAll(root);
}

interface PlanReport {
  readonly summary: { readonly occurrences: number };
  readonly files: readonly { readonly path: string; readonly status: string }[];
  readonly policy: {
    readonly apex: readonly string[];
    readonly entries: readonly { readonly from: { readonly host: string } }[];
  };
}

/** Adds a commit that names a retired host in a Python file again, as a branch of last week does. */
export function bringBack({ migrated, retired }: Trees): void {
  mkdirSync(join(migrated, 'shared'), { recursive: true });
  writeFileSync(join(migrated, 'shared', 'relapse.py'), `RELAPSE = "https://${retired}/health"\n`);
  // What earlier rows kept in .redomain is no part of the change.
  rmSync(join(migrated, '.redomain'), { recursive: true, force: true });
  commitAll(migrated);
}

function makeEmpty(root: string, config: string): void {
  mkdirSync(root);
  cpSync(config, join(root, 'redomain.yaml'));
  commitAll(root);
}

/** Among them: nothing that git would begin in the background when a commit is done, beside what is measured. */
const SETTINGS = ['core.autocrlf=false', 'commit.gpgsign=false', 'gc.auto=0', 'maintenance.auto=false'].flatMap((one) => [
  '-c',
  one,
]);

export function commitAll(root: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', root, ...SETTINGS, ...args], { stdio: 'ignore' });
  };
  if (!existsSync(join(root, '.git'))) git('init', '--quiet');
  git('add', '--all', '--force');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.ai', 'commit', '--quiet', '--message', 'bench');
}

/** What redomain prints; its exit code may say that something is left. */
function redomain(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [REDOMAIN, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}
