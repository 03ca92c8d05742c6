import type { Address, Entry, Policy, Service } from '../types/policy.ts';
import type { Edit, Span } from '../types/source.ts';
import { beginsAddress, type Hit } from './hits.ts';
import { compileHostPattern, type HostPattern } from './host-pattern.ts';
import { remembered } from './remembering.ts';
import { hostAndPort, withoutScheme } from './show-address.ts';

/** What the policy says of a host that was found. */
export type Standing =
  | {
      readonly state: 'retired';
      readonly entry: Entry;
      readonly service?: string;
      /** The governed characters: scheme, host, port and path prefix as far as the entry names them. */
      readonly span: Span;
      /** What puts the canonical address in their place, every other character kept. */
      readonly edits: readonly Edit[];
      /** The address after the replacement. */
      readonly to: Address;
      /** The policy retires that address as well, by a pattern of another entry or the same. */
      readonly leadsOn?: true;
    }
  | { readonly state: 'canonical'; readonly service?: string; readonly span: Span; readonly to: Address }
  | { readonly state: 'partial'; readonly span: Span; readonly candidates: readonly string[] }
  | { readonly state: 'unknown'; readonly span: Span };

type Retired = Extract<Standing, { readonly state: 'retired' }>;

export interface Matcher {
  /** `undefined`: the host is none of the policy's business. */
  match(text: string, hit: Hit): Standing | undefined;
  /** The retired hosts that end with this one: a text before it may complete them. */
  completions(host: string): readonly string[];
}

interface Compiled {
  readonly entry: Entry;
  readonly order: number;
  readonly pattern: HostPattern;
}

/** What is known of a host, wherever it stands. */
interface Place {
  readonly host: string;
  /** Where its characters end. */
  readonly end: number;
  readonly scheme?: string | undefined;
  readonly port?: string | undefined;
}

/** Longer than any path prefix of an entry. */
const LONGEST_PREFIX = 2048;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443' };

/** Compiles the precedence rules of a policy. */
export function compileMatcher(policy: Policy): Matcher {
  const candidates = candidatesIn(policy);
  const renamedTo = policy.entries
    .filter((entry) => entry.service === undefined)
    .map((entry) => compileHostPattern(entry.to.host));
  const serviceAt = (text: string, place: Place): Service | undefined =>
    policy.services.find((s) => s.canonical.host === place.host && addressEnd(text, place, s.canonical) !== undefined);
  const entryFor = (text: string, place: Place, service: Service | undefined): Compiled | undefined =>
    candidates(place.host).find(
      ({ entry: { from } }) =>
        (from.scheme === undefined || from.scheme === place.scheme) &&
        addressEnd(text, place, from) !== undefined &&
        !(service && outranks(service.canonical, from)),
    );
  const isRetiredAgain = (text: string, hit: Hit, { to, span, entry }: Retired): boolean => {
    if (entry.service !== undefined) return false;
    const written = withoutScheme(to) + text.slice(span.end, span.end + LONGEST_PREFIX);
    const port = to.port ?? (entry.from.port === undefined ? hit.port : undefined);
    const place = { host: to.host.toLowerCase(), end: to.host.length, scheme: to.scheme ?? hit.scheme, port };
    return entryFor(written, place, serviceAt(written, place)) !== undefined;
  };
  const governed = (host: string): boolean => policy.apex.some((apex) => host === apex || host.endsWith(`.${apex}`));
  return {
    completions: completionsIn(policy),
    match(text, hit) {
      if (hit.form === 'partial') {
        const found = partialCandidates(policy, hit);
        return found.length > 0 ? { state: 'partial', span: hit, candidates: found } : undefined;
      }
      const service = serviceAt(text, hit);
      const compiled = entryFor(text, hit, service);
      if (compiled) {
        const standing = retiredBy(text, hit, compiled, policy.services);
        return isRetiredAgain(text, hit, standing) ? { ...standing, leadsOn: true } : standing;
      }
      if (service) {
        const end = addressEnd(text, hit, service.canonical)!;
        return { state: 'canonical', service: service.key, span: { start: hit.start, end }, to: service.canonical };
      }
      if (renamedTo.some((pattern) => pattern.match(hit.host))) return { state: 'canonical', span: hit, to: { host: hit.host } };
      const known = policy.services.some((s) => s.canonical.host === hit.host);
      return governed(hit.host) && !known ? { state: 'unknown', span: hit } : undefined;
    },
  };
}

/** Makes the function that gives the entries of a host, by precedence. */
function candidatesIn({ entries }: Policy): (host: string) => readonly Compiled[] {
  const exact = new Map<string, Compiled[]>();
  const patterns: Compiled[] = [];
  for (const [order, entry] of entries.entries()) {
    const compiled = { entry, order, pattern: compileHostPattern(entry.from.host) };
    if (entry.from.host.includes('*')) patterns.push(compiled);
    else exact.set(entry.from.host, [...(exact.get(entry.from.host) ?? []), compiled]);
  }
  const known = new Map<string, readonly Compiled[]>();
  return (host) =>
    remembered(known, host, () =>
      [...(exact.get(host) ?? []), ...patterns.filter(({ pattern }) => pattern.match(host))].sort((a, b) => a.order - b.order),
    );
}

/** Makes the function of `Matcher.completions`. */
function completionsIn({ entries, apex }: Policy): Matcher['completions'] {
  const known = new Map<string, readonly string[]>();
  return (host) =>
    remembered(known, host, () => {
      const longer = entries.map(({ from }) => from.host).filter((from) => from.endsWith(`.${host}`));
      return apex.includes(host) ? [] : [...new Set(longer)];
    });
}

/** Whether a canonical address that fits is a closer fit than a retired one: longer in path, or exact where the other is a pattern. */
function outranks(canonical: Address, retired: Address): boolean {
  if (retired.scheme !== undefined) return false;
  const longer = (canonical.path?.length ?? 0) - (retired.path?.length ?? 0);
  return longer > 0 || (longer === 0 && retired.host.includes('*'));
}

/** What an entry that fits says of a hit. */
function retiredBy(text: string, hit: Hit, { entry, pattern }: Compiled, services: Policy['services']): Retired {
  const { from } = entry;
  const end = addressEnd(text, hit, from)!;
  const written = text.slice(hit.start, hit.end);
  const carried = pattern.match(written) ?? pattern.match(hit.host) ?? [];
  let next = 0;
  const host = entry.to.host.replace(/\*\*?/g, () => carried[next++] ?? '*');
  const to: Address = { ...entry.to, host };
  // A rename may lead to a service, whose constant the next run would ask for.
  const service = entry.service ?? services.find(({ canonical }) => isSamePlace(canonical, to))?.key;
  const schemeEdits = from.scheme && to.scheme && to.scheme !== from.scheme ? [{ ...hit.schemeSpan!, text: to.scheme }] : [];
  const path = to.path === undefined ? '' : encodeLike(to.path, text.slice(hit.end, end) || separatorBefore(text, hit));
  const place = { start: hit.start, end, text: hostAndPort(to) + path };
  return {
    state: 'retired',
    entry,
    ...(service ? { service } : {}),
    span: { start: from.scheme ? hit.schemeSpan!.start : hit.start, end },
    edits: [...schemeEdits, place],
    to,
  };
}

function isSamePlace(a: Address, b: Address): boolean {
  return a.host === b.host && a.port === b.port && a.path === b.path;
}

/** Where the port and path prefix of `address` end behind the host, or `undefined` when they are not there. */
function addressEnd(text: string, hit: Place, address: Address): number | undefined {
  let end = hit.end;
  if (address.port !== undefined) {
    if (hit.port === address.port) end += 1 + hit.port.length;
    else if (hit.port !== undefined || DEFAULT_PORTS[hit.scheme ?? ''] !== address.port) return undefined;
  }
  if (address.path === undefined) return end;
  for (const c of address.path) {
    const written =
      c === '/' ? /^(?:\\*\/|%(?:25)*2f)/i.exec(text.slice(end, end + 8))?.[0] : text.startsWith(c, end) ? c : undefined;
    if (written === undefined) return undefined;
    end += written.length;
  }
  const next = text.slice(end, end + 8);
  return AFTER_PATH.test(next) || beginsAddress(text, end) ? end : undefined;
}

/** What ends a segment of a path; a dot does at the end of a sentence, not in `/docs.html`. */
const AFTER_PATH = /^(?:$|[/?#@:\s"'`<>()[\]{},;|\\&*!$]|\.(?![\w%./-])|%(?:25)*(?:2f|3f|23|40|3a|20|22|26))/i;

function separatorBefore(text: string, hit: Hit): string {
  return /(?:\\*\/|%(?:25)*2f){1}$/i.exec(text.slice(Math.max(0, hit.start - 8), hit.start))?.[0] ?? '/';
}

/** Writes the slashes of `path` as the slashes of `sample` are written. */
function encodeLike(path: string, sample: string): string {
  const slash = /\\+\/|%(?:25)*2f/i.exec(sample)?.[0] ?? '/';
  return path.replaceAll('/', slash);
}

/** The retired hosts that a partial host may become; empty when the static part is no more than a governed domain. */
function partialCandidates(policy: Policy, hit: Hit): string[] {
  const prefix = hit.composite!.slice(0, hit.composite!.indexOf('*'));
  const found = completionsOf(policy, hit.host, prefix);
  return found.length > 0 || prefix === '' ? found : completionsOf(policy, hit.host, '');
}

function completionsOf(policy: Policy, host: string, prefix: string): string[] {
  const fixed = host.replace(/^[.-]/, '');
  const literally = (part: string): string => part.replace(/[.*]/g, '\\$&');
  const composite = new RegExp(`^${literally(prefix)}[a-z0-9.*-]+${literally(host)}$`);
  const sample = `${prefix}x${host}`;
  const found = new Set<string>();
  for (const { from } of policy.entries) {
    const apex = policy.apex.find((domain) => from.host === domain || from.host.endsWith(`.${domain}`));
    const generic = apex === undefined ? from.host.replace(/^.*\*[^.]*\.?/, '') : apex;
    const telling = host.startsWith('-') || fixed.length > generic.length || prefix.length > 1;
    const fits =
      composite.test(from.host) || (from.host.includes('*') && compileHostPattern(from.host).match(sample) !== undefined);
    if (from.host === host || (telling && fits)) found.add(from.host);
  }
  return [...found];
}

/** Whether the next run would change what this one wrote. */
export function leadsOn(standing: Standing): boolean {
  return standing.state === 'retired' && standing.leadsOn === true;
}
