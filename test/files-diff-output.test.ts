import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changedLines } from '../src/files/changed-lines.ts';
import { changesIn, type Lines } from '../src/files/diff-output.ts';
import { askGit } from '../src/files/git-files.ts';
import { git, project, write } from './cli-project.ts';

/** Settings that change what `git diff` prints; each is one that a person may have. */
const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ['diff.interHunkContext', ['0', '3', '100']],
  ['diff.context', ['0', '7']],
  ['diff.noprefix', ['true']],
  ['diff.mnemonicPrefix', ['true']],
  ['diff.srcPrefix', ['x/']],
  ['diff.external', ['false']],
  ['diff.renames', ['false', 'copies']],
  ['diff.orderFile', ['/nowhere/order']],
  ['diff.suppressBlankEmpty', ['true']],
  ['diff.submodule', ['log', 'diff']],
  ['diff.wsErrorHighlight', ['all']],
  ['diff.relative', ['false']],
  ['diff.colorMoved', ['zebra']],
  ['diff.algorithm', ['patience', 'histogram', 'minimal']],
  ['diff.indentHeuristic', ['false']],
  ['diff.ignoreSubmodules', ['none']],
  ['diff.odd.textconv', ['false']],
  ['diff.odd.command', ['false']],
  ['diff.odd.binary', ['true']],
  ['diff.odd.xfuncname', ['^(.*)$']],
  ['color.ui', ['always']],
  ['color.diff', ['always']],
  ['core.quotePath', ['false', 'true']],
  ['core.pager', ['false']],
  ['core.hooksPath', ['/nowhere']],
];
const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['GIT_DIFF_OPTS', '--unified=5'],
  ['GIT_EXTERNAL_DIFF', 'false'],
  ['GIT_LITERAL_PATHSPECS', '1'],
  ['GIT_ICASE_PATHSPECS', '1'],
  ['GIT_NOGLOB_PATHSPECS', '1'],
  ['GIT_CONFIG_PARAMETERS', "'diff.interhunkcontext=9' 'diff.noprefix=true'"],
];
const NAMES = ['a.md', 'sub dir/ä "b".md', '+++ b', 'tab\t.md'];
const LINES = [
  '',
  ' ',
  'a',
  'b',
  '+++ b/x',
  '--- a/x',
  '@@ -1 +1 @@',
  '-- ',
  'diff --git a/x b/x',
  '\\ No newline at end of file',
  'é\r',
];

const texts = fc.tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), fc.boolean()).map(([lines, ends]) => {
  const text = lines.join('\n');
  return ends && lines.length > 0 ? `${text}\n` : text;
});

afterEach(() => vi.unstubAllEnvs());

describe('what git says is changed', () => {
  it('whatever its settings are: the lines besides are those of before, in their order', async () => {
    const root = project({ '.gitattributes': '* diff=odd\n*.md -diff\n+* binary\n' });
    git(root, 'init', '-q');
    const property = fc.asyncProperty(
      fc.array(fc.tuple(texts, texts), { minLength: NAMES.length, maxLength: NAMES.length }),
      fc.subarray(SETTINGS.flatMap(([name, values]) => values.map((value) => [name, value] as const))),
      fc.subarray([...ENVIRONMENT]),
      async (pairs, settings, environment) => {
        vi.unstubAllEnvs();
        for (const [index, name] of NAMES.entries()) write(root, name, pairs[index]![0]);
        git(root, 'add', '-A');
        git(root, 'commit', '-q', '--allow-empty', '-m', 'before');
        for (const [index, name] of NAMES.entries()) writeFileSync(join(root, name), pairs[index]![1]);
        writeFileSync(join(root, '.git/config'), configOf(settings));
        for (const [name, value] of environment) vi.stubEnv(name, value);
        const { lines } = await changedLines(root, 'HEAD', askGit(root, { missing: false }));
        vi.unstubAllEnvs();
        for (const [index, name] of NAMES.entries()) {
          const [before, after] = pairs[index]!;
          expectDifference(before, after, lines.get(name) ?? []);
        }
        writeFileSync(join(root, '.git/config'), configOf([]));
      },
    );
    await fc.assert(property, { numRuns: 40, endOnFailure: true });
  }, 240_000);

  it.each([
    ['an ending line feed only', 'a', 'a\n'],
    ['nothing', 'a\nb\n', 'a\nb\n'],
  ])('%s', async (_, before, after) => {
    const root = project({ 'a.md': before });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'x');
    write(root, 'a.md', after);
    const { lines } = await changedLines(root, 'HEAD', askGit(root, { missing: false }));
    expectDifference(before, after, lines.get('a.md') ?? []);
  });
});

function configOf(settings: readonly (readonly [string, string])[]): string {
  const written = settings.map(([name, value]) => {
    const [section, ...rest] = name.split('.') as [string, ...string[]];
    const key = rest.pop()!;
    return `[${section}${rest.length > 0 ? ` "${rest.join('.')}"` : ''}]\n\t${key} = ${JSON.stringify(value)}\n`;
  });
  return `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${written.join('')}`;
}

/** What is not marked must stand in the text of before, in the same order; and where the texts are the same, nothing is marked. */
function expectDifference(before: string, after: string, marked: readonly Lines[]): void {
  const split = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const isMarked = (line: number) => marked.some(({ first, last }) => first <= line && line <= last);
  const rest = split(after).filter((_, index) => !isMarked(index + 1));
  let at = 0;
  const old: readonly string[] = split(before);
  for (const line of rest) {
    const found = old.indexOf(line, at);
    expect({ before, after, marked, line, found }).toMatchObject({ found: expect.toSatisfy((place: number) => place >= at) });
    at = found + 1;
  }
  // Not more is marked than an own line diff leaves over.
  expect({ before, after, marked, count: rest.length }).toMatchObject({
    count: expect.toSatisfy((count: number) => count >= commonLength(old, split(after)) - slack(old, split(after))),
  });
}

/** The length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (const [index, right] of b.entries())
      next.push(left === right ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    row = next;
  }
  return row[b.length]!;
}

/** Git takes shortcuts where a text has a line many times. */
function slack(a: readonly string[], b: readonly string[]): number {
  return new Set(a).size === a.length && new Set(b).size === b.length ? 0 : Math.min(a.length, b.length);
}

describe('the reader of a diff', () => {
  const head = 'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n';
  const linesOf = (text: string | Buffer) => changesIn(Buffer.from(text)).lines.get('a.md');

  it.each<[string, string, [number, number][]]>([
    [
      'context around and between',
      `${head}@@ -1,5 +1,5 @@ f\n 1\n-2\n+two\n 3\n\n-5\n+five\n@@ -9 +9 @@\n-x\n+y\n`,
      [
        [2, 2],
        [5, 5],
        [9, 9],
      ],
    ],
    [
      'lines that look like heads',
      `${head}@@ -1,2 +1,3 @@\n--- a/b\n-@@ -1 +1 @@\n+++ b/b\n+@@ -7 +7 @@\n+diff --git a/b b/b\n`,
      [[1, 3]],
    ],
    [
      'a missing line feed on both sides',
      `${head}@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n@@ -4,0 +5,2 @@\n+x\n+y\n`,
      [
        [1, 1],
        [5, 6],
      ],
    ],
    ['a line less', `${head}@@ -2 +1,0 @@\n-a\n`, []],
    ['an answer that was cut', `${head}@@ -1,9 +1,9 @@\n+a\n`, [[1, 1]]],
  ])('counts both sides: %s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected.map(([first, last]) => ({ first, last })));
  });

  it.each([
    ['a NUL that came', Buffer.from(`${head}@@ -1 +1 @@\n-a\n+\0a\n`)],
    ['a NUL that went', Buffer.from(`${head}@@ -1 +1 @@\n-\0a\n+a\n`)],
    ['the mark of UTF-16', Buffer.concat([Buffer.from(`${head}@@ -1 +1 @@\n-a\n+`), Buffer.from([0xff, 0xfe, 0x0a])])],
    ['a conflict', Buffer.from('* Unmerged path a.md\n')],
  ])('takes the whole file where git and a scan count lines otherwise: %s', (_, text) => {
    expect(linesOf(text)).toEqual([{ first: 1, last: Number.POSITIVE_INFINITY }]);
  });
});
