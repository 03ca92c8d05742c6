import { groupBy } from '../core/group-by.ts';
import { withoutScheme } from '../core/show-address.ts';
import type { HostRow, Report } from '../types/report.ts';

/** From which hosts the tree moves to which, with how much of it. */
export interface Move {
  readonly from: readonly string[];
  /** The canonical address; absent for a rename. */
  readonly to?: string;
  readonly service?: string;
  readonly occurrences: number;
}

/** Where the retired hosts that were found go, the most frequent first. */
export function movesOf({ hosts, policy }: Report): Move[] {
  const retired = hosts.filter(({ state }) => state === 'retired');
  return [...groupBy(retired, ({ service }) => service)]
    .map(([key, rows]): Move => {
      const service = policy.services.find((candidate) => candidate.key === key);
      const from = rows.map(({ host }) => host);
      return {
        from,
        ...(key === undefined ? {} : { service: key }),
        ...(service ? { to: withoutScheme(service.canonical) } : {}),
        occurrences: total(rows),
      };
    })
    .sort((a, b) => b.occurrences - a.occurrences);
}

function total(rows: readonly HostRow[]): number {
  return rows.reduce((sum, { occurrences }) => sum + occurrences, 0);
}
