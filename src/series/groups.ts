import { posix } from 'node:path';
import { groupBy } from '../core/group-by.ts';
import { topDirectory } from '../core/top-directory.ts';
import type { ScannedFile } from '../scan/scan.ts';
import type { Policy } from '../types/policy.ts';

/** What makes a group: a number is that of its files. */
export type Grouping = 'service' | 'directory' | 'language' | number;

/** Files that change together or not at all: they hold the same key, which changes in each of them. */
export type Unit = readonly ScannedFile[];

/** What is to be one commit. */
export interface Group {
  /** As a message names it. */
  readonly name: string;
  readonly units: readonly Unit[];
}

/** Parts the changing files of a plan into groups: each file as a whole in one, and each unit in that to which most of it belongs. */
export function groupsOf(files: readonly ScannedFile[], by: Grouping, policy: Policy): Group[] {
  const units = unitsOf(files);
  if (typeof by === 'number') return numbered(units, by);
  const groups = groupBy(units, (unit) => heaviest(unit, by, policy));
  const services = policy.services.map(({ key }) => key);
  const order = by === 'service' ? [...services, RENAMED] : [...groups.keys()].sort();
  return order.flatMap((key) => {
    const members = groups.get(key);
    return members ? [{ name: by === 'directory' && key !== TOP ? `${key}/` : key, units: members }] : [];
  });
}

const RENAMED = 'renamed hosts';
const TOP = 'the top directory';

/** Files by the keys that change in several of them, in path order of their first. */
function unitsOf(files: readonly ScannedFile[]): Unit[] {
  const unitOf = new Map(files.map((file) => [file, [file]]));
  const holder = new Map<string, ScannedFile>();
  for (const file of files) {
    for (const { key, becomes } of file.keyed ?? []) {
      if (becomes !== 'changed') continue;
      const other = holder.get(key);
      if (other) join(unitOf, unitOf.get(other)!, unitOf.get(file)!);
      else holder.set(key, file);
    }
  }
  return [...new Set(unitOf.values())].map((unit) => unit.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

function join(unitOf: Map<ScannedFile, ScannedFile[]>, one: ScannedFile[], other: ScannedFile[]): void {
  if (one === other) return;
  one.push(...other);
  for (const file of other) unitOf.set(file, one);
}

/** As many files to a group as `size` says, or fewer where a unit would be parted. */
function numbered(units: readonly Unit[], size: number): Group[] {
  const groups: Unit[][] = [];
  let room = 0;
  for (const unit of units) {
    if (unit.length > room) {
      groups.push([]);
      room = Math.max(size, unit.length);
    }
    groups.at(-1)!.push(unit);
    room -= unit.length;
  }
  return groups.map((members, index) => ({ name: `part ${index + 1} of ${groups.length}`, units: members }));
}

/** The group that most of a unit belongs to: by occurrences that change for a service, else by files. Of equal ones the first. */
function heaviest(unit: Unit, by: Exclude<Grouping, number>, policy: Policy): string {
  const weights = new Map<string, number>(by === 'service' ? policy.services.map(({ key }) => [key, 0]) : []);
  for (const file of unit) {
    for (const [key, weight] of weightsOf(file, by)) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function weightsOf({ path, report, counts }: ScannedFile, by: Exclude<Grouping, number>): (readonly [string, number])[] {
  if (by === 'language') return [[report.language, 1]];
  if (by === 'directory') {
    const directory = topDirectory(path);
    return [[directory === '.' ? TOP : directory, 1]];
  }
  return counts.filter(changes).map(({ service, count }) => [service ?? RENAMED, count]);
}

/** Whether what was counted changes. */
export function changes({ verdict }: ScannedFile['counts'][number]): boolean {
  return verdict === 'reference' || verdict === 'literal';
}

/** Units in such an order that a test stands beside what it tests, as far as names tell: they may pass only together. */
export function besideTheirTests(units: readonly Unit[]): Unit[] {
  const named = units.map((unit) => ({ unit, stem: stemOf(unit[0]!.path) }));
  return named.sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0)).map(({ unit }) => unit);
}

function stemOf(path: string): string {
  const name = posix.basename(path).replace(/\..*$/, '');
  return name.replace(/^(?:test|spec)[_-]|[_-](?:test|spec)s?$/g, '');
}
