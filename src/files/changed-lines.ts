import { UserError } from '../core/user-error.ts';
import { type Changes, changesIn, WHOLE } from './diff-output.ts';
import { failureOf, refuseForeign, run } from './git.ts';
import { type GitAnswer, untrackedIn } from './git-files.ts';

/**
 * Every option is given that a setting could change: of the names, the hunks, the form. The order of files is no matter, but a file of it that
 * does not exist stops git.
 */
const DIFF = [
  ...['diff', '--patch', '--unified=0', '--inter-hunk-context=0', '--text', '--find-renames=50%', '-l1000', '--relative'],
  ...['--diff-algorithm=default', '--indent-heuristic'],
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all', '--submodule=short', '--irreversible-delete'],
  ...['--src-prefix=a/', '--dst-prefix=b/', '-O/dev/null'],
];

/**
 * How the work tree differs from where HEAD left the history of `ref`: the lines that are not as they were, and the files that are gone; of an
 * untracked file, all lines. `asked`: what git says of the tree. Throws UserError for what git does not know.
 */
export async function changedLines(root: string, ref: string, asked: Promise<GitAnswer | undefined>): Promise<Changes> {
  const base = await run(root, ['merge-base', '--end-of-options', ref, 'HEAD']);
  if (!base || /not a git repository/i.test(base.words))
    throw new UserError('--since needs git and a git work tree', { location: root });
  refuseForeign(root, base.words);
  if (base.code !== 0) throw unknownRef(ref, base.words);
  const commit = base.output.toString('utf8').trim();
  const [diff, answer] = await Promise.all([run(root, [...DIFF, commit, '--', '.']), asked]);
  if (diff?.code !== 0) {
    const hint = `\`git diff ${commit} > ${process.platform === 'win32' ? 'NUL' : '/dev/null'}\` brings those that it needs`;
    throw failureOf(root, `git cannot compare with ${ref}`, diff?.words ?? '', hint);
  }
  const { lines, deleted, renamed } = changesIn(diff.output);
  const untracked = answer ? untrackedIn(answer) : [];
  const all = new Map([...lines, ...untracked.map((path) => [path, [WHOLE]] as const)]);
  return { lines: all, deleted: new Set([...deleted].filter((path) => !all.has(path))), renamed };
}

function unknownRef(ref: string, words: string): UserError {
  const isUnknown = /not a valid|unknown revision|bad revision|ambiguous/i.test(words);
  const message = isUnknown ? `git knows no commit ${ref}` : `${ref} and HEAD have no commit in common`;
  return new UserError(message, { hint: 'fetch it first; a shallow clone lacks history (actions/checkout: `fetch-depth: 0`)' });
}
