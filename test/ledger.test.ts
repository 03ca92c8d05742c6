import { describe, expect, test } from 'vitest';
import type { Count } from '../src/plan/counts.ts';
import { accountOf, type Counted, isFailing } from '../src/plan/ledger.ts';
import type { Finding } from '../src/types/report.ts';
import { ledger } from './sample-report.ts';

const ZERO = ledger({});
const count = (host: string, verdict: Count['verdict'], number: number, rest: Partial<Count> = {}): Count => ({
  host,
  state: 'retired',
  verdict,
  count: number,
  ...rest,
});
const file = (path: string, language: string, ...counts: Count[]): Counted => ({ path, language, counts });

const place = (files: number, occurrences: number) => ({ files, occurrences });

const FILES: readonly Counted[] = [
  file(
    'app/a.py',
    'python',
    count('api.old.ex.ai', 'reference', 3, { service: 'staging.backend' }),
    count('api.old.ex.ai', 'literal', 2, { service: 'staging.backend' }),
  ),
  file('app/b.py', 'python', count('api.old.ex.ai', 'review', 1, { service: 'staging.backend' })),
  file('README.md', 'text', count('shop.old.ex.ai', 'literal', 1), count('x.ex.ai', 'keep', 1, { state: 'unknown' })),
  file('web/a.ts', 'typescript', count('.old.ex.ai', 'review', 7, { state: 'partial' }), count('', 'unreadable', 1)),
];

describe('the account', () => {
  const account = accountOf(FILES);

  test('every occurrence is counted once, by its verdict', () => {
    expect(account.filesWithHosts).toBe(4);
    expect(account.occurrences).toBe(16);
    expect(account.ledger).toEqual({ ...ZERO, reference: 3, literal: 3, keep: 1, review: 8, unreadable: 1 });
  });

  test('languages, directories and services have the same sum, most occurrences first', () => {
    const sums = (tallies: typeof account.byLanguage) =>
      Object.entries(tallies).map(([name, { files, occurrences }]) => `${name} ${files} ${occurrences}`);
    expect(sums(account.byLanguage)).toEqual(['typescript 1 8', 'python 2 6', 'text 1 2']);
    expect(sums(account.byDirectory)).toEqual(['web 1 8', 'app 2 6', '. 1 2']);
    expect(sums(account.byService)).toEqual(['unknown 2 8', 'staging.backend 2 6', 'rename 2 2']);
    expect(sums(account.byState)).toEqual(['dynamic 1 7', 'retired 3 7', 'unknown 1 1']);
    expect(account.byDirectory.app!.ledger).toEqual({ ...ZERO, reference: 3, literal: 2, review: 1 });
    const equal = [file('b', 'x', count('b.ex.ai', 'keep', 1)), file('a', 'w', count('a.ex.ai', 'keep', 1))];
    expect(sums(accountOf(equal).byLanguage)).toEqual(['w 1 1', 'x 1 1']);
    expect(sums(accountOf(equal.toReversed()).byLanguage)).toEqual(['w 1 1', 'x 1 1']);
  });

  test('hosts are listed by service and state, most occurrences first, then by name; a file that could not be read has none', () => {
    expect(account.hosts).toEqual([
      { host: '.old.ex.ai', state: 'dynamic', ...place(1, 7), byDirectory: { web: place(1, 7) } },
      { host: 'api.old.ex.ai', service: 'staging.backend', state: 'retired', ...place(2, 6), byDirectory: { app: place(2, 6) } },
      { host: 'shop.old.ex.ai', state: 'retired', ...place(1, 1), byDirectory: { '.': place(1, 1) } },
      { host: 'x.ex.ai', state: 'unknown', ...place(1, 1), byDirectory: { '.': place(1, 1) } },
    ]);
    const two = [
      count('a.ex.ai', 'literal', 1, { service: 'a.x' }),
      count('a.ex.ai', 'current', 1, { service: 'a.y', state: 'canonical' }),
    ];
    expect(accountOf([file('a', 'text', ...two)]).hosts.map(({ service, state }) => [service, state])).toEqual([
      ['a.x', 'retired'],
      ['a.y', 'canonical'],
    ]);
    const names = (hosts: readonly string[]) =>
      accountOf([file('a', 'text', ...hosts.map((host) => count(host, 'keep', 1)))]).hosts.map(({ host }) => host);
    expect(names(['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
    expect(names(['b', 'c', 'a'])).toEqual(['a', 'b', 'c']);
  });

  test('nothing is nothing', () => {
    expect(accountOf([])).toEqual({
      filesWithHosts: 0,
      occurrences: 0,
      ledger: ZERO,
      byLanguage: {},
      byDirectory: {},
      byService: {},
      byState: {},
      hosts: [],
    });
  });
});

test.each([
  ['review', 'needs-review', 'error', true],
  ['literal', 'retired-host', 'error', true],
  ['reference', 'hard-coded-host', 'warn', false],
  ['review', 'needs-review', 'warn', false],
  ['keep', 'retired-host', 'error', false],
  ['keep', 'unknown-host', 'error', true],
  ['keep', 'unknown-host', 'warn', false],
] as const)('%s of %s as %s fails a check: %s', (decision, rule, severity, failing) => {
  expect(isFailing({ decision, rule, severity } as Finding)).toBe(failing);
});
