import { posix } from 'node:path';
import { filesOf, grouped, some } from '../../src/core/counted.ts';
import { freeModule } from '../../src/core/free-module.ts';
import { isPlainPath } from '../../src/core/plain-path.ts';
import { literally } from '../../src/core/records.ts';
import type { ModuleProposal, NamingFile, ProposedModule, ProposedModules, SurveyedTree } from '../../src/types/proposal.ts';

/** Packages that get a module: at most so many, each with so many files, and such a share of those of the first. */
const PACKAGES = 5;
const FILES = 3;
const SHARE = 0.1;

/** A module for each package that names hosts in more than a few files. */
export const proposal: ModuleProposal = { modulesFor };

function modulesFor(all: readonly NamingFile[], { listed, packages }: SurveyedTree): ProposedModules {
  const naming = all.filter(({ path }) => /(?<!\.d)\.[cm]?tsx?$|\.[cm]?jsx?$/.test(path));
  const roots = new Set(listed.filter((file) => /(?:^|\/)tsconfig\.json$/.test(file)).map(directoryOf));
  for (const directory of packages.keys()) roots.add(directory);
  if (roots.size === 0) roots.add('');
  const byRoot = new Map<string, NamingFile[]>();
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
    const isCommon = typed.length === 0 && packages.get(root) !== true && requiring * 2 > members.length;
    const [extension, globs] =
      typed.length > 0 ? ['.ts', '**/*.{ts,tsx}'] : isCommon ? ['.cjs', '**/*.{js,cjs}'] : ['.js', '**/*.{js,jsx,mjs}'];
    const prefix = root === '' ? '' : `${root}/`;
    const tsconfig = files.has(`${prefix}tsconfig.json`) ? `; imported as ${prefix}tsconfig.json has it` : '';
    const common = isCommon ? `; ${requiring === members.length ? 'they' : `${grouped(requiring)} of them`} use require` : '';
    modules.push({
      file: freeModule(files, folderIn(listed, root), extension!),
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
  return posix.dirname(`/${file}`).slice(1);
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
