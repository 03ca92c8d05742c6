import pico from 'picocolors';
import type { HostRow, Probe, Report } from '../types.ts';
import { probesText } from './probes.ts';
import { counted, grouped, table } from './table.ts';
import { visible } from './visible.ts';

/** The inventory as a table; where certificates are named, with a column that says which hosts they cover. Below it, what the canonical hosts answered where they were asked. */
export function hostsText(hosts: readonly HostRow[], color: boolean, probes?: readonly Probe[]): string {
  return probes ? `${inventory(hosts, color)}\n${probesText(probes, color)}` : inventory(hosts, color);
}

function inventory(hosts: readonly HostRow[], color: boolean): string {
  const colors = pico.createColors(color);
  if (hosts.length === 0) return 'no governed host found\n';
  const isHeld = hosts.some(({ covered }) => covered !== undefined);
  const rows = hosts.map(({ host, service, state, covered, files, occurrences }) => [
    visible(host),
    visible(service ?? '·'),
    state,
    ...(isHeld ? [covered === undefined ? '·' : covered ? 'yes' : 'no'] : []),
    grouped(files),
    grouped(occurrences),
  ]);
  const titles = ['host', 'service', 'state', ...(isHeld ? ['covered'] : []), 'files', 'occurrences'];
  const [head, ...body] = table([titles, ...rows], '', titles.length - 2);
  const painted = body.map((line, index) => (hosts[index]!.state === 'retired' ? colors.yellow(line) : line));
  const total = hosts.reduce((sum, { occurrences }) => sum + occurrences, 0);
  return `${[colors.bold(head!), ...painted, '', `${counted(hosts.length, 'host')}, ${counted(total, 'occurrence')}`].join('\n')}\n`;
}

/** The inventory for programs, with what the canonical hosts answered where they were asked. */
export function hostsJson({ version, root, hosts }: Report, probes?: readonly Probe[]): string {
  return `${JSON.stringify({ version, root, command: 'hosts', hosts, ...(probes ? { probes } : {}) }, null, 2)}\n`;
}
