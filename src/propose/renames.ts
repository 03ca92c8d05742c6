import { counted, some } from '../core/counted.ts';
import type { HostFacts } from '../survey/tally.ts';
import { environmentOf } from '../survey/vocabulary.ts';
import { placesOf } from './evidence.ts';
import type { HostReading } from './host-reading.ts';
import type { Proposal } from './proposal.ts';

type Rename = Proposal['renames'][number];

/** For hosts two labels deep that no service accounts for, what would carry them over: `*.staging.example.com` as the tree spells such hosts with one label. */
export function suggestRenames(
  domains: readonly string[],
  unknown: readonly HostReading[],
  hosts: readonly HostFacts[],
): Rename[] {
  return domains.flatMap((domain) => {
    const deep = unknown.filter(
      ({ facts, labels, environment }) => facts.domain === domain && labels.length === 2 && environment !== undefined,
    );
    const suffixes = new Set(deep.map(({ labels }) => labels[1]!));
    return [...suffixes].filter((label) => environmentOf(label) !== undefined).map((label) => rename(label, domain, deep, hosts));
  });
}

function rename(label: string, domain: string, deep: readonly HostReading[], hosts: readonly HostFacts[]): Rename {
  const shallow = hosts.filter(
    (facts) => facts.domain === domain && facts.host.split('.').length === domain.split('.').length + 1,
  );
  const behind = sumOf(shallow.filter(({ host }) => host.endsWith(`-${label}.${domain}`)));
  const before = sumOf(shallow.filter(({ host }) => host.startsWith(`${label}-`)));
  const members = deep.filter(({ labels }) => labels[1] === label).sort((a, b) => b.facts.occurrences - a.facts.occurrences);
  const shown = members.map(({ host, facts }) => `${host.startsWith('.') ? '…' : ''}${host} (${placesOf(facts)})`);
  const verb = members.length === 1 ? 'has' : 'have';
  const what = `${some(shown, 3)} ${verb} two labels below ${domain}, and no service that is known`;
  const how =
    before + behind > 0
      ? `spelled as ${counted(Math.max(before, behind), 'occurrence')} of other hosts`
      : 'in a spelling that the tree does not show, and that is a guess';
  return {
    value: [`*.${label}.${domain}`, before > behind ? `${label}-*.${domain}` : `*-${label}.${domain}`],
    why: `${what}. To move all such hosts to one label, ${how}:`,
  };
}

function sumOf(hosts: readonly HostFacts[]): number {
  return hosts.reduce((sum, { occurrences }) => sum + occurrences, 0);
}
