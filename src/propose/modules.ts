import { moduleKindOf } from '../../transforms/languages.ts';
import { grouped, some } from '../core/counted.ts';
import { isPlainPath } from '../core/plain-path.ts';
import { recordOf } from '../core/records.ts';
import type { Projects } from '../survey/projects.ts';
import type { FileFacts } from '../survey/tally.ts';
import type { ModuleProposal, ProposedModules } from '../types/proposal.ts';

/** How modules are proposed, by the name of the language. */
export type ModuleProposals = ReadonlyMap<string, ModuleProposal>;

/** Paths of modules that hold hosts by their names, and of those that do among others. */
const OF_HOSTS =
  /(?:^|\/)(?:[a-z0-9]+[_.-])?(?:domain|host|url|endpoint|origin)s?(?:[_.-]?(?:config|constants?|settings|registry))?\.\w+$/i;
const OF_CONSTANTS = /(?:^|\/)(?:[a-z0-9]+[_-])?(?:config|constants?|settings)(?:\/(?:index|__init__))?\.\w+$/i;
const TESTS = /(?:^|\/)(?:tests?|__tests__|e2e|spec)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*$/;

/** Where domain modules would stand in a tree, by the files that name its hosts. */
export function proposeModules(
  listed: readonly string[],
  naming: readonly FileFacts[],
  { packages }: Projects,
  proposals: ModuleProposals,
): ProposedModules {
  const live = naming.filter(({ path: file }) => recordOf(file) === undefined);
  const all = [...proposals.values()].map((proposal) => proposal.modulesFor(live, { listed, packages }));
  return {
    modules: all.flatMap(({ modules }) => modules),
    notes: [...all.flatMap(({ notes }) => notes), ...existing(live, proposals)],
  };
}

/** The language of a file that can be a domain module and holds code. */
function languageOf(file: string): string | undefined {
  const kind = moduleKindOf(file);
  return kind && 'language' in kind ? kind.language : undefined;
}

/** A file with the import that does not follow from its path. */
function sourceOf(file: string, proposals: ModuleProposals): string {
  const specifier = proposals.get(languageOf(file)!)?.importOf?.(file);
  return specifier === undefined ? file : `${file}, import: ${specifier}`;
}

/** Modules of constants that stand there already. */
function existing(live: readonly FileFacts[], proposals: ModuleProposals): string[] {
  const found = live
    .filter(
      ({ path: file, occurrences, hosts }) =>
        occurrences >= 3 && languageOf(file) !== undefined && (OF_HOSTS.test(file) || (hosts > 1 && OF_CONSTANTS.test(file))),
    )
    .filter(({ path: file }) => !TESTS.test(file) && isPlainPath(file))
    .sort((a, b) => b.occurrences - a.occurrences);
  if (found.length === 0) return [];
  const shown = found.map(({ path: file, occurrences }) => `${file} (${grouped(occurrences)})`);
  return [
    `${some(shown, 3)} ${found.length === 1 ? 'looks like a module' : 'look like modules'} of their constants already. Where such a file is to be the domain module, write { file: ${sourceOf(found[0]!.path, proposals)}, adopt: true } in place of a new one`,
  ];
}
