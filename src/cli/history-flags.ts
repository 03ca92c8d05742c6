import { UserError } from '../core/user-error.ts';

/** What `redomain hosts` is asked to tell of the past; nothing without `--history`. Throws a UserError for `--since` alone. */
export function historyOf(values: Readonly<Record<string, unknown>>): { readonly history?: { readonly since?: string } } {
  const since = values.since === undefined ? undefined : String([values.since].flat().at(-1));
  if (values.history !== true) {
    if (since === undefined) return {};
    throw new UserError('--since goes with --history here', { hint: 'the hosts themselves are those of the tree as it is' });
  }
  return { history: since === undefined ? {} : { since } };
}
