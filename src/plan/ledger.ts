import { topDirectory } from '../core/top-directory.ts';
import type { Finding, HostRow, Ledger, Place, Tally } from '../types/report.ts';
import type { Count } from './counts.ts';

/** What the account needs to know of one file. */
export interface Counted {
  readonly path: string;
  readonly language: string;
  readonly counts: readonly Count[];
}

export interface Account {
  readonly filesWithHosts: number;
  readonly occurrences: number;
  readonly ledger: Ledger;
  readonly byLanguage: Record<string, Tally>;
  readonly byDirectory: Record<string, Tally>;
  readonly byService: Record<string, Tally>;
  readonly byState: Record<string, Tally>;
  readonly hosts: readonly HostRow[];
}

/** Adds up what became of every occurrence. */
export function accountOf(files: readonly Counted[]): Account {
  const total = new Column();
  const byLanguage = new Columns();
  const byDirectory = new Columns();
  const byService = new Columns();
  const byState = new Columns();
  const hosts = new Map<
    string,
    { row: Omit<HostRow, 'files' | 'occurrences' | 'byDirectory'>; places: Columns; total: Column }
  >();
  for (const { path, language, counts } of files) {
    for (const entry of counts) {
      total.add(path, entry);
      byLanguage.add(language, path, entry);
      byDirectory.add(topDirectory(path), path, entry);
      byService.add(entry.service ?? (entry.state === 'retired' ? 'rename' : 'unknown'), path, entry);
      if (entry.host === '') continue;
      const key = [entry.host, entry.service, entry.state].join(' ');
      const state = entry.state === 'partial' ? 'dynamic' : entry.state;
      const seen = hosts.get(key) ?? {
        row: { host: entry.host, ...(entry.service ? { service: entry.service } : {}), state },
        places: new Columns(),
        total: new Column(),
      };
      byState.add(state, path, entry);
      seen.places.add(topDirectory(path), path, entry);
      seen.total.add(path, entry);
      hosts.set(key, seen);
    }
  }
  const rows = [...hosts.values()].map(({ row, places, total: all }) => ({
    ...row,
    ...all.place(),
    byDirectory: places.places(),
  }));
  const { files: filesWithHosts, occurrences, ledger } = total.tally();
  return {
    filesWithHosts,
    occurrences,
    ledger,
    byLanguage: byLanguage.tallies(),
    byDirectory: byDirectory.tallies(),
    byService: byService.tallies(),
    byState: byState.tallies(),
    hosts: rows.sort((a, b) => b.occurrences - a.occurrences || (a.host < b.host ? -1 : a.host > b.host ? 1 : 0)),
  };
}

/** True when a finding makes `--check` fail: everything but what was knowingly kept, what the baseline knows, what stands on unchanged lines, and what the configuration made a warning. */
export function isFailing(finding: Finding): boolean {
  if (finding.severity !== 'error' || finding.beyond) return false;
  return finding.decision !== 'keep' || finding.rule === 'unknown-host';
}

class Column {
  private readonly paths = new Set<string>();
  private readonly ledger: Ledger = {
    reference: 0,
    literal: 0,
    current: 0,
    keep: 0,
    suppressed: 0,
    baselined: 0,
    review: 0,
    unreadable: 0,
    failed: 0,
  };
  private occurrences = 0;

  add(path: string, { verdict, count }: Count): void {
    this.paths.add(path);
    this.ledger[verdict] += count;
    this.occurrences += count;
  }

  place(): Place {
    return { files: this.paths.size, occurrences: this.occurrences };
  }

  tally(): Tally {
    return { ...this.place(), ledger: this.ledger };
  }
}

class Columns {
  private readonly columns = new Map<string, Column>();

  add(name: string, path: string, entry: Count): void {
    const column = this.columns.get(name) ?? new Column();
    this.columns.set(name, column);
    column.add(path, entry);
  }

  tallies(): Record<string, Tally> {
    return this.sorted((column) => column.tally());
  }

  places(): Record<string, Place> {
    return this.sorted((column) => column.place());
  }

  /** Most occurrences first, then by name. */
  private sorted<T extends Place>(of: (column: Column) => T): Record<string, T> {
    const rows = [...this.columns].map(([name, column]) => [name, of(column)] as const);
    return Object.fromEntries(rows.sort(([a, x], [b, y]) => y.occurrences - x.occurrences || (a < b ? -1 : 1)));
  }
}
