import path from 'node:path';
import { grouped } from '../core/counted.ts';
import { literally, recordOf } from '../core/records.ts';
import type { Projects } from '../survey/projects.ts';
import type { FileFacts } from '../survey/tally.ts';
import { filesOf, isPlainPath, some } from './evidence.ts';
import type { ProposedModule } from './proposal.ts';

/** Modules, and what is to be said beside them. */
export interface ProposedModules {
  readonly modules: readonly ProposedModule[];
  readonly notes: readonly string[];
}

const SHARED = ['shared', 'common', 'core', 'config', 'settings', 'lib'];
const NOT_FOR_ALL = /^(?:tests?|testing|scripts?|docs?|examples?|tools?|migrations|alembic|benchmarks?)$/;
const STEMS = ['domains', 'domain_hosts', 'redomain_hosts'];
/** Packages that get a module: at most so many, each with so many files, and such a share of those of the first. */
const PACKAGES = 5;
const FILES = 3;
const SHARE = 0.1;
/** Paths of modules that hold hosts by their names, and of those that do among others. */
const OF_HOSTS =
  /(?:^|\/)(?:[a-z0-9]+[_.-])?(?:domain|host|url|endpoint|origin)s?(?:[_.-]?(?:config|constants?|settings|registry))?\.(?:py|[cm]?[jt]s)$/i;
const OF_CONSTANTS = /(?:^|\/)(?:[a-z0-9]+[_-])?(?:config|constants?|settings)(?:\/(?:index|__init__))?\.(?:py|[cm]?[jt]s)$/i;
const TESTS = /(?:^|\/)(?:tests?|__tests__|e2e|spec)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*$/;

/** Where domain modules would stand in a tree, by the files that name its hosts. */
export function proposeModules(listed: readonly string[], naming: readonly FileFacts[], projects: Projects): ProposedModules {
  const live = naming.filter(({ path: file }) => recordOf(file) === undefined);
  const python = live.filter(({ path: file }) => file.endsWith('.py'));
  const script = live.filter(({ path: file }) => /(?<!\.d)\.[cm]?tsx?$|\.[cm]?jsx?$/.test(file));
  const typescript = scriptModules(listed, script, projects);
  return {
    modules: [...(python.length > 0 ? [pythonModule(listed, python)] : []), ...typescript.modules],
    notes: [...typescript.notes, ...existing(live)],
  };
}

function pythonModule(listed: readonly string[], naming: readonly FileFacts[]): ProposedModule {
  const files = new Set(listed);
  const packages = packagesIn(listed).sort((a, b) => rank(b, naming) - rank(a, naming) || (a < b ? -1 : 1));
  const home =
    SHARED.flatMap((name) => packages.filter((directory) => path.posix.basename(directory) === name))[0] ?? packages[0];
  const file = free(files, home ?? '', '.py');
  const source = home?.startsWith('src/') ?? false;
  const where =
    home === undefined
      ? 'the root has no package that it could stand in'
      : `${path.posix.basename(home)} is a package ${source ? 'in src' : 'at the root'}`;
  return { file, import: specifierOf(file), why: `${filesOf(naming.length, 'Python')} with these hosts; ${where}` };
}

/** Packages of Python at the root or in `src`, for all of the project. */
function packagesIn(listed: readonly string[]): string[] {
  return listed.flatMap((file) => {
    const directory = /^((?:src\/)?[A-Za-z_]\w*)\/__init__\.py$/.exec(file)?.[1];
    return directory === undefined || NOT_FOR_ALL.test(path.posix.basename(directory)) || directory === 'src' ? [] : [directory];
  });
}

function rank(directory: string, naming: readonly FileFacts[]): number {
  return naming.filter(({ path: file }) => file.startsWith(`${directory}/`)).length;
}

function scriptModules(listed: readonly string[], naming: readonly FileFacts[], projects: Projects): ProposedModules {
  const roots = new Set(listed.filter((file) => /(?:^|\/)tsconfig\.json$/.test(file)).map(directoryOf));
  for (const directory of projects.packages.keys()) roots.add(directory);
  if (roots.size === 0) roots.add('');
  const byRoot = new Map<string, FileFacts[]>();
  for (const facts of naming) {
    const root = rootOf(facts.path, roots);
    if (root !== undefined && isPlainPath(root)) byRoot.set(root, [...(byRoot.get(root) ?? []), facts]);
  }
  const files = new Set(listed);
  const modules: ProposedModule[] = [];
  const notes: string[] = [];
  const most = [...byRoot].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const enough = most
    .filter(
      ([, members], index) =>
        index === 0 || (members.length >= Math.min(FILES, most[0]![1].length) && members.length >= most[0]![1].length * SHARE),
    )
    .slice(0, PACKAGES);
  for (const [root, members] of enough) {
    const typed = members.filter(({ path: file }) => /\.[cm]?tsx?$/.test(file));
    const shown = root === '' ? 'the root' : root;
    const requiring = members.filter(({ requires }) => requires).length;
    const isCommon = typed.length === 0 && projects.packages.get(root) !== true && requiring * 2 > members.length;
    const [extension, globs] =
      typed.length > 0 ? ['.ts', '**/*.{ts,tsx}'] : isCommon ? ['.cjs', '**/*.{js,cjs}'] : ['.js', '**/*.{js,jsx,mjs}'];
    const prefix = root === '' ? '' : `${root}/`;
    const tsconfig = files.has(`${prefix}tsconfig.json`) ? `; imported as ${prefix}tsconfig.json has it` : '';
    const common = isCommon ? `; ${requiring === members.length ? 'they' : `${grouped(requiring)} of them`} use require` : '';
    modules.push({
      file: free(files, folderIn(listed, root), extension!),
      ...(root === '' ? {} : { scope: [literally(prefix) + globs] }),
      why: `${filesOf(typed.length || members.length)} with these hosts below ${shown}${tsconfig}${common}`,
    });
  }
  const rest = most.slice(enough.length).map(([root, { length }]) => `${root || 'the root'} (${grouped(length)})`);
  if (rest.length > 0)
    notes.push(
      `files of these packages name the hosts as well; without a module of their own they get literals in place of constants: ${some(rest, 5)}`,
    );
  // The first module whose scope holds a file serves it: what is nested comes first.
  return { modules: modules.sort((a, b) => b.file.split('/').length - a.file.split('/').length), notes };
}

function directoryOf(file: string): string {
  return path.posix.dirname(`/${file}`).slice(1);
}

/** The nearest directory above a file that is one of `roots`. */
function rootOf(file: string, roots: ReadonlySet<string>): string | undefined {
  for (let directory = directoryOf(file); ; directory = directoryOf(directory)) {
    if (roots.has(directory)) return directory;
    if (directory === '') return undefined;
  }
}

/** The folder of a package where others keep what all of it uses. */
function folderIn(listed: readonly string[], root: string): string {
  const prefix = root === '' ? '' : `${root}/`;
  const found = ['src/lib', 'lib', 'src/config', 'config', 'src'].find((folder) =>
    listed.some((file) => file.startsWith(`${prefix}${folder}/`)),
  );
  return found === undefined ? root : `${prefix}${found}`;
}

/** A file that does not exist yet. */
function free(files: ReadonlySet<string>, directory: string, extension: string): string {
  const prefix = directory === '' ? '' : `${directory}/`;
  const stem = STEMS.find((name) => !files.has(`${prefix}${name}${extension}`)) ?? STEMS[0]!;
  return `${prefix}${stem}${extension}`;
}

/** A file with the import that does not follow from its path. */
function sourceOf(file: string): string {
  return /^src\/.*\.py$/.test(file) ? `${file}, import: ${specifierOf(file)}` : file;
}

/** The name by which Python imports a file of the root, or of `src`. */
function specifierOf(file: string): string {
  return file
    .replace(/^src\//, '')
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}

/** Modules of constants that stand there already. */
function existing(live: readonly FileFacts[]): string[] {
  const found = live
    .filter(
      ({ path: file, occurrences, hosts }) => occurrences >= 3 && (OF_HOSTS.test(file) || (hosts > 1 && OF_CONSTANTS.test(file))),
    )
    .filter(({ path: file }) => !TESTS.test(file) && isPlainPath(file))
    .sort((a, b) => b.occurrences - a.occurrences);
  if (found.length === 0) return [];
  const shown = found.map(({ path: file, occurrences }) => `${file} (${grouped(occurrences)})`);
  return [
    `${some(shown, 3)} ${found.length === 1 ? 'looks like a module' : 'look like modules'} of their constants already. Where such a file is to be the domain module, write { file: ${sourceOf(found[0]!.path)}, adopt: true } in place of a new one`,
  ];
}
