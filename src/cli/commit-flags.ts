import { UserError } from '../core/user-error.ts';
import type { CommitRequest } from '../series/open.ts';
import type { Values } from './plain-words.ts';

/** What `--commit`, `--verify` and `--force` ask for. Throws UserError for a grouping that there is not, and for an empty command. */
export function commitOf({ commit, verify, force }: Values): { readonly commit?: CommitRequest } {
  if (commit === undefined) return {};
  const by = groupingOf([commit].flat().map(String).at(-1)!);
  const command = verify === undefined ? undefined : [verify].flat().map(String).at(-1)!;
  if (command?.trim() === '')
    throw new UserError('--verify takes a command, not an empty one', { hint: 'such as --verify "npm test"' });
  return { commit: { by, force: force === true, ...(command === undefined ? {} : { verify: command }) } };
}

function groupingOf(word: string): CommitRequest['by'] {
  if (word === 'service' || word === 'directory' || word === 'language') return word;
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw new UserError(`--commit takes service, directory, language or a number of files, not ${JSON.stringify(word)}`, {
    hint: 'such as --commit directory, or --commit 100',
  });
}
