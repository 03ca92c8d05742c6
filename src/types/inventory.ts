import type { Service } from './policy.ts';
import type { HostRow, Place } from './report.ts';

/** The nouns of `redomain hosts`: what hosts a tree names, what they answer, and how they came and went. Plain JSON. */

/** What a canonical host answered when it was asked. Names and messages come from the wire: they are shown with `visible`. */
export interface Probe {
  readonly host: string;
  /** Absent where its scheme has no TLS: then only its name was looked up. */
  readonly port?: number;
  /** Keys of its services. */
  readonly services: readonly string[];
  /** IP addresses; empty where the name does not resolve. */
  readonly addresses: readonly string[];
  /** Absent where none was presented. */
  readonly certificate?: PresentedCertificate;
  /** What is wrong, as lower-case clauses; empty where all is in order. */
  readonly problems: readonly string[];
}

/** The certificate that a server presented. */
export interface PresentedCertificate {
  /** As those of `Certificate`. */
  readonly names: readonly string[];
  /** Whether they cover the host by RFC 9525. */
  readonly covers: boolean;
  /** Whether Node's own check of names, with which its clients connect, says so. */
  readonly acceptedByNode: boolean;
  /** Whether its chain leads to an authority that this machine trusts, and none of it is out of its days. */
  readonly trusted: boolean;
  /** First and last day, as `YYYY-MM-DD` in UTC. */
  readonly from: string;
  readonly until: string;
  /** Whole days until it expires; negative afterwards. */
  readonly daysLeft: number;
}

/** One registrable domain of the inventory that needs no configuration; the likeliest to be the project's own come first. */
export interface DomainRow {
  readonly domain: string;
  /** Whether it is the project's own; of a platform that gives names to its customers neither is said. */
  readonly standing: 'own' | 'unsure' | 'foreign' | 'platform';
  /** What speaks for it: clauses. */
  readonly why: readonly string[];
  readonly files: number;
  readonly occurrences: number;
  /** Most frequent first. */
  readonly hosts: readonly HostRow[];
}

/** Files that hold at least one host of each state, or occurrences of such hosts. */
export type StateCounts = Readonly<Record<HostRow['state'], number>>;

/** What stood in the tree of one commit. */
export interface HistoryPoint {
  readonly commit: string;
  /** When it was committed, in UTC: `2025-09-15T20:52:27Z`. */
  readonly date: string;
  readonly files: StateCounts;
  readonly occurrences: StateCounts;
  /** Of the files with retired hosts, those that the configuration keeps. */
  readonly kept: number;
}

/** How hosts came and went, by the first parents of HEAD. */
export interface History {
  /** Where it begins, as it was asked for: a commit or a time. */
  readonly since?: string;
  /** Of a history of domains: only hosts below them count. Without a configuration they are all `unknown`. */
  readonly apexes?: readonly string[];
  /** The commits from the first point to the last. */
  readonly commits: number;
  /** Which of them are points: each commit, or the last one of each such time in UTC. */
  readonly sampling: 'commit' | 'hour' | '6 hours' | 'day' | 'week' | 'month' | 'year';
  /** The clone lacks older commits. */
  readonly shallow: boolean;
  /** Different contents of files that were looked at, those that the repository lacks, and those that are too large. */
  readonly blobs: { readonly read: number; readonly missing: number; readonly large: number };
  /** The oldest first; at least one. */
  readonly points: readonly HistoryPoint[];
}

/** What hosts a tree names. */
export interface Inventory {
  /** Absolute path. */
  readonly root: string;
  /** The governed hosts, where a configuration says what is governed. */
  readonly hosts?: readonly HostRow[];
  /** Every domain, or those that were asked for, where it does not. */
  readonly domains?: readonly DomainRow[];
  /** Of the configuration; empty where there is none. */
  readonly services: readonly Service[];
  /** Occurrences for which there was no room. */
  readonly beyond: number;
  /** The files that hold governed hosts of each state; absent without a configuration. */
  readonly byState?: Readonly<Record<string, Place>>;
  readonly history?: History;
}
