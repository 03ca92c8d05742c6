import { UserError } from '../core/user-error.ts';
import type { FlagName } from './flags.ts';

/** Throws a UserError for flags that do not go together, or only with another one. */
export function refuseTogether(values: Readonly<Record<string, unknown>>): void {
  const given = (...names: FlagName[]): FlagName[] =>
    names.filter((name) => values[name] !== undefined && values[name] !== false);
  const [one, other] = given('since', 'staged', 'files-from');
  if (other) throw new UserError(`--${one} and --${other} exclude each other`, { hint: 'each says which files to look at' });
  if (one === 'files-from' && (values.paths as unknown[] | undefined)?.length)
    throw new UserError('--files-from goes without paths', { hint: 'put them into the list' });
  if (values.staged && values.write)
    throw new UserError('--staged and --write exclude each other', { hint: 'the index is only read' });
  const [baseline] = given('baseline', 'update-baseline');
  if (baseline && !values.check)
    throw new UserError(`--${baseline} goes with --check`, { hint: 'a baseline says what a check lets pass' });
  const [part] = given('since', 'staged');
  if (part && values['update-baseline'])
    throw new UserError(`--update-baseline and --${part} exclude each other`, {
      hint: 'a baseline is of whole files, as they are in the work tree',
    });
  if (values.commit !== undefined && !values.write)
    throw new UserError('--commit goes with --write', { hint: 'without --write nothing is changed: redomain --write --commit' });
  if (values.interactive) refuseWithInteractive(values, given('commit', 'cache', 'quiet'));
  const [series] = given('verify', 'force');
  if (series && values.commit === undefined)
    throw new UserError(`--${series} goes with --commit`, { hint: 'such as `redomain --write --commit service`' });
  if (values.shard !== undefined) refuseWithShard(values, one);
}

const SILENT: Readonly<Partial<Record<FlagName, string>>> = {
  commit: 'choose and write first, then commit with git',
  cache: 'a run that asks looks at every file',
  quiet: 'a run that asks has something to say',
};

function refuseWithInteractive({ write, format }: Readonly<Record<string, unknown>>, others: readonly FlagName[]): void {
  if (!write)
    throw new UserError('--interactive goes with --write', {
      hint: 'without --write nothing is changed: redomain --write --interactive',
    });
  const [other] = others;
  if (other) throw new UserError(`--interactive and --${other} exclude each other`, { hint: SILENT[other]! });
  if (format !== 'text')
    throw new UserError(`--interactive goes with --format text, not ${format}`, {
      hint: 'a later run without it gives any format',
    });
}

function refuseWithShard(values: Readonly<Record<string, unknown>>, selecting: FlagName | undefined): void {
  if (values.write) throw new UserError('--shard and --write exclude each other', { hint: 'write the whole plan at once' });
  if (values['update-baseline'])
    throw new UserError('--shard and --update-baseline exclude each other', {
      hint: 'a baseline is written by one run of all files',
    });
  if (selecting)
    throw new UserError(`--shard and --${selecting} exclude each other`, { hint: 'what changed is quick to check in one run' });
}
