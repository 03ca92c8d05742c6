import pico from 'picocolors';
import type { HostRow, Report } from '../types.ts';
import { counted, grouped, table } from './table.ts';
import { visible } from './visible.ts';

/** The inventory as a table. */
export function hostsText(hosts: readonly HostRow[], color: boolean): string {
  const colors = pico.createColors(color);
  if (hosts.length === 0) return 'no governed host found\n';
  const rows = hosts.map(({ host, service, state, files, occurrences }) => [
    visible(host),
    visible(service ?? '·'),
    state,
    grouped(files),
    grouped(occurrences),
  ]);
  const [head, ...body] = table([['host', 'service', 'state', 'files', 'occurrences'], ...rows], '', 3);
  const painted = body.map((line, index) => (hosts[index]!.state === 'retired' ? colors.yellow(line) : line));
  const total = hosts.reduce((sum, { occurrences }) => sum + occurrences, 0);
  return `${[colors.bold(head!), ...painted, '', `${counted(hosts.length, 'host')}, ${counted(total, 'occurrence')}`].join('\n')}\n`;
}

/** The inventory for programs. */
export function hostsJson({ version, root, hosts }: Report): string {
  return `${JSON.stringify({ version, root, command: 'hosts', hosts }, null, 2)}\n`;
}
