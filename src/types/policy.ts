/** The configuration, resolved. Plain JSON: it crosses worker and process boundaries. */

import type { ReasonCode } from './reason.ts';

/** A host with what may stand around it. `host` is lower case, ASCII (punycode); patterns hold `*` (in one label) or `**` (one or more labels). */
export interface Address {
  readonly scheme?: string;
  readonly host: string;
  readonly port?: string;
  /** With a leading and without a trailing slash. */
  readonly path?: string;
}

/** A named endpoint in one environment. */
export interface Service {
  /** `environment.name`, unique. */
  readonly key: string;
  readonly environment: string;
  readonly name: string;
  readonly canonical: Address;
  /** `safe`: any string that is this host and nothing else may change. */
  readonly bare?: 'safe';
}

/** A retired host or a rename, with what takes its place. Entries are sorted by precedence: the first that matches wins. */
export interface Entry {
  readonly from: Address;
  /** Where `from.host` has wildcards and `to.host` has as many, the matched text carries over. */
  readonly to: Address;
  /** Key of the service; absent for a rename. */
  readonly service?: string;
}

/** One exported constant of a domain module. */
export interface Binding {
  /** The exported name; in an adopted module the expression that reaches the value from one: `DOMAINS["API_URL"]`, `DOMAINS.staging.api`. */
  readonly name: string;
  readonly value: string;
  /** Key of the service. */
  readonly service: string;
  readonly part: 'host' | 'url' | 'ws';
}

/** A domain module as configured. */
export interface DomainModule {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** The name of a language, or of a format of data, which no file imports. */
  readonly language: string;
  /** The specifier to import it by, when the configuration names one. */
  readonly import?: string;
  /** Globs, relative to the root, of the files that may import it. */
  readonly scope: readonly string[];
  /** Of an adopted module, what was found in it. */
  readonly bindings: readonly Binding[];
  readonly adopt?: Adopt;
  readonly adopted?: Adopted;
}

/** What the configuration says of a module that is the team's own: it is read, never written. */
export interface Adopt {
  /** The canonical values that its symbols are looked through for; their names are of no use. */
  readonly values: readonly Binding[];
  /** By `environment.service.part`: the expression to use. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** What reading an adopted module has found beside its bindings. */
export interface Adopted {
  /** The project files that it imports, directly or not, relative to the root: they cannot import it. */
  readonly imports: readonly string[];
  /** Services that no symbol serves: neither their address nor, where that has no path, their host. */
  readonly unserved: readonly { readonly service: string; readonly value: string }[];
  /** `environment.service.part` that no symbol holds although the service is served. */
  readonly lacking: readonly string[];
  /** Values that several symbols hold, where no entry of `symbols` says which is meant. */
  readonly ties: readonly { readonly key: string; readonly taken: string; readonly others: readonly string[] }[];
  /** Symbols whose value an environment variable may replace, used as `symbols` names them. */
  readonly replaceable: readonly { readonly symbol: string; readonly line: number; readonly variable: string }[];
  /** What is exported and cannot be known without running the module. Lines are 1-based. */
  readonly unread: readonly { readonly symbol: string; readonly line: number; readonly reason: string }[];
}

/** What TLS covers: the names that the configuration states, or those of a certificate whose file it names. */
export interface Certificate {
  /** As the configuration writes it, relative to the root; absent for stated names. */
  readonly file?: string;
  /** DNS names, lower case, ASCII, `*.` for a wildcard; and IP addresses. */
  readonly names: readonly string[];
  /** First and last day of a file's certificate, as `YYYY-MM-DD` in UTC. */
  readonly validity?: { readonly from: string; readonly until: string };
}

/** How a domain module finds out, at run time, in which environment a program is. */
export interface Detection {
  /** Environment variables, in the order in which they are asked; the first that is set counts. */
  readonly variables: readonly string[];
  /** What a variable may hold, in lower case, with the environment that it names: the environments themselves, then the aliases. */
  readonly accepted: readonly (readonly [value: string, environment: string])[];
  /** The environment where no variable is set; without it that is an error. */
  readonly default?: string;
  /** Names of services, each with the variable that gives it another address; empty where none may. */
  readonly overrides: readonly (readonly [service: string, variable: string])[];
}

export type Delivery = 'reference' | 'literal' | 'keep' | 'ignore';

export type Severity = 'error' | 'warn' | 'off';

/** What becomes of whole files. */
export interface DeliveryOfFiles {
  /** Globs, relative to the root. */
  readonly files: readonly string[];
  readonly as: Delivery;
}

/** What becomes of the places that one reason leaves for a person. */
export interface DeliveryOfReason {
  readonly reason: ReasonCode;
  /** Globs, relative to the root; absent: everywhere. */
  readonly files?: readonly string[] | undefined;
  readonly as: 'literal' | 'keep';
}

export interface Policy {
  /** Registrable domains that are governed as a whole; lower case, ASCII. */
  readonly apex: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly services: readonly Service[];
  readonly entries: readonly Entry[];
  readonly modules: readonly DomainModule[];
  readonly detect?: Detection;
  readonly deliver: readonly (DeliveryOfFiles | DeliveryOfReason)[];
  readonly emails: 'keep' | 'literal' | 'reference' | 'review';
  readonly rules: Readonly<Partial<Record<RuleName, Severity>>>;
  /** The configuration's own file, relative to the root: it names the retired hosts and is never rewritten. */
  readonly configFile: string;
}

export type RuleName =
  | 'retired-host'
  | 'hard-coded-host'
  | 'unknown-host'
  | 'needs-review'
  | 'module-drift'
  | 'uncovered-host'
  | 'unimportable-module'
  | 'bad-suppression';
