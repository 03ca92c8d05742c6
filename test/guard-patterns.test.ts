import { describe, expect, test } from 'vitest';
import { anyOf, groupOf } from '../src/guards/any-of.ts';
import * as logLine from '../src/guards/record/log-line.ts';
import { FAILED_AT, FAILED_HERE } from '../src/guards/record/recorded-failure.ts';
import { RETIREMENT_TEXT } from '../src/guards/retired/vocabulary.ts';
import { PINNED } from '../src/guards/use/pinned-artefact.ts';

type Table = readonly (readonly [name: string, pattern: RegExp, matched: readonly string[], other: readonly string[]])[];

const PATTERNS: Table = [
  [
    'a timestamp',
    logLine.TIMESTAMP,
    ['2025-09-15 12:00 x', '[2025-09-15T12:00:01Z]', ' 12:00:01 x'],
    ['2025-09-15', 'at 12:00:01'],
  ],
  ['a level', logLine.LEVEL, ['[ERROR] x', '> [PASS] x', 'WARNING: x', 'INFO | x'], ['an [ERROR]', 'ERRORS: x', 'OK: x']],
  ['an exception', logLine.EXCEPTION, ['requests.ConnectionError: x', 'E   assert'], ['an error: x', 'E x']],
  ['a trace of HTTP', logLine.HTTP_TRACE, ['> GET /x', '< HTTP/1.1 200', '< location: x', 'HTTP/2 503'], ['GET /x', 'HTTP/2 x']],
  ['a log entry', logLine.LOG_ENTRY, ['"timestamp": 1', '"textPayload" : "x"'], ['timestamp: 1']],
  ['an error of a client', logLine.CLIENT_ERROR, ['curl: (6) x', 'ssl.SSLError', 'ECONNREFUSED x'], ['curl: x', 'SSLError']],
  ['a log line', logLine.LOG_LINE, ['WARNING: x', 'curl: (6) x', '"insertId": 1'], ['the log']],
  [
    'a failure before a host',
    FAILED_AT,
    ['Cannot connect to ', '503 error from "', 'timed out (', 'unreachable at '],
    ['connect to '],
  ],
  [
    'a failure behind a host',
    FAILED_HERE,
    ['/x returned 503', ' is down', '` → TIMEOUT', ' timed out'],
    [' returned x', ' timed out x'],
  ],
  [
    'a pinned artefact',
    PINNED,
    [':5000/a/b:1.4', '/a@sha256:0123ab', '/releases/v2.1/x', '/a.tar.gz'],
    ['/a/b', '/releases/latest', ':1.4'],
  ],
  [
    'what says that a host is retired',
    RETIREMENT_TEXT,
    [
      'Deprecated',
      'no longer',
      "don't use",
      'stop using',
      'replaced by',
      'migrated from',
      'switched from',
      'formerly',
      'before the fix',
      'wrong urls',
      '❌',
      'was: x',
      '(wrong)',
      "'x' not in y",
      '-x',
    ],
    ['403 Forbidden', 'use', 'replaced', 'migrate', 'the fix', 'urls', 'x was y', '(wrong port)', '- x'],
  ],
];

describe.each(PATTERNS)('%s', (_, pattern, matched, other) => {
  test.each(matched)('is %j', (text) => expect(text).toMatch(pattern));
  test.each(other)('is not %j', (text) => expect(text).not.toMatch(pattern));
});

test('an expression of several keeps their sources', () => {
  expect(anyOf([/a+/, /b$/g], 'i')).toEqual(/a+|b$/i);
  expect(new RegExp(`^${groupOf([/a/, /b/])}$`)).toEqual(/^(?:a|b)$/);
});
