import { groupBy } from '../../core/group-by.ts';
import { hostAfter, type Occurrence, type View } from '../../core/occurrence.ts';
import { remembering } from '../../core/remembering.ts';
import type { Guard } from '../guard.ts';

/** Directives that tell servers apart by the host that was asked for. */
const SERVER = /^(?:server_?name|server_?alias)$/i;
const HOSTS = /^host(?:s|names?)?$/i;
/** Blocks in which a host says where a request goes; two of one host are a conflict. */
const ROUTING = /^(?:rules|tls|host_?rules?|virtual_?hosts?|vhosts?|routes?)$/i;

/** Occurrences that would give two routes of one configuration the same host. */
const doubledIn = remembering((view: View): ReadonlySet<Occurrence> => {
  const routes = view.occurrences.filter(
    ({ standing: { state }, literal }) =>
      (state === 'retired' || state === 'canonical') && literal?.kind === 'prose' && isRoute(literal.labels),
  );
  const groups = groupBy(routes, hostAfter);
  const doubled = new Set<Occurrence>();
  for (const group of groups.values()) {
    if (new Set(group.map(({ hit }) => hit.host)).size > 1) for (const occurrence of group) doubled.add(occurrence);
  }
  return doubled;
});

function isRoute([own = '', ...around]: readonly string[]): boolean {
  return SERVER.test(own) || (HOSTS.test(own) && around.some((label) => ROUTING.test(label)));
}

export const duplicateRoute = {
  code: 'duplicate-route',
  title: 'a route that would have the host of another one',
  sentence: () => 'this route would have the host of another route',
  holds: (occurrence, view) => doubledIn(view).has(occurrence),
} satisfies Guard;
