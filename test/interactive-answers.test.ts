import { describe, expect, test } from 'vitest';
import { type Answer, answerTo, carriedOver, KEPT_ANSWERS, type Question, sheetOf } from '../src/interactive/answers.ts';
import { type Pattern, patternsOf } from '../src/interactive/patterns.ts';

const place = (line: number) => ({ start: line * 10, end: line * 10 + 5, line, rule: 'retired-host' as const });
const A: Pattern = {
  id: 'A',
  from: 'a.old',
  to: 'A_URL',
  files: [
    { path: 'one.py', digest: '1', places: [place(1), place(2)] },
    { path: 'two.py', digest: '2', places: [place(1)] },
  ],
};
const B: Pattern = { id: 'B', from: 'b.old', to: 'B_URL', files: [{ path: 'one.py', digest: '1', places: [place(3)] }] };
const BOTH = [A, B];

const asked = (answers: readonly Answer[], patterns = BOTH): string => {
  const question = sheetOf(patterns, answers).question();
  return question ? `${question.kind} ${question.pattern.id}: ${question.open.map(({ path }) => path).join(' ')}` : 'nothing';
};
const questionAfter = (answers: readonly Answer[]): Question => sheetOf(BOTH, answers).question()!;
const EACH: Answer = { pattern: 'A', choice: 'each', files: {} };

describe('the questions', () => {
  test('go pattern by pattern', () => {
    const first = answerTo(questionAfter([]), 'accept', 'all');
    expect(first).toEqual({ pattern: 'A', choice: 'accept', files: { 'one.py': '1', 'two.py': '2' } });
    const second = answerTo(questionAfter([first]), 'skip', 'all');
    expect([asked([]), asked([first]), asked([first, second])]).toEqual([
      'pattern A: one.py two.py',
      'pattern B: one.py',
      'nothing',
    ]);
    expect(sheetOf(BOTH, [first, second]).tally()).toEqual({ accept: 3, skip: 1, keep: 0, open: 0 });
  });

  test('go file by file where that was wanted', () => {
    const one = answerTo(questionAfter([EACH]), 'skip', 'first');
    expect([asked([EACH]), asked([EACH, one])]).toEqual(['file A: one.py two.py', 'file A: two.py']);
    const rest = answerTo(questionAfter([EACH]), 'accept', 'all');
    expect(asked([EACH, rest])).toBe('pattern B: one.py');
    expect(sheetOf(BOTH, [EACH, one]).tally()).toEqual({ accept: 0, skip: 2, keep: 0, open: 2 });
  });

  test('come again when the last answer is taken back, whatever it was', () => {
    const answers = [EACH, answerTo(questionAfter([EACH]), 'skip', 'first')];
    expect([asked(answers.slice(0, -1)), asked([])]).toEqual(['file A: one.py two.py', 'pattern A: one.py two.py']);
  });

  test('come again for a file that has changed since it was answered, and for no other', () => {
    const answer: Answer = { pattern: 'A', choice: 'accept', files: { 'one.py': 'before', 'two.py': '2' } };
    expect(asked([answer])).toBe('pattern A: one.py');
    expect(questionAfter([answer]).changed).toEqual(['one.py']);
    expect(questionAfter([]).changed).toEqual([]);
  });

  test('a later answer counts', () => {
    const answers: Answer[] = [
      { pattern: 'A', choice: 'accept', files: { 'one.py': '1' } },
      { pattern: 'A', choice: 'skip', files: { 'one.py': '1' } },
    ];
    expect(sheetOf(BOTH, answers).verdictOf(A, A.files[0]!)?.choice).toBe('skip');
  });

  test('are none for a file that is kept as a whole', () => {
    const kept = answerTo(questionAfter([EACH]), 'keep', 'first', { reason: 'why', whole: ['one.py'] });
    expect(asked([EACH, kept])).toBe('file A: two.py');
    expect(sheetOf(BOTH, [EACH, kept]).verdictOf(B, B.files[0]!)).toEqual({ choice: 'keep', reason: 'why', whole: true });
    expect(sheetOf(BOTH, [kept]).tally()).toEqual({ accept: 0, skip: 0, keep: 3, open: 1 });
  });
});

describe('what a later run takes up', () => {
  const written = new Map([['one.py', { before: '1', after: '9' }]]);

  test('is what was skipped, in the new contents of its file, and what was not written', () => {
    const answers: Answer[] = [
      EACH,
      { pattern: 'A', choice: 'accept', files: { 'one.py': '1', 'two.py': '2' } },
      { pattern: 'B', choice: 'skip', files: { 'one.py': '1' } },
      { pattern: 'C', choice: 'keep', files: { 'one.py': '1' }, reason: 'why' },
    ];
    expect(carriedOver(answers, written)).toEqual([
      EACH,
      { pattern: 'A', choice: 'accept', files: { 'two.py': '2' } },
      { pattern: 'B', choice: 'skip', files: { 'one.py': '9' } },
    ]);
    expect(carriedOver(answers, new Map())).toEqual(answers);
  });

  test('is nothing that is no answers', () => {
    const answer = { pattern: 'A', choice: 'keep', files: { a: '1' }, reason: 'why', whole: ['a'] };
    const areAnswers = (answers: unknown): boolean => KEPT_ANSWERS.safeParse({ version: 1, answers }).success;
    expect(areAnswers([answer])).toBe(true);
    for (const wrong of [
      { choice: 'yes' },
      { files: { a: 1 } },
      { files: null },
      { pattern: 1 },
      { reason: 1 },
      { whole: 'a' },
      { whole: [1] },
    ])
      expect(areAnswers([{ ...answer, ...wrong }])).toBe(false);
    expect([areAnswers({}), areAnswers([null])]).toEqual([false, false]);
    expect(KEPT_ANSWERS.safeParse({ version: 2, answers: [answer] }).success).toBe(false);
  });
});

test('patterns are edits that read the same, those with most places first', () => {
  const found = (line: number, column: number, text: string) => ({
    ...{ rule: 'retired-host' as const, path: 'a.md', line, column, endLine: line, endColumn: column + text.length },
    ...{ text, word: text, host: text, context: 'text', decision: 'literal' as const, applicability: 'safe' as const },
    ...{ reason: '', reasonCode: 'constant' as const, fingerprint: '', severity: 'error' as const, replacement: 'new.ex.ai' },
  });
  const text = 'z.old.ex.ai\nb.old.ex.ai b.old.ex.ai\n';
  const edit = (start: number) => ({ start, end: start + 11, text: 'new.ex.ai' });
  const findings = [found(1, 1, 'z.old.ex.ai'), found(2, 1, 'b.old.ex.ai'), found(2, 13, 'b.old.ex.ai')];
  const file = {
    source: { path: 'a.md', text, encoding: 'utf8' as const },
    digest: 'd',
    edits: [edit(0), edit(12), edit(24)],
    findings,
  };
  const patterns = patternsOf([file, { ...file, source: { ...file.source, path: 'b.md' } }]);
  expect(
    patterns.map(({ from, to, files }) => [
      from,
      to,
      files.map(({ path, places }) => [path, ...places.map(({ start }) => start)]),
    ]),
  ).toEqual([
    [
      'b.old.ex.ai',
      'new.ex.ai',
      [
        ['a.md', 12, 24],
        ['b.md', 12, 24],
      ],
    ],
    [
      'z.old.ex.ai',
      'new.ex.ai',
      [
        ['a.md', 0],
        ['b.md', 0],
      ],
    ],
  ]);
});
