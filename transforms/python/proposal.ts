import { posix } from 'node:path';
import { filesOf } from '../../src/core/counted.ts';
import { freeModule } from '../../src/core/free-module.ts';
import type { ModuleProposal, NamingFile, ProposedModule } from '../../src/types/proposal.ts';

const SHARED = ['shared', 'common', 'core', 'config', 'settings', 'lib'];
const NOT_FOR_ALL = /^(?:tests?|testing|scripts?|docs?|examples?|tools?|migrations|alembic|benchmarks?)$/;

/** One module for all, in the package that is made for that, or where most of the hosts are. */
export const proposal: ModuleProposal = {
  modulesFor(naming, { listed }) {
    const own = naming.filter(({ path }) => path.endsWith('.py'));
    return { modules: own.length > 0 ? [moduleFor(listed, own)] : [], notes: [] };
  },
  importOf: (file) => (/^src\/.*\.py$/.test(file) ? specifierOf(file) : undefined),
};

function moduleFor(listed: readonly string[], naming: readonly NamingFile[]): ProposedModule {
  const files = new Set(listed);
  const packages = packagesIn(listed).sort((a, b) => rank(b, naming) - rank(a, naming) || (a < b ? -1 : 1));
  const home = SHARED.flatMap((name) => packages.filter((directory) => posix.basename(directory) === name))[0] ?? packages[0];
  const file = freeModule(files, home ?? '', '.py');
  const source = home?.startsWith('src/') ?? false;
  const where =
    home === undefined
      ? 'the root has no package that it could stand in'
      : `${posix.basename(home)} is a package ${source ? 'in src' : 'at the root'}`;
  return { file, import: specifierOf(file), why: `${filesOf(naming.length, 'Python')} with these hosts; ${where}` };
}

/** Packages at the root or in `src`, for all of the project. */
function packagesIn(listed: readonly string[]): string[] {
  return listed.flatMap((file) => {
    const directory = /^((?:src\/)?[A-Za-z_]\w*)\/__init__\.py$/.exec(file)?.[1];
    return directory === undefined || NOT_FOR_ALL.test(posix.basename(directory)) || directory === 'src' ? [] : [directory];
  });
}

function rank(directory: string, naming: readonly NamingFile[]): number {
  return naming.filter(({ path: file }) => file.startsWith(`${directory}/`)).length;
}

/** The name by which a file is imported, one of the root, or of `src`. */
function specifierOf(file: string): string {
  return file
    .replace(/^src\//, '')
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
