import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, splice } from '../src/core/edits.ts';
import { importable } from '../src/core/importable.ts';
import { accountOf } from '../src/plan/ledger.ts';
import { createPlanner } from '../src/plan/planner.ts';
import type { DomainModule } from '../src/types/policy.ts';
import { language as text } from '../transforms/text/language.ts';
import { POLICY } from './policy.ts';

const options = {
  policy: POLICY,
  unsafe: false,
  today: '2026-01-01',
  resolve: (module: DomainModule) => importable(module, () => ({ ...module, specifier: '' })),
};

/** Texts that are rich in what the recogniser looks at. */
const piece = fc.constantFrom(
  'api.old.ex.ai', 'API.old.ex.ai', 'auth.old.ex.ai', 'new.ex.ai', 'https://', 'wss://', 'ws://', 'www.old.ex.ai/docs', '.old.ex.ai', 'ex.ai', '{x}', '$1', '%2F', '\\n', '\\.', '\\', '@', 'a@', ':8080', '/', '-', '*', '.', ',', ' ', '"', "'", '\n', '\r\n', '# ', '- ', 'host: ', 'key: ', 'old ', '→', 'bücher.ex.ai', 'é', '\ud800', '\u0000x',
); // biome-ignore format: one list
const source = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join(''));
const path = fc.constantFrom('a.md', 'a.yaml', '.env', 'a.json', 'Dockerfile', 'a.tf', 'a.txt', 'a');

const plan = (file: string, content: string) =>
  createPlanner(options).plan({ path: file, text: content, encoding: 'utf8' }, text);

describe('laws of a plan', () => {
  test('text outside the edits is identical, edits are sorted and disjoint', () => {
    fc.assert(
      fc.property(path, source, (file, content) => {
        const made = plan(file, content);
        if (!made) return;
        expect(made.report.status).not.toBe('failed');
        let before = 0;
        let after = 0;
        for (const edit of made.report.edits) {
          expect(edit.start).toBeGreaterThanOrEqual(before);
          expect(made.output.slice(after, after + edit.start - before)).toBe(content.slice(before, edit.start));
          after += edit.start - before + edit.text.length;
          before = edit.end;
        }
        expect(made.output.slice(after)).toBe(content.slice(before));
      }),
      { numRuns: 2000 },
    );
  });

  test('a second run changes nothing', () => {
    fc.assert(
      fc.property(path, source, (file, content) => {
        const first = plan(file, content);
        if (!first) return;
        const second = plan(file, first.output);
        expect(second?.report.edits ?? []).toEqual([]);
        const left = first.findings.filter((f) => f.decision === 'review').map((f) => f.text);
        expect((second?.findings ?? []).filter((f) => f.decision === 'review').map((f) => f.text)).toEqual(left);
      }),
      { numRuns: 2000 },
    );
  });

  test('the ledger sums to the occurrences, in total and in every column', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, source), { maxLength: 6 }), (files) => {
        const counted = files.flatMap(([file, content], index) => {
          const made = plan(file, content);
          return made ? [{ path: `${index}/${file}`, language: 'text', counts: made.counts }] : [];
        });
        const account = accountOf(counted);
        const sum = (ledger: Readonly<Record<string, number>>): number => Object.values(ledger).reduce((a, b) => a + b, 0);
        expect(sum(account.ledger)).toBe(account.occurrences);
        for (const columns of [account.byDirectory, account.byLanguage, account.byService]) {
          expect(Object.values(columns).reduce((a, tally) => a + tally.occurrences, 0)).toBe(account.occurrences);
          for (const tally of Object.values(columns)) expect(sum(tally.ledger)).toBe(tally.occurrences);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('laws of edits', () => {
  const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(6), fc.string({ maxLength: 5 })), { maxLength: 8 });

  test('no edits, no change', () => {
    fc.assert(fc.property(fc.string(), (content) => splice(content, inOrder([])) === content));
  });

  test('edits are refused when they overlap, else they give the text of one after the other from the end', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60 }), edits, (content, raw) => {
        const list = raw.map(([start, length, replacement]) => ({ start, end: start + length, text: replacement }));
        const byStart = [...list].sort((a, b) => a.start - b.start || a.end - b.end);
        const overlap = byStart.some((edit, index) => index > 0 && edit.start < byStart[index - 1]!.end);
        if (overlap) expect(() => inOrder(list)).toThrow(/overlap/);
        else {
          const sorted = inOrder(list);
          const expected = [...sorted]
            .reverse()
            .reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), content);
          expect(splice(content, sorted)).toBe(expected);
        }
      }),
    );
  });
});
