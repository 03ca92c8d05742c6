import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline, entryOf } from '../src/plan/compare-baseline.ts';
import { isFailing } from '../src/plan/ledger.ts';
import type { BaselineEntry, Finding } from '../src/types/report.ts';
import { finding } from './sample-report.ts';

const entry = (path: string, word = 'api.old.ex.ai', rest: Partial<BaselineEntry> = {}): BaselineEntry => ({
  ...{ rule: 'retired-host', path, word, context: 'string in f' },
  ...rest,
});
const found = (path: string, word = 'api.old.ex.ai', rest: Partial<Finding> = {}): Finding =>
  finding({ rule: 'retired-host', path, word, context: 'string in f', decision: 'literal', ...rest });

/** Compares in a tree in which every path of a finding is listed and looked at, and of the others those that are given. */
function compared(baseline: readonly BaselineEntry[], findings: readonly Finding[], listed: string[] = [], looked = listed) {
  const paths = findings.map(({ path }) => path);
  return compareWithBaseline(baseline, findings, new Set([...paths, ...listed]), new Set([...paths, ...looked]));
}

describe('a finding and its entry', () => {
  test('stand for each other, whatever the line and the order', () => {
    const one = found('a.py', 'x.old.ex.ai', { line: 90 });
    const two = found('a.py', 'y.old.ex.ai', { line: 1 });
    const { known, fresh, vanished, next } = compared([entry('a.py', 'y.old.ex.ai'), entry('a.py', 'x.old.ex.ai')], [one, two]);
    expect([...known]).toEqual([one, two]);
    expect([fresh, vanished]).toEqual([[], []]);
    expect(next.map(({ word }) => word)).toEqual(['x.old.ex.ai', 'y.old.ex.ai']);
  });

  test.each(['needs-review', 'unimportable-module'] as const)('stand for each other when the rule became %s', (rule) => {
    expect(compared([entry('a.py')], [found('a.py', undefined, { rule })]).fresh).toEqual([]);
    expect(compared([entry('a.py', undefined, { rule })], [found('a.py')]).fresh).toEqual([]);
  });

  test('stand for each other first when the rule is the same', () => {
    const both = [entry('a.py', undefined, { rule: 'needs-review' }), entry('a.py')];
    for (const rule of ['needs-review', 'retired-host'] as const)
      expect(compared(both, [found('a.py', undefined, { rule })]).vanished.map((left) => left.rule)).not.toContain(rule);
  });

  test.each([
    ['rule', found('a.py', undefined, { rule: 'unknown-host' })],
    ['word', found('a.py', 'https://api.old.ex.ai/other')],
    ['scope', found('a.py', undefined, { context: 'string in g' })],
  ])('are two when the %s differs', (_, other) => {
    const { fresh, vanished } = compared([entry('a.py')], [other]);
    expect(fresh).toEqual([other]);
    expect(vanished).toEqual([entry('a.py')]);
  });

  test('count as often as they stand there', () => {
    const three = [1, 2, 3].map((line) => found('a.py', undefined, { line }));
    const more = compared([entry('a.py'), entry('a.py')], three);
    expect([more.known.size, more.fresh.length, more.vanished.length, more.next.length]).toEqual([2, 1, 0, 3]);
    const less = compared([entry('a.py'), entry('a.py')], three.slice(0, 1));
    expect([less.known.size, less.fresh.length, less.vanished.length, less.next.length]).toEqual([1, 0, 1, 1]);
  });
});

describe('a finding that fails nothing', () => {
  test.each([
    ['a warning', { severity: 'warn' }],
    ['knowingly kept', { decision: 'keep' }],
    ['on an unchanged line', { beyond: 'change' }],
  ] as const)('takes no entry and gets none: %s', (_, rest) => {
    const { known, fresh, vanished, next } = compared([entry('a.py')], [found('a.py', undefined, rest)]);
    expect([known.size, fresh, next]).toEqual([0, [], []]);
    expect(vanished).toEqual([entry('a.py')]);
  });
});

describe('a file', () => {
  test('that was not looked at keeps its entries', () => {
    const { vanished, next } = compared([entry('b.py')], [found('a.py')], ['b.py'], []);
    expect(vanished).toEqual([]);
    expect(next).toEqual([entry('a.py'), entry('b.py')]);
  });

  test('that is gone or clean loses them', () => {
    expect(compared([entry('gone.py')], []).vanished).toEqual([entry('gone.py')]);
    const clean = compared([entry('clean.py')], [], ['clean.py']);
    expect([clean.vanished, clean.next]).toEqual([[entry('clean.py')], []]);
  });

  test('that is new takes the entries of the one that is gone and shares most with it', () => {
    const baseline = [entry('x/one.py', 'a'), entry('x/two.py', 'a'), entry('x/two.py', 'b')];
    const { fresh, vanished, next } = compared(baseline, [found('y/new.py', 'a'), found('y/new.py', 'b')]);
    expect(fresh).toEqual([]);
    expect(vanished).toEqual([entry('x/one.py', 'a')]);
    expect(next).toEqual([entry('y/new.py', 'a'), entry('y/new.py', 'b')]);
  });

  test('of the same name comes first where two share as much', () => {
    for (const names of [
      ['x/a.py', 'x/other.py'],
      ['x/other.py', 'x/a.py'],
    ])
      expect(
        compared(
          names.map((path) => entry(path)),
          [found('y/a.py')],
        ).vanished,
      ).toEqual([entry('x/other.py')]);
  });

  test('of the first name comes first where nothing else tells two apart', () => {
    for (const names of [
      ['b.py', 'c.md'],
      ['c.md', 'b.py'],
    ])
      expect(
        compared(
          names.map((path) => entry(path)),
          [found('a.py')],
        ).vanished,
      ).toEqual([entry('c.md')]);
  });

  test('of one that is gone go to the first of two new ones, in whatever order these are found', () => {
    for (const paths of [
      ['a.py', 'b.py'],
      ['b.py', 'a.py'],
    ]) {
      const { fresh } = compared(
        [entry('gone.py')],
        paths.map((path) => found(path)),
      );
      expect(fresh).toEqual([found('b.py')]);
    }
  });

  test('that is new takes nothing of a file that is still there, nor twice of one that is gone', () => {
    const copy = compared([entry('a.py')], [found('copy.py')], ['a.py']);
    expect(copy.fresh).toEqual([found('copy.py')]);
    const twice = compared([entry('gone.py')], [found('b.py'), found('c.py')]);
    expect([twice.known.size, twice.fresh.length, twice.vanished.length]).toEqual([1, 1, 0]);
  });

  test('with entries of its own takes none of another', () => {
    const { fresh } = compared([entry('a.py', 'own'), entry('gone.py', 'b')], [found('a.py', 'own'), found('a.py', 'b')]);
    expect(fresh).toEqual([found('a.py', 'b')]);
  });
});

describe('any baseline and any findings', () => {
  const path = fc.constantFrom('a.py', 'b.py', 'dir/a.py', 'c.md');
  const word = fc.constantFrom('x.old.ex.ai', 'y.old.ex.ai');
  const context = fc.constantFrom('string', 'comment');
  const rule = fc.constantFrom('retired-host', 'needs-review', 'unknown-host');
  const entries = fc.array(fc.record({ rule, path, word, context }), { maxLength: 12 });
  const findings = fc.array(
    fc.record({ rule, path, word, context, decision: fc.constantFrom('review', 'literal', 'keep') }).map(finding),
    { maxLength: 12 },
  );
  const tree = fc.record({ entries, findings, listed: fc.subarray(['a.py', 'b.py', 'dir/a.py', 'c.md']) });

  test('each failing finding is known or fresh, each entry answered, vanished or out of reach', () => {
    fc.assert(
      fc.property(tree, ({ entries, findings, listed }) => {
        const { known, fresh, vanished, next } = compared(entries, findings, listed, []);
        const looked = new Set(findings.map(({ path }) => path));
        const outside = entries.filter(({ path }) => listed.includes(path) && !looked.has(path)).length;
        expect(known.size + fresh.length).toBe(findings.filter(isFailing).length);
        expect(known.size + vanished.length).toBe(entries.length - outside);
        expect(next.length).toBe(known.size + fresh.length + outside);
      }),
    );
  });

  test('the next baseline knows all, loses nothing, and stays as it is', () => {
    fc.assert(
      fc.property(tree, ({ entries, findings, listed }) => {
        const { next } = compared(entries, findings, listed);
        const again = compared(next, findings, listed);
        expect([again.fresh, again.vanished]).toEqual([[], []]);
        expect(again.next).toEqual(next);
      }),
    );
  });

  test('the order of entries and findings does not matter', () => {
    fc.assert(
      fc.property(entries, findings, (baseline, some) => {
        const one = compared(baseline, some);
        const other = compared(baseline.toReversed(), some);
        expect([other.next, other.vanished]).toEqual([one.next, one.vanished]);
        expect(one.next).toEqual(compared(baseline, some.toReversed()).next);
      }),
    );
  });

  test('an entry has no line', () => {
    expect(entryOf(found('a.py', undefined, { line: 4 }))).toEqual(entry('a.py'));
  });
});
