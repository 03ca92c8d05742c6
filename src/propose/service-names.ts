import { constantCase } from '../core/constant-case.ts';
import { wordsOf } from '../guards/words.ts';
import { serviceOf } from '../survey/vocabulary.ts';
import type { HostReading } from './host-reading.ts';
import type { ProposedService } from './proposal.ts';

/** A service of which only its hosts are known. */
export interface Unnamed extends Omit<ProposedService, 'name'> {
  /** The kind, or the words of its label. */
  readonly kind: string;
  /** Its canonical host and its retired ones. */
  readonly hosts: readonly HostReading[];
  /** The canonical host alone has this label: it is the name. */
  readonly label?: string;
}

/** Gives each service its name: its label where it has one of its own, else what the code calls it. */
export function nameServices(services: readonly Unnamed[]): ProposedService[] {
  return services.map(({ kind, hosts, label, ...service }) => ({
    name: clean(label ?? calledIn(hosts, kind) ?? kind),
    ...service,
  }));
}

/** The same services, with a number behind a name whose constants one with a shorter or earlier name has already. */
export function withDistinctNames(services: readonly ProposedService[]): ProposedService[] {
  const taken = new Set<string>();
  const names = new Map<ProposedService, string>();
  for (const service of [...services].sort((a, b) => a.name.length - b.name.length)) {
    let name = service.name;
    for (let count = 2; constantsOf(name).some((constant) => taken.has(constant)); count++) name = `${service.name}-${count}`;
    for (const constant of constantsOf(name)) taken.add(constant);
    names.set(service, name);
  }
  return services.map((service) => ({ ...service, name: names.get(service)! }));
}

/** The word of the kind that most names beside the hosts hold, else the first of their labels that is one. */
function calledIn(hosts: readonly HostReading[], kind: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { facts } of hosts)
    for (const [name, count] of facts.names) {
      const word = wordsOf(name).find((one) => serviceOf(one) === kind);
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + count);
    }
  const [called] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return called?.[0] ?? hosts.flatMap(({ words }) => words).find((word) => serviceOf(word) === kind);
}

/** A name that gives a constant in any language; a host without words is a site. */
export function clean(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return plain === '' ? 'site' : plain;
}

/** The beginnings of the constants' names: `api` has a `WS_URL`, and so has `api-ws` a `URL` of the same name. */
function constantsOf(name: string): string[] {
  const constant = constantCase(name);
  return [`${constant}_HOST`, `${constant}_URL`, `${constant}_WS_URL`];
}
