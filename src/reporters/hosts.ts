import pico from 'picocolors';
import { counted, grouped } from '../core/counted.ts';
import type { DomainRow, Inventory, Probe } from '../types/inventory.ts';
import type { HostRow } from '../types/report.ts';
import { calledIn } from './called.ts';
import { historyText } from './history-text.ts';
import { probesText } from './probes.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

export interface HostsOptions {
  readonly color: boolean;
  /** Lists everything. */
  readonly verbose: boolean;
  /** Of redomain. */
  readonly version: string;
  /** What the canonical hosts answered, where they were asked. */
  readonly probes?: readonly Probe[];
}

/** Domains, and hosts of each, that the text shows of an inventory without a configuration. */
const DOMAINS = 10;
const HOSTS = 15;

/** The inventory in one of the forms that it has, as pieces of text. */
export async function hostsReport(inventory: Inventory, format: string, options: HostsOptions): Promise<Iterable<string>> {
  if (format === 'json') return [hostsJson(inventory, options.probes)];
  if (format === 'html') return (await import('./hosts-page.ts')).hostsPage(inventory, options);
  return [hostsText(inventory, options)];
}

/** The inventory as tables; where certificates are named, with a column that says which hosts they cover. */
export function hostsText(inventory: Inventory, options: HostsOptions): string {
  const lines = inventory.domains ? domainLines(inventory.domains, options) : governedLines(inventory.hosts ?? [], options);
  const beyond =
    inventory.beyond > 0 ? [`${counted(inventory.beyond, 'occurrence')} more: the tree names more hosts than are kept`] : [];
  return [
    `${[...lines, ...beyond].join('\n')}\n`,
    ...(inventory.history ? [historyText(inventory.history, options)] : []),
    ...(options.probes ? [probesText(options.probes, options.color)] : []),
  ].join('\n');
}

/** The inventory for programs, with what the canonical hosts answered where they were asked. */
export function hostsJson({ root, services: _, history, ...inventory }: Inventory, probes?: readonly Probe[]): string {
  return `${JSON.stringify({ version: 1, root, command: 'hosts', ...inventory, ...(probes ? { probes } : {}), ...(history ? { history } : {}) }, null, 2)}\n`;
}

function governedLines(hosts: readonly HostRow[], { color }: HostsOptions): string[] {
  if (hosts.length === 0) return ['no governed host found'];
  const total = hosts.reduce((sum, { occurrences }) => sum + occurrences, 0);
  return [...hostTable(hosts, color), '', `${counted(hosts.length, 'host')}, ${counted(total, 'occurrence')}`];
}

function domainLines(domains: readonly DomainRow[], { color, verbose }: HostsOptions): string[] {
  if (domains.length === 0) return ['no host found'];
  const colors = pico.createColors(color);
  const likely = domains.filter(({ standing }) => standing !== 'foreign');
  const shown = verbose || likely.length === 0 ? domains : likely.slice(0, DOMAINS);
  const lines = shown.flatMap((row) => {
    const hosts = verbose ? row.hosts : row.hosts.slice(0, HOSTS);
    const hidden = row.hosts.length - hosts.length;
    const head = `${visible(row.domain)}: ${counted(row.hosts.length, 'host')}, ${counted(row.occurrences, 'occurrence')} in ${counted(row.files, 'file')}`;
    const why = [STANDINGS[row.standing], ...row.why].filter(Boolean).join('; ');
    return [
      colors.bold(head),
      ...(why ? [colors.dim(visible(why))] : []),
      ...hostTable(hosts, color),
      ...(hidden > 0 ? [colors.dim(`… and ${counted(hidden, 'host')} more`)] : []),
      '',
    ];
  });
  const rest = domains.length - shown.length;
  const total = `${counted(domains.length, 'domain')}${rest > 0 ? `; ${grouped(rest)} not shown, public services and names of examples last (--verbose lists all)` : ''}`;
  return [...lines, total];
}

const STANDINGS: Readonly<Record<DomainRow['standing'], string>> = {
  own: 'the project’s own',
  unsure: '',
  foreign: '',
  platform: 'a platform that gives these names',
};

function hostTable(hosts: readonly HostRow[], color: boolean): string[] {
  const colors = pico.createColors(color);
  const isHeld = hosts.some(({ covered }) => covered !== undefined);
  const rows = hosts.map(({ host, service, state, covered, files, occurrences, contexts }) => [
    visible(host),
    visible(service ?? '·'),
    state,
    ...(isHeld ? [covered === undefined ? '·' : covered ? 'yes' : 'no'] : []),
    grouped(files),
    grouped(occurrences),
    visible(calledIn(contexts)),
  ]);
  const titles = ['host', 'service', 'state', ...(isHeld ? ['covered'] : []), 'files', 'occurrences', 'called'];
  const [head, ...body] = table([titles, ...rows], '', titles.length - 3, titles.length - 1);
  return [colors.bold(head!), ...body.map((line, index) => (hosts[index]!.state === 'retired' ? colors.yellow(line) : line))];
}
