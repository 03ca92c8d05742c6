import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../src/reporters/diff.ts';
import type { Change } from '../src/types/report.ts';
import type { Encoding } from '../src/types/source.ts';
import { bytesOf, options, report } from './sample-report.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'redomain-diff-'));
  execFileSync('git', ['init', '--quiet', root]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a file of this encoding holds. */
function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16be' ? bytes.swap16() : bytes;
}

/** Writes the files as they were, applies the patch with git, and compares bytes. */
function holdsFor(changes: readonly Change[]): void {
  for (const { path, before, encoding = 'utf8', created } of changes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (!created) writeFileSync(join(root, path), encoded(before, encoding));
  }
  const patch = bytesOf(diff(report(), options(changes)));
  execFileSync('git', ['-C', root, 'apply', '--check', '--whitespace=nowarn', '-'], { input: patch });
  execFileSync('git', ['-C', root, 'apply', '--whitespace=nowarn', '-'], { input: patch });
  for (const { path, after, encoding = 'utf8' } of changes) {
    expect(readFileSync(join(root, path)).equals(encoded(after, encoding)), path).toBe(true);
    rmSync(join(root, path));
  }
}

const long = Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join('');

describe('the diff reporter makes patches that git applies', () => {
  it.each<[string, Partial<Change>]>([
    ['a line in the middle', { before: `${long}old\n${long}`, after: `${long}new\n${long}` }],
    ['several hunks', { before: `old\n${long}old\n`, after: `new\n${long}new\n` }],
    [
      'thousands of lines, some of which come and go',
      {
        before: Array.from({ length: 6000 }, (_, line) => `old ${line % 7}\n${line % 500 === 0 ? 'goes\n' : ''}same\n`).join(''),
        after: Array.from({ length: 6000 }, (_, line) => `new ${line % 7}\n${line % 300 === 0 ? 'comes\n' : ''}same\n`).join(''),
      },
    ],
    [
      'thousands of lines without a final newline',
      { before: 'old\n'.repeat(5000).trim(), after: 'a\nnew\n'.repeat(5000).trim() },
    ],
    ['thousands of lines in place of none', { before: '', after: 'new\n'.repeat(5000) }],
    ['thousands of lines that go', { before: 'old\n'.repeat(5000), after: '' }],
    ['no final newline', { before: 'a\nold', after: 'a\nnew' }],
    ['a final newline that stays away only in the context', { before: 'old\nb', after: 'new\nb' }],
    ['CRLF', { before: 'a\r\nold\r\nb\r\n', after: 'a\r\nnew\r\nb\r\n' }],
    ['mixed line endings', { before: 'a\r\nold\nb\rc\n', after: 'a\r\nnew\nb\rc\n' }],
    ['a lone CR before the end', { before: 'old\r', after: 'new\r' }],
    ['form feeds, tabs and trailing spaces', { before: '\fa\t \nold \t\n', after: '\fa\t \nnew \t\n' }],
    [
      'lines that look like a header',
      { before: '-- a b\n--- a/x y\n+++ b/x y\nold\n', after: '-- a c\n--- a/x y\n+++ b/x y\nnew\n' },
    ],
    ['lines that look like a hunk', { before: '@@ -1 +1 @@\nold\n', after: '@@ -1 +1 @@\nnew\n' }],
    ['a name with spaces', { path: 'a dir/a file.txt', before: 'old\n', after: 'new\n' }],
    ['a name with quotes and a backslash', { path: 'say "hi"\\now.txt', before: 'old\n', after: 'new\n' }],
    ['a name with a newline and a tab', { path: 'a\nb\tc.txt', before: 'old\n', after: 'new\n' }],
    ['a name that is not ASCII', { path: 'grüße/日本.txt', before: 'old\n', after: 'new\n' }],
    ['a new file', { path: 'made/new file.py', before: '', after: 'A = 1\nB = 2\n', created: true }],
    ['a byte order mark', { before: 'old\na\n', after: 'new\na\n', encoding: 'utf8-bom' }],
    ['Latin-1', { before: 'ä\nold\nö\n', after: 'ä\nnew\nö\n', encoding: 'latin1' }],
    ['UTF-16, little endian', { before: 'ä\r\nold\r\n', after: 'ä\r\nnew\r\n', encoding: 'utf16le' }],
    ['UTF-16, big endian, large', { before: `${long}old\n`, after: `${long}new\n`, encoding: 'utf16be' }],
  ])('%s', (_, change) => {
    holdsFor([{ path: 'file.txt', before: '', after: '', ...change }]);
  });

  it('many files in one patch', () => {
    holdsFor(
      Array.from({ length: 20 }, (_, index) => ({
        path: `d/${index}.txt`,
        before: `old ${index}\n${long}`,
        after: `new ${index}\n${long}`,
      })),
    );
  });

  it('any text', () => {
    const line = fc.constantFrom('a', 'b', '', ' ', '-', '+', '\\ No newline at end of file', 'é', '\t', '\r');
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n', ''))).map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '');
        holdsFor([{ path: 'any.txt', before, after }]);
      }),
      { numRuns: 25 },
    );
  });
});

it('an unchanged text gives no patch', () => {
  expect(bytesOf(diff(report(), options([{ path: 'a', before: 'x\n', after: 'x\n' }]))).length).toBe(0);
});

it('changes are read one at a time, as the patch is', () => {
  let read = 0;
  function* changes(): Generator<Change> {
    for (let index = 0; index < 800; index++) {
      read++;
      yield { path: `${index}.txt`, before: 'old\n', after: 'new\n' };
    }
  }
  const chunks = diff(report(), { ...options(), changes })[Symbol.iterator]();
  chunks.next();
  chunks.next();
  expect(read).toBe(2);
});
