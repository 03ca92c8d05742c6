/** The first three of some hosts, in one text. */
export function fewHosts(hosts: readonly string[]): string {
  return hosts.slice(0, 3).join(', ') + (hosts.length > 3 ? ', …' : '');
}
