import { servicesIn } from '../survey/vocabulary.ts';
import { callsOf, type HostReading, socketsOf } from './host-reading.ts';

/** Which of several hosts is the canonical one of a service: one, or those between which the tree does not tell. */
export type Choice = { readonly host: HostReading; readonly calls: number } | { readonly between: readonly HostReading[] };

/**
 * Chooses the host that the code calls by the kind of service most often; of those that it calls equally often one whose own label says
 * the kind, and then the one that stands most often outside of records. Two that are equal in all of it are not told apart.
 */
export function chooseCanonical(candidates: readonly HostReading[], kind: string): Choice {
  const weigh = (host: HostReading) => ({
    host,
    calls: callsOf(host, kind, servicesIn) + (kind === 'websocket' ? socketsOf(host) : 0),
    own: host.words.length > 0 ? 1 : 0,
    live: host.facts.live,
  });
  const weighed = candidates.map(weigh).sort((a, b) => b.calls - a.calls || b.own - a.own || b.live - a.live);
  const best = weighed[0]!;
  const equal = weighed.filter(({ calls, own, live }) => calls === best.calls && own === best.own && live === best.live);
  return equal.length > 1 ? { between: equal.map(({ host }) => host) } : { host: best.host, calls: best.calls };
}

/** Equal for hosts that are one name spelled in several ways: `api-staging` and `staging-api`. */
export function spellingOf({ labels, words }: HostReading): string {
  return [labels.length, ...[...words].sort()].join(' ');
}
