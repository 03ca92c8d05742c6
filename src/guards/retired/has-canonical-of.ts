import type { Canonicals, Occurrence } from '../../core/occurrence.ts';

/** Whether the canonical host that the retired `occurrence` would become is among others. */
export function hasCanonicalOf({ standing }: Occurrence, { hosts, services }: Canonicals): boolean {
  return standing.state === 'retired' && (hosts.has(standing.to.host) || services.has(standing.service));
}
