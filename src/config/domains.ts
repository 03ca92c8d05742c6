import { getPublicSuffix, parse } from 'tldts';
import { parseAddress } from './address.ts';
import type { Path } from './locate.ts';
import { type Problems, show } from './problems.ts';

/** The domains of `apex`, lower case and ASCII, each once. */
export function parseApex(written: readonly string[], problems: Problems): string[] {
  const domains = written.flatMap((text, index) => {
    const host = hostAt(text, ['apex', index], problems);
    if (host === undefined) return [];
    const { domain, publicSuffix } = parse(host, { allowPrivateDomains: true });
    if (domain !== null) return [host];
    const what =
      publicSuffix === host && host.includes('.') ? 'a public suffix, under which anyone may register' : 'no registrable domain';
    problems.add(['apex', index], `${show(text)} is ${what}; write your own domain, e.g. example.${host}`);
    return [];
  });
  return [...new Set(domains)];
}

/** The host of an entry that is nothing but a host, lower case and ASCII; `shown` is the entry where `text` is a part of it. */
export function hostAt(text: string, path: Path, problems: Problems, shown = text): string | undefined {
  const parsed = parseAddress(text, 'exact');
  if ('fault' in parsed) {
    const mend = text.includes('*')
      ? 'holds a wildcard that is not its whole first label; write example.com or *.example.com'
      : parsed.fault;
    problems.add(
      path,
      `${show(shown)} ${path[0] === 'apex' && text.includes('*') ? 'holds a wildcard; write the domain alone' : mend}`,
    );
    return undefined;
  }
  const { scheme, host, port, path: prefix } = parsed.address;
  if (scheme || port || prefix) {
    problems.add(path, `${show(shown)} is more than a domain; write ${shown.startsWith('*.') ? '*.' : ''}${host}`);
    return undefined;
  }
  return host;
}

/** Whether every host below `suffix` would be matched although `suffix` is a public one (`com`, `co.uk`). */
export function isPublicSuffix(suffix: string): boolean {
  return getPublicSuffix(suffix) === suffix;
}
