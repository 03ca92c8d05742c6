import { parse } from 'tldts';

/** What the public suffix list says of a host. */
export interface Registered {
  /** The registrable domain, lower case. */
  readonly domain: string;
  /** The private suffix under which a platform gives names to its customers (`a.run.app`); absent elsewhere. */
  readonly platform?: string;
}

/** Top-level domains of no registry that documents and tests use as real ones (RFC 2606, RFC 6761). */
const RESERVED = new Set(['example', 'test']);
/** Entries of the cache; a tree that names more hosts only costs more time. */
const ROOM = 50_000;

/** Makes the function that gives the registrable domain of a lower-case host; `undefined` where no registry, and none of `apexes`, stands behind it. */
export function createRegistrar(apexes: readonly string[]): (host: string) => Registered | undefined {
  const known = new Map<string, Registered | undefined>();
  const ask = (host: string): Registered | undefined => {
    const apex = apexes.find((domain) => host === domain || host.endsWith(`.${domain}`));
    if (apex !== undefined) return { domain: apex };
    const { domain, publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
    if (domain === null || publicSuffix === null || !/^(?!-)[a-z0-9_-]+(?<!-)\./.test(domain)) return undefined;
    if (isPrivate) return { domain, platform: publicSuffix };
    return isIcann || RESERVED.has(publicSuffix) ? { domain } : undefined;
  };
  return (host) => {
    if (known.has(host)) return known.get(host);
    if (known.size >= ROOM) known.clear();
    const answer = ask(host);
    known.set(host, answer);
    return answer;
  };
}

/** Makes the function that tells whether a label, lower case, may end a host: a top-level domain, or what one of `apexes` ends with. */
export function createEndings(apexes: readonly string[]): (label: string) => boolean {
  const own = new Set(apexes.map((apex) => apex.split('.').at(-1)));
  return (label) => own.has(label) || RESERVED.has(label) || parse(`x.${label}`).isIcann === true;
}
