import { compileAnchors } from '../core/anchors.ts';
import { findHits, type Hit } from '../core/hits.ts';
import type { Policy } from '../types/policy.ts';
import { namesIn } from './names.ts';
import { namesHost } from './vocabulary.ts';

/** One place where a host stands, and what stands around it. */
export interface Sighting {
  /** Lower case; begins with `.` or `-` where its beginning is not in the text. */
  readonly host: string;
  /** How sure it is that this is a host: an address, the value of a name such as `API_HOST`, or only a word with dots. */
  readonly strength: 'address' | 'named' | 'bare';
  readonly scheme?: string;
  /** Names beside it that may say what it is, nearest first. */
  readonly names: readonly string[];
  /** A word such as `DEPRECATED` or `OLD` stands near. */
  readonly deprecated: boolean;
}

/** What is known of the file that a word stands in. */
export interface Setting {
  /** Text outside of quotes and comments is a program. */
  readonly code: boolean;
}

/** Characters before and behind a word that are looked at. */
export const BEFORE = 320;
export const BEHIND = 120;

const NO_NETWORK =
  /^(?:s3|gs|file|data|blob|urn|arn|app|vscode|chrome|chrome-extension|android-app|package|asset|content|mailto)$/;
const DEPRECATED =
  /deprecat|legacy|obsolete|retired|outdated|superseded|no longer|do not use|don't use|forbidden|(?:^|[^a-z.])old(?:[^a-z.]|$)/i;
/** Names of no registry: only an address shows that such a word is a host. */
const RESERVED = /\.(?:example|test)$/;
const QUOTE = /["'`]/;
const ENDS_VALUE = /^(?:["'`\s,;/]|:\d|$)/;
/** How packages begin that are called like a domain read backwards. */
const PACKAGE_LIKE = /^(?:com|org|net|io|dev|ai)\./;

/** Makes the function that tells what a dotted word is, from the text around it; `undefined` where it is no host, or an e-mail's. */
export function createReader(): (
  before: string,
  word: string,
  behind: string,
  domain: string,
  setting: Setting,
) => Sighting | undefined {
  const anchors = new Map<string, ReturnType<typeof compileAnchors>>();
  const anchorsOf = (domain: string) => {
    let known = anchors.get(domain);
    if (known) return known;
    if (anchors.size > 20_000) anchors.clear();
    known = compileAnchors(governing(domain));
    anchors.set(domain, known);
    return known;
  };
  return (before, word, behind, domain, setting) => {
    const text = before + word + behind;
    const end = before.length + word.length;
    const hit = findHits(text, anchorsOf(domain), before.length).find((one) => one.end === end);
    if (!hit || hit.form === 'email' || hit.user) return undefined;
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const names = namesIn(before, hit.schemeSpan?.start ?? hit.start);
    const strength = strengthOf(hit, text, names, setting);
    if (strength === undefined) return undefined;
    const rest = /^[^\n]*/.exec(behind)![0];
    return {
      host: hit.host,
      strength,
      ...(hit.scheme ? { scheme: hit.scheme } : {}),
      names,
      deprecated: DEPRECATED.test(previousLine(before) + line + rest),
    };
  };
}

function strengthOf(
  { scheme, host, start, end }: Hit,
  text: string,
  names: readonly string[],
  { code }: Setting,
): Sighting['strength'] | undefined {
  if (scheme !== undefined) return NO_NETWORK.test(scheme) ? undefined : 'address';
  if (text.startsWith('//', start - 2)) return 'address';
  if (PACKAGE_LIKE.test(host)) return undefined;
  const isValue =
    (QUOTE.test(text[start - 1] ?? '') || (!code && /[\s=:]/.test(text[start - 1] ?? ''))) &&
    ENDS_VALUE.test(text.slice(end, end + 6));
  return isValue && names.length > 0 && namesHost(names[0]!) && !RESERVED.test(host) ? 'named' : 'bare';
}

/** The line above, where it is short enough to be a comment on this one. */
function previousLine(before: string): string {
  return before.split('\n').at(-2) ?? '';
}

/** A policy that governs one domain, and nothing else. */
function governing(domain: string): Policy {
  return {
    ...{ apex: [domain], certificates: [], services: [], entries: [], modules: [], deliver: [] },
    ...{ emails: 'keep', rules: {}, configFile: '' },
  };
}
