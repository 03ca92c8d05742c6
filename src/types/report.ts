import type { Adopted, DomainModule, Policy, RuleName, Severity } from './policy.ts';
import type { Detail, ReasonCode } from './reason.ts';
import type { Edit, Encoding } from './source.ts';

/** The nouns of what a run says: the account, findings, files, hosts, shards, and the report of all of it. Plain JSON, but for `Change`. */

export type Verdict = 'reference' | 'literal' | 'current' | 'keep' | 'suppressed' | 'review';
type Applicability = 'safe' | 'unsafe';

/** The account in which every occurrence ends exactly once. */
export type Ledger = Record<Verdict | 'baselined' | 'unreadable' | 'failed', number>;

/** One finding, as the report shows it. Lines and columns are 1-based, columns in UTF-16 code units, ends exclusive, of the file as it was before. */
export interface Finding {
  readonly rule: RuleName;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The governed text as it stands there. */
  readonly text: string;
  /** The same with what touches it, up to white space, quotes, brackets and commas: most often the whole URL. */
  readonly word: string;
  readonly host: string;
  readonly service?: string | undefined;
  /** Language construct and enclosing scope, as a reader would say it. */
  readonly context: string;
  readonly decision: 'reference' | 'literal' | 'keep' | 'review';
  readonly applicability: Applicability;
  /** What a person reads: a clause in lower case, without a full stop. */
  readonly reason: string;
  readonly reasonCode: ReasonCode;
  /** What the sentence names, by name. */
  readonly reasonDetail?: Detail | undefined;
  readonly replacement?: string | undefined;
  readonly fingerprint: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** Why it does not fail the check: the baseline knows it, or it stands on a line that did not change. */
  readonly beyond?: 'baseline' | 'change';
}

/** A finding as a baseline keeps it: without places, so that it lasts when lines move. Equal findings have equal entries. */
export interface BaselineEntry {
  readonly rule: RuleName;
  readonly path: string;
  readonly word: string;
  readonly context: string;
}

/** What became of a baseline in a check. */
export interface BaselineReport {
  /** Relative to the root where it lies below it, else absolute. */
  readonly file: string;
  /** Findings that it knows. */
  readonly known: number;
  /** Entries that no finding answers to any more; after an update, those that were taken out. */
  readonly vanished: readonly BaselineEntry[];
  /** Entries that an update added; absent without one. */
  readonly added?: readonly BaselineEntry[];
}

export type FileStatus = 'changed' | 'clean' | 'skipped' | 'failed';

/** What the run made of one file that holds a hit or could not be read. */
export interface FileReport {
  readonly path: string;
  readonly language: string;
  readonly status: FileStatus;
  readonly edits: readonly Edit[];
  readonly imports: readonly {
    readonly module: string;
    readonly specifier: string;
    readonly names: readonly string[];
    readonly beside?: readonly string[];
  }[];
  /** Why it was skipped, left alone or not parsed. */
  readonly reason?: string;
  /** Keys that stay, by their text, with the reason: the same key in another place is for review. */
  readonly held?: Readonly<Record<string, string>>;
}

export interface ModuleReport {
  readonly file: string;
  readonly language: DomainModule['language'];
  /** `absent` and `differs` are drift; after `--write` both are `written`. An adopted module `lacks` a service that no symbol serves. */
  readonly status: 'current' | 'absent' | 'differs' | 'written' | 'lacks';
  readonly constants: readonly string[];
  /** Only of an adopted module. */
  readonly adopted?: Adopted;
  /** What was taken as proof that the module can be imported, where its language needs any. Only the language looks into it. */
  readonly roots?: unknown;
}

/** Count of occurrences by verdict, in one language, directory or service; `files` counts the files that hold any. */
export interface Tally {
  readonly files: number;
  readonly occurrences: number;
  readonly ledger: Ledger;
}

interface Summary {
  readonly filesScanned: number;
  readonly bytesScanned: number;
  readonly filesWithHosts: number;
  readonly filesTouched: number;
  readonly occurrences: number;
  readonly ledger: Ledger;
  readonly byLanguage: Readonly<Record<string, Tally>>;
  /** By first path segment; `.` for files of the root. */
  readonly byDirectory: Readonly<Record<string, Tally>>;
  /** By service key; `rename` and `unknown` for hosts of no service. */
  readonly byService: Readonly<Record<string, Tally>>;
  /** By state; `dynamic` for hosts of which the text has a part. */
  readonly byState: Readonly<Record<string, Tally>>;
  readonly milliseconds: number;
}

/** What stands beside a host in the tree. */
export interface HostContexts {
  /** Keys, variables and names of environment variables, most frequent first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  readonly schemes: Readonly<Record<string, number>>;
  /** Occurrences beside a word such as `DEPRECATED`. */
  readonly deprecated: number;
}

/** One host, with what the run knows of it; `redomain hosts` prints them. */
export interface HostRow {
  readonly host: string;
  /** Without a configuration, the environment and the kind of service that the labels speak of. */
  readonly service?: string;
  readonly state: 'canonical' | 'retired' | 'unknown' | 'dynamic';
  readonly files: number;
  readonly occurrences: number;
  /** Whether a certificate covers it today; absent where none is named, and for what is no whole host. */
  readonly covered?: boolean;
  readonly contexts?: HostContexts;
  /** By first path segment, `.` for files of the root; most occurrences first. */
  readonly byDirectory?: Readonly<Record<string, Place>>;
}

/** How often something stands in one part of a tree. */
export interface Place {
  readonly files: number;
  readonly occurrences: number;
}

/** What a shard knows of one of its files beside what the report says: what the account of all shards is made of. */
export interface ShardFile {
  readonly path: string;
  /** SHA-256 of the bytes; absent where they could not be read. */
  readonly digest?: string;
  readonly counts: readonly {
    readonly host: string;
    readonly service?: string;
    readonly state: 'retired' | 'canonical' | 'partial' | 'unknown';
    readonly verdict: keyof Ledger;
    readonly count: number;
  }[];
}

/** The baseline of a check in shards. They are not held against it: files that were renamed and entries that vanished show only in the whole. */
export interface ShardBaseline {
  /** Relative to the root where it lies below it, else absolute. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** Paths of the entries that stand in the tree. */
  readonly listed: readonly string[];
  /** Paths of the entries that the run looks at, in any shard. */
  readonly looked: readonly string[];
}

/** What makes a report one of several that `merge-reports` puts together. */
export interface ShardReport {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
  /** Of redomain. */
  readonly version: string;
  readonly unsafe: boolean;
  /** SHA-256 of the paths of the tree, those that the run scans in any shard, and their blobs where git knows them. */
  readonly tree: string;
  /** As the reporters take them. */
  readonly narrowing: string;
  readonly below: string;
  /** Only in the first shard of a check with a baseline. */
  readonly baseline?: ShardBaseline;
  /** The files of `Report.files` that this shard scanned. */
  readonly files: readonly ShardFile[];
  /** SHA-256 of all that the report says, this and the time it took apart: `merge-reports` takes none that was changed or cut. */
  readonly digest: string;
}

/** One commit of a series. */
export interface CommitReport {
  readonly id: string;
  /** A service, a directory, a language, a number; or what else it holds. */
  readonly group: string;
  readonly files: number;
  readonly references: number;
  readonly literals: number;
}

/** A file that a series of commits left as it was: it is `skipped` among the files, and its hosts are for review. */
export interface HeldFile {
  readonly path: string;
  readonly group: string;
  /** A lower-case noun phrase. */
  readonly reason: string;
  /** The last lines of what the command of `--verify` said with it. */
  readonly output?: string;
}

/** What became of a run with `--commit`. */
export interface SeriesReport {
  /** The commit before the first. */
  readonly base: string;
  readonly commits: readonly CommitReport[];
  readonly held: readonly HeldFile[];
  /** The command, and how often it was run. */
  readonly verify?: { readonly command: string; readonly runs: number };
  /** What the person should know, as sentences without their full stop. */
  readonly notes: readonly string[];
}

export interface Report {
  readonly version: 1;
  /** Absolute path. */
  readonly root: string;
  readonly command: 'plan' | 'write' | 'check';
  readonly policy: Policy;
  readonly summary: Summary;
  readonly modules: readonly ModuleReport[];
  readonly files: readonly FileReport[];
  readonly findings: readonly Finding[];
  readonly hosts: readonly HostRow[];
  /** Only of a check with a baseline. */
  readonly baseline?: BaselineReport;
  /** Only of a run for what changed: the commit, and how many findings stand on lines that did not. */
  readonly since?: { readonly ref: string; readonly unchanged: number };
  /** Only of a run with `--shard`. */
  readonly shard?: ShardReport;
  /** Identifier of the journal, when something was written and not committed. */
  readonly run?: string;
  /** Only of a run with `--commit`. */
  readonly series?: SeriesReport;
}

/** A file's text before and after, for reporters that show differences. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The file did not exist before. */
  readonly created?: boolean;
  /** How the text stands in the file; UTF-8 when absent. */
  readonly encoding?: Encoding;
}
