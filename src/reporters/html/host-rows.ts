import { groupBy } from '../../core/group-by.ts';
import type { Inventory } from '../../types/inventory.ts';
import type { HostRow, Place } from '../../types/report.ts';
import { type Markup, markup } from './markup.ts';

/** A host of the inventory, with what it stands under. */
export interface GroupedHost {
  readonly row: HostRow;
  /** Its service; `rename` where the configuration only renames it, `unknown` where it says nothing; without a configuration, its domain. */
  readonly group: string;
}

/** States that only the configuration gives. */
const NAMED: ReadonlySet<HostRow['state']> = new Set(['retired', 'canonical']);

/** Hosts that the page lists. */
const MOST = 1000;

/** The hosts of an inventory, most occurrences first, and how many there are no rows for. */
export function hostRows({ hosts, domains }: Inventory): { readonly rows: readonly GroupedHost[]; readonly omitted: number } {
  const governed = hosts?.map((row) => ({ row, group: row.service ?? (NAMED.has(row.state) ? 'rename' : 'unknown') }));
  const found = domains?.flatMap((domain) => domain.hosts.map((row) => ({ row, group: domain.domain })));
  const all = [...(governed ?? found ?? [])].sort((a, b) => b.row.occurrences - a.row.occurrences);
  return { rows: all.slice(0, MOST), omitted: Math.max(0, all.length - MOST) };
}

/** The groups, most occurrences first. */
export function groupsOf(rows: readonly GroupedHost[]): [string, readonly GroupedHost[]][] {
  return [...groupBy(rows, ({ group }) => group)].sort((a, b) => total(b[1]) - total(a[1]));
}

/** The directories in which hosts stand most often, first; at most so many. */
export function directoriesOf(rows: readonly GroupedHost[], most: number): string[] {
  const sums = new Map<string, number>();
  for (const { row } of rows)
    for (const [directory, { occurrences }] of Object.entries(row.byDirectory ?? {}))
      sums.set(directory, (sums.get(directory) ?? 0) + occurrences);
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.slice(0, most).map(([directory]) => directory);
}

/** How often a host stands in one directory; `undefined` where it does not. */
export function placeIn({ byDirectory }: HostRow, directory: string): Place | undefined {
  return byDirectory && Object.hasOwn(byDirectory, directory) ? byDirectory[directory] : undefined;
}

/** The attributes by which the script filters a row; without them, a row is always there. */
export function filterable({ row, group }: GroupedHost): Markup {
  const { host, state, service, covered } = row;
  const held = covered === undefined ? undefined : markup` data-covered="${covered ? 'yes' : 'no'}"`;
  return markup` data-host="${host}" data-state="${state}" data-group="${group}" data-service="${service ?? ''}"${held}`;
}

export function total(rows: readonly GroupedHost[]): number {
  return rows.reduce((sum, { row }) => sum + row.occurrences, 0);
}
