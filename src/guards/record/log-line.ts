import { anyOf } from '../any-of.ts';

/** A date with a time of day, as log lines begin with. */
export const TIMESTAMP = /(?:^|[\s"'`|>])\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?[^\n]*|^\s*\[?\d{2}:\d{2}:\d{2}\b/;

/** `[ERROR]`, `> [PASS]`, `WARNING: `, `INFO | `. */
export const LEVEL =
  /^\s*(?:[>|]\s*)?(?:\[(?:ERROR|WARN(?:ING)?|INFO|DEBUG|CRITICAL|FATAL|PASS|FAIL|OK)\]|(?:ERROR|WARNING|CRITICAL|FATAL|INFO|DEBUG)\s*[:|-])/;

/** `ConnectionError: …`, and how pytest marks the lines of one. */
export const EXCEPTION = /\b[A-Z]\w*(?:Error|Exception):\s|^\s*E\s{2,}/;

/** What `curl -v` prints of a request and its answer. */
export const HTTP_TRACE = /^\s*(?:<|>)\s+(?:HTTP\/|GET |POST |Host:|location:)|^\s*HTTP\/[\d.]+\s+\d{3}/;

/** Keys of a structured log entry. */
export const LOG_ENTRY = /"(?:timestamp|textPayload|insertId|receiveTimestamp)"\s*:/;

/** Errors as clients name them. */
export const CLIENT_ERROR = /\b(?:curl: \(\d+\)|ssl\.SSLError|ECONNREFUSED|ENOTFOUND|CERTIFICATE_VERIFY_FAILED)/;

/** A line that a program has printed. */
export const LOG_LINE = anyOf([TIMESTAMP, LEVEL, EXCEPTION, HTTP_TRACE, LOG_ENTRY, CLIENT_ERROR]);
