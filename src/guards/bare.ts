import type { Occurrence, View } from '../core/occurrence.ts';
import type { Policy } from '../types/policy.ts';
import { wordsOf } from './words.ts';

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

/** Why a bare host (no scheme, no port) may be the name of something else than a network host. */
export function ambiguousBare(occurrence: Occurrence, view: View, policy: Policy): string | undefined {
  const { hit, literal, standing } = occurrence;
  if (!literal || hit.authority || standing.state !== 'retired') return undefined;
  if (literal.shown || literal.kind === 'comment' || literal.kind === 'docstring') return undefined;
  if (literal.kind === 'prose' && literal.labels.length === 0) return undefined;
  const { text } = view.file;
  const alone = hit.start === literal.body.start && hit.end === literal.body.end;
  const service = policy.services.find((s) => s.key === standing.service);
  if (alone && service?.bare === 'safe') return undefined;
  if (standing.span.end > hit.end) return undefined;
  const labels = [...ownLabel(text, literal.body.start, hit.start), ...literal.labels];
  const socket = labels.find((label) => wordsOf(label).some((word) => /^(?:wss?|websockets?)$/.test(word)));
  if (socket !== undefined && goesElsewhere(occurrence, policy))
    return `a bare host as "${socket}", which goes elsewhere with "wss"`;
  for (const [index, label] of labels.entries()) {
    const words = wordsOf(label);
    const host = words.some((word) => HOST.has(word) || (index === 0 && SERVICE.has(word)));
    const address = words.some((word) => /^(?:urls?|hosts?|endpoints?)$/.test(word));
    if (words.some((word) => (NAME.has(word) && !address) || (IDENTITY.has(word) && !host))) {
      return `a bare host as "${label}", which may be a name`;
    }
    if (host) return undefined;
  }
  if (!alone && inSentence(text, hit.start, hit.end, literal.body)) return undefined;
  if (labels.length === 0) return 'a bare host in a place that has no name';
  return `a bare host as "${labels[0]}", which does not say that it is a host`;
}

/** The name that stands before a value within a text that holds both: `host: …`, `server=…`. */
function ownLabel(text: string, from: number, at: number): string[] {
  const label = /([\w.-]{1,60})["']?\s{0,8}[:=]\s{0,8}["']?$/.exec(text.slice(Math.max(from, at - 80), at))?.[1];
  return label === undefined ? [] : [label];
}

/** True when the policy takes the same host elsewhere where a WebSocket's scheme stands before it. */
function goesElsewhere({ hit, standing }: Occurrence, { entries }: Policy): boolean {
  return (
    standing.state === 'retired' &&
    entries.some(({ from, to }) => from.host === hit.host && /^wss?$/.test(from.scheme ?? '') && to.host !== standing.to.host)
  );
}

const WORD = /(?<![^\s"'(`>])[A-Za-z]{2,}(?=[\s,.;!?)'"`<]|$)/g;

/** A host among three words or more is read by people; so is one behind two, of which the first has a capital, and one that explains words or is explained in parentheses. */
function inSentence(text: string, start: number, end: number, body: { start: number; end: number }): boolean {
  const before = withoutCode(text.slice(Math.max(body.start, start - 2000), start)).slice(-60);
  const after = withoutCode(text.slice(end, Math.min(body.end, end + 2000))).slice(0, 60);
  const explains = (/\w \($/.test(before) && after.startsWith(')')) || /^ \([A-Za-z][A-Za-z ]*\)/.test(after);
  return explains || (`${before} ${after}`.match(WORD) ?? []).length >= 3 || /^[A-Z][a-z]+ [a-z]+ $/.test(before);
}

/** The characters of a template outside of its `${…}`. */
function withoutCode(template: string): string {
  if (!template.includes('${')) return template;
  let out = '';
  let depth = 0;
  for (let index = 0; index < template.length; index++) {
    const c = template[index]!;
    if (c === '{' && (depth > 0 || template[index - 1] === '$')) depth++;
    if (depth === 0) out += c;
    if (c === '}' && depth > 0) depth--;
  }
  return out;
}
