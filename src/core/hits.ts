import type { Span } from '../types/source.ts';
import type { Anchors } from './anchors.ts';

/** A host of a governed domain where it stands in a text, before anything is known of the syntax around it. The span covers the host's characters alone. */
export interface Hit extends Span {
  /** Lower case, ASCII where the policy knows the Unicode form, escapes of the dots undone; may begin with `.` or `-` when `form` is `partial`. */
  readonly host: string;
  readonly form:
    | 'plain'
    /** The dots are escaped, as in a regular expression. */
    | 'escaped'
    | 'email'
    /** The beginning is not in the text: a placeholder, a variable, or nothing (`.example.com`). */
    | 'partial';
  /** For a partial host: the static text before the hole and a `*` for it. */
  readonly composite?: string;
  /** True when a placeholder or variable stands directly before a partial host. */
  readonly hole?: boolean;
  /** Lower case, without the colon. */
  readonly scheme?: string;
  readonly schemeSpan?: Span;
  /** `://` and nothing else stands between scheme and host. */
  readonly direct?: boolean;
  /** `//`, user information or a port stands beside the host: it can only be a network address. */
  readonly authority: boolean;
  /** It stands where a URL has user information: before the `@` of another host. It then has no scheme. */
  readonly user?: boolean;
  readonly port?: string;
}

const HOST_CHARACTER = /[A-Za-z0-9*-]/;
const KNOWN_SCHEME =
  /(?:https?|wss?|ftps?|sftp|ssh|git|grpcs?|rediss?|amqps?|mqtts?|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|jdbc|tcp|udp|ldaps?|smtps?|imaps?|sips?|nats|kafka|s3|gs|file)$/i;
const SCHEME_BEFORE =
  /([A-Za-z][A-Za-z0-9+.-]*)((?::|%(?:25)*3A)((?:\\*\/|%(?:25)*2F|&#x2F;|&#47;){2}))([^\s/?#"'<>`\\@[\]]*@)?$/i;
/** What the last character before a host can be where a scheme stands before it. */
const SCHEME_END = /[/;@Ff]/;
const SCHEME_CHARACTER = /[A-Za-z0-9+.-]/;
/** Behind a placeholder, two slashes are of its path. */
const AUTHORITY_BEFORE = /(?:^|[^:\w}])\/\/$/;
/** Characters before a host in which its scheme is looked for. */
const REACH = 256;

/** Every governed host of `text` whose domain begins at `from` or behind it, in order. Linear in the length of the text. */
export function findHits(text: string, anchors: Anchors, from = 0): Hit[] {
  const hits: Hit[] = [];
  anchors.pattern.lastIndex = from;
  for (let match = anchors.pattern.exec(text); match; match = anchors.pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (!endsHost(text, end)) continue;
    const hit = hitAt(text, match.index, end, anchors);
    if (hit && (hits.length === 0 || hits[hits.length - 1]!.end <= hit.start)) hits.push(hit);
  }
  return hits;
}

/** Matches where an address begins that is written directly behind another one. */
const ADDRESS = /^(?:https?|wss?):\/\//i;

/** Whether an address begins at `at`, which may be the end of another one. */
export function beginsAddress(text: string, at: number): boolean {
  return ADDRESS.test(text.slice(at, at + 8));
}

function endsHost(text: string, end: number): boolean {
  const rest = text.slice(end, end + 16);
  return (
    ADDRESS.test(rest.replace(/^(?:\*\.|[.*]|\\{1,4}\.|\[\.\])/, '')) ||
    !/^(?:[A-Za-z0-9-]|\*\.?[A-Za-z0-9]|(?:\\*\.|\[\.\])[A-Za-z0-9])/.test(rest)
  );
}

function hitAt(text: string, anchor: number, end: number, anchors: Anchors): Hit | undefined {
  let start = extendLeft(text, anchor, HOST_CHARACTER);
  let wide = anchors.international ? extendLeft(text, anchor, /[\p{L}\p{M}\p{N}*-]/u) : start;
  if (wide < start && !anchors.international?.has(anchors.toAscii(text.slice(wide, end)))) wide = start;
  start = Math.min(start, wide);
  const trimmed = trimStart(text, start, end);
  start = trimmed.start;
  if (start >= end) return undefined;
  const raw = text.slice(start, end);
  const host = anchors.toAscii(raw.replace(/\\+\.|\[\.\]|%2e/gi, '.'));
  const escaped = /\\|\[\.\]|%2e/i.test(raw);
  const port = /^:(\d{1,5})(?!\d)/.exec(text.slice(end, end + 7))?.[1];
  const written = schemeBefore(text, start);
  const user = written !== undefined && leadsToUser(text, end);
  const scheme = user ? undefined : written;
  const partial = trimmed.hole !== undefined || /^[.\\[-]/.test(raw);
  const mail = text[start - 1] === '@' && !written;
  const form = mail ? 'email' : partial ? 'partial' : escaped ? 'escaped' : 'plain';
  return {
    start,
    end,
    host: host.toLowerCase(),
    form,
    ...(partial ? { composite: `${trimmed.hole ?? ''}*${host.toLowerCase()}`, hole: trimmed.hole !== undefined } : {}),
    ...(scheme ? { scheme: scheme.name, schemeSpan: scheme.span, direct: scheme.direct } : {}),
    ...(port ? { port } : {}),
    ...(user ? { user } : {}),
    authority: scheme !== undefined || port !== undefined || AUTHORITY_BEFORE.test(text.slice(Math.max(0, start - 3), start)),
  };
}

function extendLeft(text: string, from: number, character: RegExp): number {
  let at = from;
  while (at > 0 && from - at < 512) {
    const c = text[at - 1]!;
    if (character.test(c)) at--;
    else if (c === '.') {
      at--;
      while (at > 0 && text[at - 1] === '\\') at--;
    } else if (c === ']' && text.startsWith('[.]', at - 3)) at -= 3;
    else break;
  }
  return at;
}

/** Takes off what touches the host without being of it, and recognises a hole before it. */
function trimStart(text: string, from: number, end: number): { start: number; hole?: string } {
  let start = from;
  while (text[start] === '*' && text[start + 1] !== '.') start++;
  while (text[start] === '.' && text[start + 1] === '.') start++;
  const before = text[start - 1] ?? '';
  const raw = text.slice(start, end);
  if (before === '\\' && backslashes(text, start) % 2 === 1) {
    const sequence = /^(?:x[0-9a-f]{2}|u[0-9a-f]{4}|[0-7]{1,3}|[abefnrtvdswDSWB])/.exec(raw);
    return { start: start + (sequence ? sequence[0].length : 0) };
  }
  if (before === '%') {
    const encoded = /^(?:25)*[0-9a-f]{2}/i.exec(raw);
    if (encoded && encoded[0].length < raw.length) return { start: start + encoded[0].length };
    const conversion = /^[sdirfv](?=[.-])/.exec(raw);
    if (conversion) return { start: start + 1, hole: staticBefore(text, start - 1) };
  }
  if (before === ')' && /^s(?=[.-])/.test(raw)) {
    const named = /%\([^()]*\)$/.exec(text.slice(Math.max(0, start - 80), start));
    if (named) return { start: start + 1, hole: staticBefore(text, start - named[0].length) };
  }
  const variable = /\$[A-Za-z_]\w*$/.exec(
    text.slice(Math.max(0, start - 80), start + (/^[A-Za-z0-9]*/.exec(raw)?.[0].length ?? 0)),
  );
  if (variable && !/^\$[a-z]?$/.test(variable[0])) {
    const after = start + (/^[A-Za-z0-9]*/.exec(raw)?.[0].length ?? 0);
    if (after < end) return { start: after, hole: staticBefore(text, after - variable[0].length) };
  }
  if (before === '$') return { start: start + (/^\d+/.exec(raw)?.[0].length ?? 0) };
  if (before === ':' && raw.startsWith('-')) return { start: start + 1 };
  if (before === '}' && !/\\u\{[0-9a-f]+\}$/i.test(text.slice(Math.max(0, start - 12), start))) {
    const open = openingBrace(text, start - 1);
    return { start, hole: staticBefore(text, open) };
  }
  return { start };
}

function backslashes(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count;
}

/** The start of the placeholder that ends with the brace at `close`: `{x}`, `${x}`, `{{ x }}`. */
function openingBrace(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 200; at--) {
    if (text[at] === '}') depth++;
    else if (text[at] === '{' && --depth === 0) return text[at - 1] === '$' || text[at - 1] === '#' ? at - 1 : at;
    else if (text[at] === '\n') break;
  }
  return close;
}

/** The host characters that stand directly before `at`, lower case. */
function staticBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 80 && /[A-Za-z0-9.-]/.test(text[start - 1]!)) start--;
  return text.slice(start, at).toLowerCase();
}

/** Whether an address goes on behind `at` with user information, which ends with `@`. */
export function leadsToUser(text: string, at: number): boolean {
  const behind = text.slice(at, at + REACH);
  return behind.includes('@') && /^[^\s/?#"'<>`\\@[\]]*@[^\s/?#"'<>`\\@)\]},;]/.test(withoutHoles(behind));
}

/** A text of the same length with other characters for what is in braces: code, of which nothing is part of an address; also for an escaped dollar. */
function withoutHoles(text: string): string {
  let closed = text.replaceAll('\\$', 'xx').replace(/\{[^{}\s'"`/]*\}/g, (hole) => 'x'.repeat(hole.length));
  for (let depth = 0; depth < 3; depth++) closed = closed.replace(/\$\{[^{}\n]*\}/g, (hole) => 'x'.repeat(hole.length));
  return closed;
}

interface Scheme {
  readonly name: string;
  readonly span: Span;
  readonly direct: boolean;
}

function schemeBefore(text: string, start: number): Scheme | undefined {
  if (!SCHEME_END.test(text[start - 1] ?? '')) return undefined;
  if (text.startsWith('://', start - 3)) return directScheme(text, start);
  const written = text.slice(Math.max(0, start - REACH), start);
  const before = written.endsWith('@') ? withoutHoles(written) : written;
  const match = SCHEME_BEFORE.exec(before);
  if (!match) return undefined;
  const end = start - before.length + match.index + match[1]!.length;
  return schemeOf(match[1]!, end, match[2] === '://' && match[4] === undefined);
}

/** The common case, read backwards from the `://` that ends at `start`. */
function directScheme(text: string, start: number): Scheme | undefined {
  const end = start - 3;
  const least = Math.max(0, start - REACH);
  let from = end;
  while (from > least && SCHEME_CHARACTER.test(text[from - 1]!)) from--;
  const written = /[A-Za-z].*/.exec(text.slice(from, end))?.[0];
  return written === undefined ? undefined : schemeOf(written, end, true);
}

/** The known scheme at the end of what is written before the colon at `end`. */
function schemeOf(written: string, end: number, direct: boolean): Scheme {
  const known = KNOWN_SCHEME.exec(written)?.[0] ?? written;
  const compound = /^(?:jdbc|git|svn)\+?$/i.test(written.slice(0, -known.length)) ? written : known;
  return { name: compound.toLowerCase(), span: { start: end - compound.length, end }, direct };
}
