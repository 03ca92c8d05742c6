import { wordsOf } from '../core/guards/words.ts';
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

/** Gives each service its name: its label where it has one of its own, else what the code calls it. No two of an environment are the same. */
export function nameServices(services: readonly Unnamed[]): ProposedService[] {
  const taken = new Set<string>();
  return services.map(({ kind, hosts, label, ...service }) => {
    const wanted = clean(label ?? calledIn(hosts, kind) ?? kind);
    let name = wanted;
    for (let count = 2; taken.has(constantOf(name)); count++) name = `${wanted}-${count}`;
    taken.add(constantOf(name));
    return { name, ...service };
  });
}

/** The word of the kind that most names beside the hosts hold. */
function calledIn(hosts: readonly HostReading[], kind: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { facts } of hosts)
    for (const [name, count] of facts.names) {
      const word = wordsOf(name).find((one) => serviceOf(one) === kind);
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + count);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** A name that gives a constant in any language. */
function clean(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return plain === '' ? 'site' : plain;
}

function constantOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}
