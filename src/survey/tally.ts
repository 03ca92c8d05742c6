import { topDirectory } from '../core/top-directory.ts';
import type { Place } from '../types/report.ts';
import type { Sighting } from './sighting.ts';

/** What a tree says of one host. */
export interface HostFacts {
  /** Lower case; begins with `.` or `-` where its beginning is not in the text. */
  readonly host: string;
  readonly domain: string;
  /** The private suffix of the platform that gave the name. */
  readonly platform?: string;
  readonly files: number;
  readonly occurrences: number;
  /** Occurrences outside of backups, logs and other records. */
  readonly live: number;
  /** Occurrences behind a scheme or `//`, or as the value of a name that says host. */
  readonly strong: number;
  readonly schemes: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  /** Occurrences beside a word such as `DEPRECATED`. */
  readonly deprecated: number;
  /** The file, outside of records where there is one, that names it most often. */
  readonly sample: string;
  /** Files and occurrences by the first segment of their paths, `.` for the root's own; of a host in very many, those that came first. */
  readonly directories: ReadonlyMap<string, Place>;
}

/** One file that names hosts of a domain. */
export interface FileFacts {
  readonly path: string;
  readonly occurrences: number;
  /** Different ones. */
  readonly hosts: number;
  /** A script that takes other modules in by `require`. */
  readonly requires?: true;
}

/** Bounds of what is kept of a tree; what is beyond them is counted, and said. */
const HOSTS = 200_000;
const NAMES = 60;
const DIRECTORIES = 200;
const PAIRS = 2_000_000;

interface Growing {
  readonly host: string;
  readonly domain: string;
  readonly platform: string | undefined;
  files: number;
  occurrences: number;
  live: number;
  strong: number;
  readonly schemes: Map<string, number>;
  readonly names: Map<string, number>;
  deprecated: number;
  /** In the file that is read. */
  here: number;
  sample: string;
  best: number;
  readonly directories: Map<string, Place>;
}

/** Adds up what is seen in a tree, file by file, in bounded memory. */
export interface Tally {
  add(sighting: Sighting, domain: string, platform: string | undefined): void;
  /** Ends a file; `record`: it only tells what was. */
  end(path: string, record: boolean, requires?: boolean): void;
  hosts(): HostFacts[];
  /** By domain. */
  files(): ReadonlyMap<string, readonly FileFacts[]>;
  /** Places of hosts for which there was no room. */
  readonly beyond: number;
}

/** An empty tally with room for so many hosts. */
export function createTally(room = HOSTS): Tally {
  const hosts = new Map<string, Growing>();
  const files = new Map<string, FileFacts[]>();
  const touched = new Set<Growing>();
  let beyond = 0;
  let pairs = 0;
  return {
    add(sighting, domain, platform) {
      const known = hosts.get(sighting.host);
      if (!known && hosts.size >= room) {
        beyond++;
        return;
      }
      const facts = known ?? begin(sighting.host, domain, platform);
      if (!known) hosts.set(sighting.host, facts);
      touched.add(facts);
      facts.here++;
      facts.occurrences++;
      if (sighting.strength !== 'bare') facts.strong++;
      if (sighting.deprecated) facts.deprecated++;
      if (sighting.scheme !== undefined) count(facts.schemes, sighting.scheme);
      for (const name of sighting.names) count(facts.names, name);
    },
    end(path, record, requires = false) {
      const byDomain = new Map<string, { occurrences: number; hosts: number }>();
      for (const facts of touched) {
        const sum = byDomain.get(facts.domain) ?? { occurrences: 0, hosts: 0 };
        byDomain.set(facts.domain, { occurrences: sum.occurrences + facts.here, hosts: sum.hosts + 1 });
        facts.files++;
        place(facts.directories, topDirectory(path), facts.here);
        if (!record) facts.live += facts.here;
        const weight = record ? facts.here / PAIRS : facts.here;
        if (weight > facts.best) Object.assign(facts, { best: weight, sample: path });
        facts.here = 0;
      }
      touched.clear();
      for (const [domain, sums] of byDomain) {
        if (pairs++ >= PAIRS) return;
        const list = files.get(domain);
        const facts: FileFacts = { path, ...sums, ...(requires ? { requires } : {}) };
        if (list) list.push(facts);
        else files.set(domain, [facts]);
      }
    },
    hosts: () =>
      [...hosts.values()].map(({ here: _, best: __, platform, ...facts }) => ({ ...facts, ...(platform ? { platform } : {}) })),
    files: () => files,
    get beyond() {
      return beyond;
    },
  };
}

function begin(host: string, domain: string, platform: string | undefined): Growing {
  return {
    ...{ host, domain, platform, files: 0, occurrences: 0, live: 0, strong: 0, deprecated: 0, here: 0, sample: '', best: 0 },
    ...{ schemes: new Map(), names: new Map(), directories: new Map() },
  };
}

function count(map: Map<string, number>, key: string): void {
  const known = map.get(key);
  if (known !== undefined || map.size < NAMES) map.set(key, (known ?? 0) + 1);
}

function place(map: Map<string, Place>, directory: string, occurrences: number): void {
  const known = map.get(directory);
  if (!known && map.size >= DIRECTORIES) return;
  map.set(directory, { files: (known?.files ?? 0) + 1, occurrences: (known?.occurrences ?? 0) + occurrences });
}
