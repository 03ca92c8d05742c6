import { type Line, lineOf } from '../core/line.ts';
import type { Occurrence, View } from '../core/occurrence.ts';
import { LOCK_FILE } from '../core/records.ts';
import { remembering } from '../core/remembering.ts';
import type { Span } from '../types/source.ts';

const LOG_LINE =
  /(?:^|[\s"'`|>])\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?[^\n]*|^\s*\[?\d{2}:\d{2}:\d{2}\b|^\s*(?:[>|]\s*)?(?:\[(?:ERROR|WARN(?:ING)?|INFO|DEBUG|CRITICAL|FATAL|PASS|FAIL|OK)\]|(?:ERROR|WARNING|CRITICAL|FATAL|INFO|DEBUG)\s*[:|-])|\b[A-Z]\w*(?:Error|Exception):\s|^\s*E\s{2,}|^\s*(?:<|>)\s+(?:HTTP\/|GET |POST |Host:|location:)|^\s*HTTP\/[\d.]+\s+\d{3}|"(?:timestamp|textPayload|insertId|receiveTimestamp)"\s*:|\b(?:curl: \(\d+\)|ssl\.SSLError|ECONNREFUSED|ENOTFOUND|CERTIFICATE_VERIFY_FAILED)/;
/** In a comment or docstring, how an author begins a note. */
const NOTE = /^\s*(?:#\s*)?(?:WARNING|CRITICAL|INFO)\s*:\s/;
/** What clients print about a host that they could not reach, wherever it is quoted. */
const FAILURE =
  /HTTPS?ConnectionPool\(|Max retries exceeded|certificate is not valid for|[Hh]ostname mismatch|getaddrinfo failed|NXDOMAIN|net::ERR_[A-Z]/;
/** How a text tells that a host did not answer: directly before it, and behind its address. */
const FAILED_AT =
  /\b(?:(?:not responding|unreachable|time(?:d )?outs?|(?:HTTP )?[45]\d\d errors?) (?:at|to|from) |time(?:d )?outs? (?:when |while )?connecting to |(?:cannot|can't|could not|couldn't|failed to|unable to) (?:connect to|reach|resolve) |time(?:d )?out \()[`"'(\\]*$/i;
const FAILED_HERE =
  /^[^\s`"'<>|]*[`"'\\]*\s*(?:(?:is|was) (?:not responding|unreachable|down)\b|(?:returns|returned) (?:HTTP )?[45]\d\d\b|(?:→|->|=>) *(?:TIMEOUT|FAILED|ERROR|[45]\d\d\b)|TIMEOUT\b|time(?:d )?out$)/;
/** What may be is no record. */
const SUPPOSED = /\b(?:if|when|whenever|unless|until|case|should)\b[^.:;]*$/i;
/** How much of a line on either side of a host these are looked for in, in UTF-16 units. */
const BESIDE = 100;
const SHOUTED = /\b(?:ERROR|WARNING|FATAL):\s/;
const DATA = /\.(?:jsonl?|ndjson|csv|tsv|har|xml|out|txt)$/i;

/** Why a whole file is made by a tool and never edited. */
export function generatedFile(path: string, text: string): string | undefined {
  if (LOCK_FILE.test(path.slice(path.lastIndexOf('/') + 1))) return 'a lock file';
  if (path.endsWith('.map') && /^\s*\{\s*"version"\s*:\s*3/.test(text)) return 'a source map';
  if (/\.min\.(?:js|css|mjs)$/.test(path)) return 'a minified bundle';
  if (/\.(?:js|css|mjs|cjs)$/.test(path) && text.length > 20_000 && text.length / text.split('\n', 2_000).length > 2_000)
    return 'a minified bundle';
  return undefined;
}

/** Why a line is quoted output of a program: a record of the past that must not be rewritten. */
export function recordedOutput(occurrence: Occurrence, view: View): string | undefined {
  const { literal } = occurrence;
  if (!literal || (literal.kind !== 'prose' && literal.kind !== 'docstring' && literal.kind !== 'comment')) return undefined;
  const line = lineOf(view.file, occurrence.hit.start);
  const prose = literal.kind === 'prose';
  const labelled = literal.labels.length > 0 && !DATA.test(view.file.path);
  const { isLog, isNote, isShouted, isFailure } = marksOf(line);
  const logged = isLog && (prose || !isNote);
  if (toldToHaveFailed(occurrence, view.file.text, line)) return 'told to have failed, a record of what was';
  const quoted = (!labelled && (logged || (prose && isShouted))) || (prose && isFailure);
  return quoted ? 'quoted output, a record of what was' : undefined;
}

const marksOf = remembering(({ text }: Line) => ({
  isLog: LOG_LINE.test(text),
  isNote: NOTE.test(text),
  isShouted: SHOUTED.test(text),
  isFailure: FAILURE.test(text),
}));

function toldToHaveFailed({ hit }: Occurrence, text: string, line: Span): boolean {
  const { start } = hit.schemeSpan ?? hit;
  const before = text.slice(Math.max(line.start, start - BESIDE), start);
  const behind = text.slice(hit.end, Math.min(line.end, hit.end + BESIDE));
  return (FAILED_AT.test(before) || FAILED_HERE.test(behind)) && !SUPPOSED.test(before);
}
