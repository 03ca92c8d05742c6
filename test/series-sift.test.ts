import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sift } from '../src/series/sift.ts';

/** Sifts the numbers below `count`; `fails` says which sets fail. */
async function sifted(count: number, fails: (has: (unit: number) => boolean) => boolean) {
  let runs = 0;
  const asked: string[] = [];
  const { good, bad } = await sift(
    Array.from({ length: count }, (_, index) => index),
    async (chosen) => {
      runs++;
      asked.push([...chosen].sort((a, b) => a - b).join(' '));
      return { passed: !fails((unit) => chosen.includes(unit)), run: runs };
    },
  );
  expect(new Set(asked).size).toBe(runs);
  for (const { answer } of bad) expect(answer.passed).toBe(false);
  return { good: [...good].sort((a, b) => a - b), bad: bad.map(({ unit }) => unit).sort((a, b) => a - b), runs };
}

describe('sifting a group', () => {
  it('asks once where all pass', async () => {
    expect(await sifted(40, () => false)).toMatchObject({ bad: [], runs: 1 });
  });

  it('finds one among a hundred in few runs', async () => {
    const { bad, runs } = await sifted(100, (has) => has(77));
    expect(bad).toEqual([77]);
    expect(runs).toBeLessThanOrEqual(16);
  });

  it('finds three among thirty, and no others', async () => {
    const { bad, good, runs } = await sifted(30, (has) => has(3) || has(4) || has(29));
    expect(bad).toEqual([3, 4, 29]);
    expect(good).toHaveLength(27);
    expect(runs).toBeLessThanOrEqual(26);
  });

  it('keeps one of two out that fail only together', async () => {
    const { bad } = await sifted(30, (has) => has(2) && has(25));
    expect(bad).toEqual([25]);
  });

  it('takes two that pass only together, wherever they stand', async () => {
    const { bad } = await sifted(31, (has) => has(1) !== has(30) || has(7) || has(16));
    expect(bad).toEqual([7, 16]);
  });

  it('takes a file that needs another one which comes later', async () => {
    const { bad } = await sifted(12, (has) => (has(0) && !has(11)) || has(5));
    expect(bad).toEqual([5]);
  });

  it('leaves all out where each fails', async () => {
    const { good, bad } = await sifted(7, (has) => [0, 1, 2, 3, 4, 5, 6].some(has));
    expect(good).toEqual([]);
    expect(bad).toHaveLength(7);
  });

  it('ends with a set that passes, to which no single unit can be added', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 14 }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 3 }),
        async (count, clashes, needs) => {
          const fails = (has: (unit: number) => boolean) =>
            clashes.some(([a, b]) => has(a) && has(b)) || needs.some(([a, b]) => has(a) && !has(b));
          const { good, bad } = await sifted(count, fails);
          expect([...good, ...bad].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
          const held = new Set(good);
          expect(fails((unit) => held.has(unit))).toBe(false);
          for (const unit of bad) expect(fails((one) => one === unit || held.has(one))).toBe(true);
        },
      ),
    );
  });
});
