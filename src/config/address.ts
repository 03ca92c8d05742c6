import { domainToASCII } from 'node:url';
import type { Address } from '../types/policy.ts';

/** The address that a text stands for, or why it stands for none: a clause that follows the quoted text. */
export type Parsed = { readonly address: Address } | { readonly fault: string };

const EXAMPLE = 'write e.g. api.example.com';

/** Reads `[scheme://]host[:port][/path]`. The host becomes lower case ASCII without a trailing dot; a path loses its trailing slash. */
export function parseAddress(written: string, wildcards: 'wildcards' | 'exact'): Parsed {
  if (written === '') return { fault: `is empty; ${EXAMPLE}` };
  if (/\s/.test(written)) return { fault: `is not a host (it holds white space); ${EXAMPLE}` };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(written);
  if (!scheme && written.includes('://')) return { fault: 'has no valid scheme; write e.g. wss://api.example.com' };
  if (!scheme && written.startsWith('//'))
    return { fault: `begins with //; write ${written.slice(2) || 'a host'}, or a scheme before it` };
  const rest = scheme ? written.slice(scheme[0].length) : written;
  const [, authority = '', tail = ''] = /^([^/?#]*)(.*)$/.exec(rest) ?? [];
  if (authority.includes('@')) return { fault: 'holds user information; write the host alone' };
  if (authority.startsWith('[')) return { fault: 'is an IPv6 address, which redomain does not follow; write a host name' };
  const [, name = '', port] = /^([^:]*)(?::(.*))?$/.exec(authority) ?? [];
  if (authority.split(':').length > 2) return { fault: `holds more than one colon; ${EXAMPLE}:8443` };
  const portFault = port === undefined ? undefined : faultOfPort(port);
  if (portFault) return { fault: portFault };
  const pathFault = faultOfPath(tail);
  if (pathFault) return { fault: pathFault };
  const host = parseHost(name, wildcards);
  if ('fault' in host) return host;
  const path = tail.replace(/\/+$/, '');
  return {
    address: {
      ...(scheme ? { scheme: scheme[1]!.toLowerCase() } : {}),
      host: host.host,
      ...(port === undefined ? {} : { port }),
      ...(path ? { path } : {}),
    },
  };
}

function faultOfPort(port: string): string | undefined {
  const valid = /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535;
  return valid ? undefined : `has the port ${JSON.stringify(port)}; write a number from 1 to 65535, or none`;
}

function faultOfPath(path: string): string | undefined {
  if (/[?#]/.test(path)) return 'holds a query or a fragment; write scheme, host, port and path alone';
  if (path.includes('*')) return 'holds a wildcard in its path; only hosts may have one';
  if (/["'`<>\\]/.test(path)) return 'holds a character in its path that no URL has; write it percent-encoded';
  return undefined;
}

function parseHost(written: string, wildcards: 'wildcards' | 'exact'): { host: string } | { fault: string } {
  const labels = written
    .replace(/[\u3002\uff0e\uff61]/g, '.')
    .replace(/\.$/, '')
    .split('.');
  const ascii: string[] = [];
  for (const label of labels) {
    if (label === '') return { fault: `is not a host (it has an empty label); ${EXAMPLE}` };
    if (label.includes('*')) {
      if (wildcards === 'exact')
        return { fault: 'holds a wildcard where one host must stand; write the host that takes the place of the others' };
      const fault = faultOfWildcard(label);
      if (fault) return { fault };
      ascii.push(label.toLowerCase());
      continue;
    }
    const plain = /[^\x00-\x7f]/.test(label) ? domainToASCII(label) : label.toLowerCase();
    if (!/^(?!-)[a-z0-9_-]+(?<!-)$/.test(plain))
      return { fault: `is not a host (the label ${JSON.stringify(label)}); ${EXAMPLE}` };
    if (plain.length > 63) return { fault: `is not a host (a label of ${plain.length} characters; 63 is the limit); ${EXAMPLE}` };
    ascii.push(plain);
  }
  if (ascii.at(-1)!.includes('*'))
    return { fault: 'would match hosts of every domain; end the pattern with a domain, e.g. *.example.com' };
  const host = ascii.join('.');
  return host.length > 253 ? { fault: `is not a host (${host.length} characters; 253 is the limit); ${EXAMPLE}` } : { host };
}

function faultOfWildcard(label: string): string | undefined {
  if (label === '**') return undefined;
  if (label.includes('**'))
    return `uses ** within the label ${JSON.stringify(label)}; ** stands for whole labels, * for a part of one`;
  if (/^[a-z0-9_*-]+$/i.test(label)) return undefined;
  return `is not a host pattern (the label ${JSON.stringify(label)}); write a label with a wildcard in ASCII`;
}

/** The wildcards of a host, in order: `*` and `**`. */
export function wildcardsOf(host: string): readonly string[] {
  return host.match(/\*\*?/g) ?? [];
}
