import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { importable } from '../src/core/importable.ts';
import { lineStarts, positionAt } from '../src/core/positions.ts';
import { createPlanner } from '../src/plan/planner.ts';
import type { Policy } from '../src/types/policy.ts';
import type { Finding } from '../src/types/report.ts';
import { languageFor } from '../transforms/languages.ts';
import { POLICY } from './policy.ts';

/** The findings of a file that is planned with the policy of the tests, which lists no module. */
async function findingsIn(path: string, text: string, rest: Partial<Policy> = {}): Promise<readonly Finding[]> {
  const policy: Policy = { ...POLICY, ...rest };
  const planner = createPlanner({
    policy,
    unsafe: false,
    today: '2026-01-01',
    resolve: () => ({ refused: { code: 'no-module' } }),
  });
  return planner.plan({ path, text, encoding: 'utf8' }, await languageFor(path))?.findings ?? [];
}

const MODULE: Policy['modules'][number] = {
  file: 'shared/domains.py',
  language: 'python',
  scope: ['**/*.py'],
  bindings: [{ name: 'STAGING_BACKEND_URL', value: 'https://new.ex.ai', service: 'staging.backend', part: 'url' }],
};

describe('a finding', () => {
  test('says all that a gate needs', async () => {
    const [finding, ...others] = await findingsIn('app/a.py', '\ndef f():\n    return get(url="https://api.old.ex.ai/health")\n');
    expect(others).toEqual([]);
    const identity = ['retired-host', 'app/a.py', 'https://api.old.ex.ai/health', 'string url in f', '0'].join('\0');
    expect(finding).toEqual({
      rule: 'retired-host',
      path: 'app/a.py',
      line: 3,
      column: 29,
      endLine: 3,
      endColumn: 42,
      text: 'api.old.ex.ai',
      word: 'https://api.old.ex.ai/health',
      host: 'api.old.ex.ai',
      service: 'staging.backend',
      context: 'string url in f',
      decision: 'literal',
      applicability: 'safe',
      reason: expect.any(String),
      reasonCode: 'no-module',
      replacement: 'new.ex.ai',
      fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 32),
      severity: 'error',
    });
  });

  test.each<[what: string, path: string, text: string, context: string]>([
    ['a string with a name', 'a.py', 'API = "https://api.old.ex.ai"\n', 'string API'],
    ['a string of a method', 'a.py', 'class C:\n  def m(self):\n    go("https://api.old.ex.ai")\n', 'string go in C.m'],
    ['a comment', 'a.py', 'x = 1  # see api.old.ex.ai\n', 'comment'],
    ['a docstring', 'a.py', 'def f():\n    """See https://api.old.ex.ai."""\n', 'docstring in f'],
    ['code', 'a.py', 'x = api.old.ex.ai\n', 'code'],
    ['prose', 'a.md', 'See api.old.ex.ai.\n', 'text'],
    ['a value of YAML', 'a.yaml', 'url: https://api.old.ex.ai\n', 'text url'],
  ])('names where it stands: %s', async (_, path, text, context) => {
    expect((await findingsIn(path, text)).map((finding) => finding.context)).toEqual([context]);
  });

  test('of an e-mail address is called so, and changes only where it may', async () => {
    const mails = 'a: me@api.old.ex.ai\n';
    expect(await findingsIn('a.yaml', mails)).toMatchObject([{ context: 'e-mail address', decision: 'keep' }]);
    expect(await findingsIn('a.yaml', mails, { emails: 'literal' })).toMatchObject([
      { context: 'e-mail address', decision: 'literal', replacement: 'new.ex.ai' },
    ]);
  });

  test.each<[what: string, before: string, after: string, word: string]>([
    ['up to blanks', 'a ', ' b', 'api.old.ex.ai'],
    ['up to quotes and brackets', 'x("', '/p")', 'api.old.ex.ai/p'],
    ['up to the edges of the file', '', '', 'api.old.ex.ai'],
    ['120 characters and no more before it', `${'/'.repeat(121)}`, '', `${'/'.repeat(120)}api.old.ex.ai`],
    ['120 characters and no more behind it', '', `/${'b'.repeat(130)}`, `api.old.ex.ai/${'b'.repeat(119)}`],
  ])('has the word around it, %s', async (_, before, after, word) => {
    const [finding] = await findingsIn('a.txt', `${before}api.old.ex.ai${after}`);
    expect(finding?.word).toBe(word);
  });

  test('keeps its fingerprint when it moves, and differs from its like', async () => {
    const line = 'see https://api.old.ex.ai/x\n';
    const prints = async (text: string) => (await findingsIn('a.md', text)).map(({ fingerprint }) => fingerprint);
    const [first, second] = await prints(`${line}\n\n\n${line}`);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
    expect(await prints(`\n\n${line}and more\n\n${line}`)).toEqual([first, second]);
    expect(await prints('see https://api.old.ex.ai/y\n')).not.toContain(first);
  });

  test('of a rule that is off is none, of one that warns a warning', async () => {
    const text = 'see https://api.old.ex.ai\n';
    expect(await findingsIn('a.md', text, { rules: { 'retired-host': 'off' } })).toEqual([]);
    expect(await findingsIn('a.md', text, { rules: { 'retired-host': 'warn' } })).toMatchObject([{ severity: 'warn' }]);
    expect(await findingsIn('a.md', text, { rules: { 'unknown-host': 'off' } })).toMatchObject([{ severity: 'error' }]);
  });

  test('is made of a canonical host only where a constant belongs', async () => {
    const text = 'API = "https://new.ex.ai/x"\n';
    expect(await findingsIn('a.py', text)).toEqual([]);
    const planner = createPlanner({
      policy: { ...POLICY, modules: [MODULE] },
      unsafe: false,
      today: '2026-01-01',
      resolve: ({ file, bindings }) => importable({ file }, () => ({ file, specifier: 'shared.domains', bindings })),
    });
    const plan = planner.plan({ path: 'a.py', text, encoding: 'utf8' }, await languageFor('a.py'));
    expect(plan?.findings).toMatchObject([
      { rule: 'hard-coded-host', service: 'staging.backend', decision: 'reference', replacement: 'STAGING_BACKEND_URL' },
    ]);
  });

  test('of a suppressed host stays in the report as kept, without a replacement', async () => {
    const [finding] = await findingsIn('a.py', 'x = "https://api.old.ex.ai"  # redomain-ignore -- pinned\n');
    expect(finding).toMatchObject({ decision: 'keep', reason: 'pinned', reasonCode: 'suppressed', context: 'string x' });
    expect(finding!.replacement).toBeUndefined();
  });

  test('of a suppression that serves nothing stands where the comment does', async () => {
    const text = 'x = 1\ny = 2  # redomain-ignore -- pinned\n';
    expect(await findingsIn('a.py', text)).toMatchObject([
      {
        ...{ rule: 'bad-suppression', line: 2, column: 10, endLine: 2, endColumn: 25, context: 'comment', host: '' },
        ...{ decision: 'review', applicability: 'unsafe', reasonCode: 'suppression-unused' },
      },
    ]);
  });

  test('of an unknown host stands where nothing is governed', async () => {
    expect(await findingsIn('a.md', 'see https://a.other.ex.ai/x\n')).toMatchObject([
      { rule: 'unknown-host', text: 'a.other.ex.ai', decision: 'keep' },
    ]);
    const [finding] = await findingsIn('a.md', 'see https://a.other.ex.ai/x\n');
    expect(finding!.service).toBeUndefined();
  });
});

describe('lines of a text', () => {
  test.each<[what: string, text: string, starts: number[]]>([
    ['an empty one', '', [0]],
    ['without an end', 'ab', [0]],
    ['with ends', 'a\n\nb\n', [0, 2, 3, 5]],
    ['of DOS', 'a\r\nb\r\n', [0, 3, 6]],
    ['of old Macs', 'a\rb\r', [0, 2, 4]],
    ['mixed', 'a\r\r\nb\nc', [0, 2, 4, 6]],
  ])('begin in %s', (_, text, starts) => {
    expect(lineStarts(text)).toEqual(starts);
    let line = 0;
    for (let at = 0; at <= text.length; at++) {
      if (starts[line + 1] === at) line++;
      expect(positionAt(starts, at)).toEqual({ line: line + 1, column: at - starts[line]! + 1 });
    }
  });
});

describe('one host of a function that its schemes part', () => {
  const python = (...lines: string[]): string => `def f():\n${lines.map((line) => `    ${line}\n`).join('')}`;
  const reasons = async (path: string, text: string, rest?: Partial<Policy>): Promise<unknown[]> =>
    (await findingsIn(path, text, rest)).map(({ reasonCode, reasonDetail, decision }) =>
      decision === 'review' ? [reasonCode, reasonDetail] : decision,
    );
  const BARE = ['split-by-scheme', { scheme: 'wss' }];
  const JOINED = ['joined-by-scheme', { scheme: 'ws', other: 'wss' }];
  const NAMED = ['a = "api.old.ex.ai"', 'b = "wss://api.old.ex.ai"'];

  test('a bare name beside an address that goes elsewhere holds both', async () => {
    expect(await reasons('a.py', python(...NAMED))).toEqual([BARE, BARE]);
    expect(await reasons('a.py', python(...NAMED.toReversed()))).toEqual([BARE, BARE]);
    expect(await reasons('a.py', python(...NAMED, 'c = "api.old.ex.ai"'))).toEqual([BARE, BARE, BARE]);
  });

  test('two addresses that would become one are held', async () => {
    expect(await reasons('a.py', python('a = "ws://api.old.ex.ai"', 'b = "wss://api.old.ex.ai"'))).toEqual([JOINED, JOINED]);
  });

  test.each<[what: string, text: string]>([
    ['addresses of one scheme', python('a = "wss://api.old.ex.ai/a"', 'b = "wss://api.old.ex.ai/b"')],
    ['schemes that stay apart', python('a = "https://api.old.ex.ai/a"', 'b = "wss://api.old.ex.ai/b"')],
    [
      'functions of their own',
      `${python('go("https://api.old.ex.ai/")')}${python('go("wss://api.old.ex.ai")').replace('def f', 'def g')}`,
    ],
    ['other hosts', python('a = "http://www.old.ex.ai/docs"', 'b = "wss://api.old.ex.ai"')],
    ['module level', 'a = "ws://api.old.ex.ai"\nb = "wss://api.old.ex.ai"\n'],
  ])('%s are as they are alone', async (_, text) => {
    expect(await reasons('a.py', text)).toEqual(['literal', 'literal']);
  });

  test('a bare name that goes to the same host stays with its address', async () => {
    const entries = POLICY.entries.filter(({ from }) => from.scheme === undefined);
    expect(await reasons('a.py', python('a = "wss://api.old.ex.ai"', 'b = "https://api.old.ex.ai"'), { entries })).toEqual([
      'literal',
      'literal',
    ]);
  });
});
