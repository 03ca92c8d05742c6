import type { HostFacts } from '../survey/tally.ts';
import { environmentOf, serviceOf } from '../survey/vocabulary.ts';

/** What the labels of a host say. */
export interface HostReading {
  readonly facts: HostFacts;
  readonly host: string;
  /** Labels before the registrable domain; of a platform's host the label that it gave. */
  readonly labels: readonly string[];
  /** The environment that a label names; absent where none does. */
  readonly environment?: string;
  /** The other words of the labels, without fillers and the project's own name. */
  readonly words: readonly string[];
  /** The kind of service that a word stands for. */
  readonly kind?: string;
  /** Neither a wildcard nor a hole, and no preview of a single change. */
  readonly exact: boolean;
}

const FILLERS = new Set(['service', 'svc', 'services', 'the', 'gcp', 'aws', 'v1', 'v2']);

/** A label that a configuration takes. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** Reads the labels of a host. `brands` are the project's own names, lower case. */
export function readHost(facts: HostFacts, brands: readonly string[]): HostReading {
  const { host, domain, platform } = facts;
  const suffix = platform ?? domain;
  const labels = host === suffix ? [] : host.slice(0, -suffix.length - 1).split('.');
  const tokens = labels.flatMap((label) => label.split('-')).filter((token) => token !== '');
  const names = tokens.map((token) => token.replace(/(?<=[a-z])\d{1,2}$/, ''));
  const environment = names.map(environmentOf).find((found) => found !== undefined);
  const words = names.filter((name) => environmentOf(name) === undefined && !FILLERS.has(name) && !brands.includes(name));
  const kind = words.map(serviceOf).find((found) => found !== undefined);
  const preview = /(?:^|[.-])(?:pr|mr|branch|feature)-/.test(host);
  return {
    ...{ facts, host, labels, words },
    ...(environment ? { environment } : {}),
    ...(kind ? { kind } : {}),
    exact: host.split('.').every((label) => LABEL.test(label)) && !preview,
  };
}

/** How often the names beside a host speak of a kind of service. */
export function callsOf({ facts }: HostReading, kind: string, kindsOf: (name: string) => readonly string[]): number {
  let sum = 0;
  for (const [name, count] of facts.names) if (kindsOf(name)[0] === kind) sum += count;
  return sum;
}

/** Occurrences behind `ws://` or `wss://`. */
export function socketsOf({ facts }: HostReading): number {
  return (facts.schemes.get('ws') ?? 0) + (facts.schemes.get('wss') ?? 0);
}

/** Occurrences behind a scheme of the web. */
export function webOf({ facts }: HostReading): number {
  return (
    (facts.schemes.get('http') ?? 0) +
    (facts.schemes.get('https') ?? 0) +
    (facts.schemes.get('ws') ?? 0) +
    (facts.schemes.get('wss') ?? 0)
  );
}
