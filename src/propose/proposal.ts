import type { Delivery } from '../types/policy.ts';
import type { ProposedModule } from '../types/proposal.ts';

/** A value with what speaks for it: a sentence or more, without a full stop. */
export interface Proven<T> {
  readonly value: T;
  readonly why: string;
}

/** A service with its canonical host. */
export interface ProposedService {
  readonly name: string;
  readonly host: Proven<string>;
  readonly scheme?: Proven<string>;
  readonly retired: readonly Proven<string>[];
}

export interface ProposedEnvironment {
  readonly name: string;
  readonly services: readonly ProposedService[];
}

/** Two hosts or more of which one is canonical, and the tree does not tell which. */
export interface Question {
  readonly environment: string;
  readonly service: string;
  readonly hosts: readonly Proven<string>[];
}

export interface ProposedDelivery {
  readonly files: readonly string[];
  readonly as: Delivery;
  readonly why: string;
}

/** A configuration as `init` would write it, with the evidence. */
export interface Proposal {
  readonly apexes: readonly Proven<string>[];
  /** Names for `certificates`; only a suggestion, as no tree tells what a certificate holds. */
  readonly certificates: Proven<readonly string[]>;
  readonly environments: readonly ProposedEnvironment[];
  readonly questions: readonly Question[];
  /** Renames that are only suggested. */
  readonly renames: readonly Proven<readonly [string, string]>[];
  readonly modules: readonly ProposedModule[];
  readonly moduleNotes: readonly string[];
  readonly deliver: readonly ProposedDelivery[];
  /** Services that are only suggested, for hosts that are neither canonical nor retired, and how many such hosts are left out. */
  readonly unnamed: { readonly environments: readonly ProposedEnvironment[]; readonly more: number };
  /** What is not known; sentences. */
  readonly notes: readonly string[];
}
