import { domainToASCII, domainToUnicode } from 'node:url';
import type { Policy } from '../types/policy.ts';

/** What to look for in a text before anything else: the domains under which all governed hosts stand. */
export interface Anchors {
  /** Global and without case; finds the domain with plain, escaped or percent-encoded dots. */
  readonly pattern: RegExp;
  /** The same for bytes that were read as Latin-1; not global. */
  readonly bytes: RegExp;
  /** The domains as they may be written, in ASCII and in Unicode. */
  readonly written: readonly string[];
  /** The domains of `bytes` as Latin-1 text, with plain dots: a match of `bytes` is one of them, without case and with its dots in any form. */
  readonly forms: readonly string[];
  /** Governed hosts that have a Unicode form, in their ASCII form; absent when there are none. */
  readonly international?: ReadonlySet<string>;
  /** ASCII form of a host, lower case; the text itself where it is no host. */
  readonly toAscii: (host: string) => string;
}

const DOT = '(?:\\\\{0,4}\\.|\\[\\.\\]|%2e)';

/** Characters that the longest form of a dot has. */
export const LONGEST_DOT = 5;

/** Compiles the anchors of a policy. */
export function compileAnchors(policy: Policy): Anchors {
  const hosts = [...policy.services.map((s) => s.canonical.host), ...policy.entries.map((e) => e.from.host)];
  const domains = new Set(policy.apex);
  for (const host of hosts)
    if (!policy.apex.some((apex) => host === apex || host.endsWith(`.${apex}`))) domains.add(domainOf(host));
  const written = [...domains].flatMap((domain) => {
    const unicode = domainToUnicode(domain);
    return unicode && unicode !== domain ? [domain, unicode] : [domain];
  });
  const forms = written.flatMap(byteForms);
  const international = new Set(hosts.filter((host) => host.includes('xn--')));
  const none = '(?!)';
  return {
    pattern: new RegExp(written.map(source).join('|') || none, international.size > 0 ? 'giu' : 'gi'),
    bytes: new RegExp(forms.map(source).join('|') || none, 'i'),
    written,
    forms,
    ...(international.size > 0 ? { international } : {}),
    toAscii: (host) => (/[^\x00-\x7f]/.test(host) ? domainToASCII(host) || host.toLowerCase() : host.toLowerCase()),
  };
}

/** The last two labels, or three where the last two look like a public suffix (`co.uk`). */
function domainOf(host: string): string {
  const labels = host.split('.').filter((label) => !label.includes('*'));
  const short = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.slice(short ? -3 : -2).join('.');
}

const source = (domain: string): string => domain.split('.').map(literally).join(DOT);

const literally = (label: string): string => label.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A Unicode domain as the bytes of its UTF-8 and of its Latin-1 form, lower and upper case, read as Latin-1. */
function byteForms(domain: string): string[] {
  if (!/[^\x00-\x7f]/.test(domain)) return [domain];
  const cases = [domain, domain.toUpperCase()];
  return cases.flatMap((form) => [Buffer.from(form, 'utf8').toString('latin1'), ...inLatin1(form)]);
}

/** The form with Latin-1's characters alone, which are at most in another case; empty where Latin-1 lacks one. */
function inLatin1(form: string): string[] {
  const cased = form.replace(/[μΜ]/g, 'µ').replaceAll('Ÿ', 'ÿ');
  return /[^\x00-\xff]/.test(cased) ? [] : [cased];
}
