import { type Line, lineOf } from '../../core/line.ts';
import { remembering } from '../../core/remembering.ts';
import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';

const LOG_LINE =
  /(?:^|[\s"'`|>])\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?[^\n]*|^\s*\[?\d{2}:\d{2}:\d{2}\b|^\s*(?:[>|]\s*)?(?:\[(?:ERROR|WARN(?:ING)?|INFO|DEBUG|CRITICAL|FATAL|PASS|FAIL|OK)\]|(?:ERROR|WARNING|CRITICAL|FATAL|INFO|DEBUG)\s*[:|-])|\b[A-Z]\w*(?:Error|Exception):\s|^\s*E\s{2,}|^\s*(?:<|>)\s+(?:HTTP\/|GET |POST |Host:|location:)|^\s*HTTP\/[\d.]+\s+\d{3}|"(?:timestamp|textPayload|insertId|receiveTimestamp)"\s*:|\b(?:curl: \(\d+\)|ssl\.SSLError|ECONNREFUSED|ENOTFOUND|CERTIFICATE_VERIFY_FAILED)/;
/** In a comment or docstring, how an author begins a note. */
const NOTE = /^\s*(?:#\s*)?(?:WARNING|CRITICAL|INFO)\s*:\s/;
/** What clients print about a host that they could not reach, wherever it is quoted. */
const FAILURE =
  /HTTPS?ConnectionPool\(|Max retries exceeded|certificate is not valid for|[Hh]ostname mismatch|getaddrinfo failed|NXDOMAIN|net::ERR_[A-Z]/;
const SHOUTED = /\b(?:ERROR|WARNING|FATAL):\s/;
const DATA = /\.(?:jsonl?|ndjson|csv|tsv|har|xml|out|txt)$/i;

const marksOf = remembering(({ text }: Line) => ({
  isLog: LOG_LINE.test(text),
  isNote: NOTE.test(text),
  isShouted: SHOUTED.test(text),
  isFailure: FAILURE.test(text),
}));

export const recordedOutput = {
  code: 'recorded-output',
  title: 'quoted output, a record of what was',
  sentence: () => 'the line is quoted output, which records what was',
  holds({ hit, literal }, { file }) {
    if (!literal || !isForPeople(literal)) return false;
    const isProse = literal.kind === 'prose';
    const isLabelled = literal.labels.length > 0 && !DATA.test(file.path);
    const { isLog, isNote, isShouted, isFailure } = marksOf(lineOf(file, hit.start));
    const isLogged = isLog && (isProse || !isNote);
    return (!isLabelled && (isLogged || (isProse && isShouted))) || (isProse && isFailure);
  },
} satisfies Guard;
