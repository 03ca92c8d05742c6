import { UserError } from '../core/user-error.ts';

/** Seconds that each host is given. */
const DEFAULT = 10;
const LONGEST = 600;

/** What `redomain hosts` is asked to probe; nothing without `--probe`. Throws a UserError for flags that need it, and for what is no time. */
export function probeOf(values: Readonly<Record<string, unknown>>): { readonly probe?: { readonly seconds: number } } {
  if (values.probe !== true) {
    const other = ['timeout', 'check'].find((name) => values[name] !== undefined && values[name] !== false);
    if (other) throw new UserError(`--${other} goes with --probe here`, { hint: 'without it `hosts` connects to nothing' });
    return {};
  }
  const written = [values.timeout ?? DEFAULT].flat().at(-1);
  const seconds = written === '' ? Number.NaN : Number(written);
  if (!(seconds > 0 && seconds <= LONGEST))
    throw new UserError(`--timeout takes seconds, more than 0 and up to ${LONGEST}, not ${JSON.stringify(written)}`);
  return { probe: { seconds } };
}
