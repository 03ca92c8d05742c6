import { parseAccessPath } from '../core/access-path.ts';
import type { Adopt, Binding } from '../types/policy.ts';
import type { Path } from './locate.ts';
import { nearest } from './nearest.ts';
import { type Problems, show } from './problems.ts';
import type { ModuleConfiguration } from './schema.ts';

/** What a module entry says of a file that is the team's own; undefined for one that redomain writes. */
export function adoptionOf(
  { adopt, symbols }: ModuleConfiguration,
  values: readonly Binding[],
  at: Path,
  problems: Problems,
): Adopt | undefined {
  if (!adopt) {
    if (symbols) problems.add([...at, 'symbols'], 'are for a module of your own; add adopt: true, or leave the key out', 'key');
    return undefined;
  }
  const keys = values.map(({ service, part }) => `${service}.${part}`);
  for (const [key, expression] of Object.entries(symbols ?? {})) {
    const path = [...at, 'symbols', key];
    if (!keys.includes(key)) {
      const near = nearest(key, keys);
      problems.add(
        path,
        `is no value of a service; ${near ? `did you mean ${near}?` : `write e.g. ${keys[0] ?? 'staging.backend.url'}`}`,
        'key',
      );
    }
    if (!parseAccessPath(expression))
      problems.add(
        path,
        `${show(expression)} is no name with keys; write e.g. DOMAINS["BACKEND_URL"] or DOMAINS.staging.backend`,
      );
  }
  return { values, symbols: symbols ?? {} };
}
