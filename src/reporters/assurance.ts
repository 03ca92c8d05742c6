import { profileNamed } from '../../transforms/languages.ts';
import { counted, grouped } from '../core/counted.ts';
import type { Report } from '../types/report.ts';

/** How a run was proved, as sentences with code between backticks. */
export function proofOf(report: Report): string[] {
  const { summary, files } = report;
  const referring = files.filter(({ status, imports }) => status === 'changed' && imports.length > 0);
  const typed = [...new Set(referring.map(({ language }) => language))].flatMap((language) => {
    const profile = profileNamed(language);
    return profile?.module?.loadTypeCheck ? [profile.title] : [];
  });
  return [
    'Every changed file was parsed again: with the constants folded in it is, token by token, the original with its hosts replaced, and everything outside the edits is the same, byte for byte.',
    ...typed.map((title) => `${title} files that take a constant were type-checked with the domain modules as they will be.`),
    `Accounted for, each once: ${counted(summary.occurrences, 'occurrence')}, ${grouped(summary.ledger.failed)} of them in files that failed.`,
    'To see it again: `redomain --check` changes nothing and fails when a retired host comes back.',
  ];
}

/** How a run is undone, as a sentence with code between backticks. */
export function undoOf({ command, run, series }: Report): string {
  if (series && series.commits.length > 0)
    return `\`${revertOf(series)}\` takes it back; each commit but the first, which has the domain modules, can be reverted alone.`;
  if (run !== undefined)
    return `\`redomain undo ${run}\` restores every file, byte for byte; after the merge, revert the commit.`;
  return command === 'write'
    ? 'Nothing was written.'
    : 'Nothing is written yet. After `redomain --write`, `redomain undo` restores every file, byte for byte.';
}

/** The command that takes a series of commits back. */
export function revertOf({ base, commits }: NonNullable<Report['series']>): string {
  return `git revert --no-edit ${base.slice(0, 12)}..${(commits.at(-1)?.id ?? base).slice(0, 12)}`;
}
