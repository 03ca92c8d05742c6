import type { Occurrence, View } from '../../core/occurrence.ts';
import { isForPeople } from '../for-people.ts';
import { wordsOf } from '../words.ts';
import { inSentence } from './in-sentence.ts';

/** Words that say "a network host" wherever they stand among the labels. */
const HOST = new Set(
  'host hosts hostname hostnames url urls uri uris origin origins domain domains endpoint endpoints server servers address addresses addr cors fqdn sni dns netloc href redirect redirects callback callbacks webhook webhooks cname gateway proxy upstream ingress connect baseurl apiurl siteurl'.split(
    ' ',
  ),
);
/** Words that say so only when they are the nearest label. */
const SERVICE = new Set(
  'site sites link links base ip location target targets curl wget ping nslookup dig openssl httpx requests fetch get api websocket ws wss http https backend frontend auth service services lb referer'.split(
    ' ',
  ),
);
/** Words that say "a name", of a thing that may be called like a host. */
const NAME = new Set(
  'bucket buckets cookie cookies key keys prefix cache redis analytics tracking tracker measurement image images repository registry dir directory folder path paths filename topic queue secret secrets'.split(
    ' ',
  ),
);
/** Words that say "a name" unless the label says "a network host" as well. */
const IDENTITY = new Set(
  'id ids tenant realm project slug tag tags metric metrics label labels namespace certificate certificates cert certs tls'.split(
    ' ',
  ),
);

/**
 * The names that say what a bare host (no scheme, no port) is, nearest first; `undefined` where the place or the configuration says that it is
 * a host: a text for people, `bare: safe`, a path prefix.
 */
export function bareLabels({ hit, literal, standing }: Occurrence, { file, policy }: View): readonly string[] | undefined {
  if (!literal || hit.authority || standing.state !== 'retired') return undefined;
  const isProse = literal.kind === 'prose' && literal.labels.length > 0;
  if (literal.shown || (isForPeople(literal) && !isProse)) return undefined;
  const service = policy.services.find((s) => s.key === standing.service);
  if (isAlone(hit, literal) && service?.bare === 'safe') return undefined;
  if (standing.span.end > hit.end) return undefined;
  return [...ownLabel(file.text, literal.body.start, hit.start), ...literal.labels];
}

/** What the first label that tells says of a bare host. */
export type Told = { readonly label: string; readonly says: 'host' | 'name' } | undefined;

export function toldBy(labels: readonly string[]): Told {
  for (const [index, label] of labels.entries()) {
    const words = wordsOf(label);
    const host = words.some((word) => HOST.has(word) || (index === 0 && SERVICE.has(word)));
    const address = words.some((word) => /^(?:urls?|hosts?|endpoints?)$/.test(word));
    if (words.some((word) => (NAME.has(word) && !address) || (IDENTITY.has(word) && !host))) return { label, says: 'name' };
    if (host) return { label, says: 'host' };
  }
  return undefined;
}

/** The labels of a bare host of which nothing says whether it is an address; `undefined` where something does. */
export function untold(occurrence: Occurrence, view: View): readonly string[] | undefined {
  const labels = bareLabels(occurrence, view);
  if (!labels || toldBy(labels)) return undefined;
  const { hit, literal } = occurrence;
  const isRead = !isAlone(hit, literal!) && inSentence(view.file.text, hit.start, hit.end, literal!.body);
  return isRead ? undefined : labels;
}

function isAlone(hit: Occurrence['hit'], { body }: NonNullable<Occurrence['literal']>): boolean {
  return hit.start === body.start && hit.end === body.end;
}

/** The name that stands before a value within a text that holds both: `host: …`, `server=…`. */
function ownLabel(text: string, from: number, at: number): string[] {
  const label = /([\w.-]{1,60})["']?\s{0,8}[:=]\s{0,8}["']?$/.exec(text.slice(Math.max(from, at - 80), at))?.[1];
  return label === undefined ? [] : [label];
}
