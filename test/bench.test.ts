import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { generateTree, largeFile } from '../bench/generate.ts';
import { pictureOf } from '../bench/picture.ts';
import { fittedExponent, median } from '../bench/statistics.ts';
import { growthOf, newestOf, type Outcome, tableOf } from '../bench/table.ts';
import { redomain } from './cli-project.ts';
import { makeTree } from './tree.ts';

const outcome = (ours: number, theirs: number, bar?: number): Outcome => ({
  name: '`--check` & <more>',
  ours: { name: 'redomain', seconds: ours, peak: 120e6, runs: [ours] },
  theirs: { name: 'rg -l', seconds: theirs, peak: 0, runs: [theirs] },
  ...(bar === undefined ? {} : { bar }),
});

describe('statistics', () => {
  test('the median is the middle one, of an even number the mean of two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([10, 9])]).toEqual([2, 2.5, 9.5]);
    expect(() => median([])).toThrow(RangeError);
  });

  test('the exponent of a power is found', () => {
    const power = (k: number) => [1000, 10_000, 100_000].map((x) => [x, 3 * x ** k] as const);
    expect(fittedExponent(power(1))).toBeCloseTo(1);
    expect(fittedExponent(power(1.5))).toBeCloseTo(1.5);
  });
});

describe('a generated tree', () => {
  const read = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath.slice(root.length), entry.name),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ])
      .sort();

  test('is the same for the same options', () => {
    const [one, other] = [makeTree({}), makeTree({})];
    expect(generateTree(one, { files: 150 })).toEqual(generateTree(other, { files: 150 }));
    expect(read(one)).toEqual(read(other));
  });

  test('holds the hosts that it says, by the count of redomain', async () => {
    const root = makeTree({});
    const { files, filesWithHosts, occurrences } = generateTree(root, { files: 210 });
    const { summary } = JSON.parse((await redomain(root, ['--format', 'json', '--no-diff'])).stdout);
    expect(summary.filesScanned).toBeGreaterThanOrEqual(files);
    expect([summary.filesWithHosts, summary.occurrences]).toEqual([filesWithHosts, occurrences]);
    expect(summary.ledger.reference).toBeGreaterThan(0);
    expect(summary.ledger.review).toBe(0);
  });

  test('of one language has a host in each file where that is asked', () => {
    const root = makeTree({});
    const made = generateTree(root, { files: 30, hitEvery: 1, languages: ['typescript'] });
    expect([made.filesWithHosts, read(root).filter(([name]) => name!.endsWith('.ts')).length]).toEqual([31, 30]);
  });

  test('of one large file has the size and the hosts that it says', () => {
    const { text, occurrences } = largeFile(50_000);
    expect(text.length).toBeGreaterThanOrEqual(50_000);
    expect(text.length).toBeLessThan(50_200);
    expect(text.split('api.staging.example.ai').length - 1).toBe(occurrences);
  });
});

describe('what is shown', () => {
  test('a row has its ratio and its floor, and says whether the bar is met', () => {
    const floor = { name: 'Node, reading', seconds: 1.5, peak: 0, runs: [1.5] };
    const rows = tableOf([{ ...outcome(2, 1, 1.3), floor }, outcome(1, 4, 0.25), outcome(1, 2)]).split('\n');
    expect(rows.slice(2)).toEqual([
      '| `--check` & <more> | 2.00 s | rg -l | 1.00 s | 2.00 | 1.3 | not met | 1.50 (Node, reading) | 120 MB |  |',
      '| `--check` & <more> | 1.00 s | rg -l | 4.00 s | 0.25 | 0.25 | met |  | 120 MB |  |',
      '| `--check` & <more> | 1.00 s | rg -l | 2.00 s | 0.50 |  |  |  | 120 MB |  |',
    ]);
  });

  test('the picture is well-formed, with a bar for each row and its names as text', () => {
    const names: string[] = [];
    let text = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => names.push(`${name}.${attributes.class ?? ''}`));
    parser.on('text', (part) => {
      text += part;
    });
    parser.write(pictureOf([outcome(2, 1, 1.3), outcome(1, 4, 0.25), outcome(1, 100)])).close();
    expect(names.filter((name) => name === 'rect.over')).toHaveLength(1);
    expect(names.filter((name) => name === 'rect.within')).toHaveLength(1);
    expect(names.filter((name) => name === 'rect.free')).toHaveLength(1);
    expect(names.filter((name) => name === 'line.goal')).toHaveLength(2);
    expect(text).toContain('--check & <more> : rg -l');
  });

  test('growth gives the exponent, the shards and the estimate', () => {
    const tree = (files: number, seconds: number) => ({ name: `${files} files`, files, bytes: files * 700, seconds, peak: 2e8 });
    const result = (seconds: number, peak: number) => ({ name: 'redomain', seconds, peak, runs: [seconds] });
    const growth = {
      large: [tree(1, 3)],
      trees: [tree(1000, 1), tree(10_000, 10), tree(100_000, 20), tree(1_000_000, 230)],
      exponent: 1,
      shards: { whole: result(20, 3e8), parts: [result(4, 1e8), result(5, 2e8)] },
    };
    const text = growthOf(growth);
    expect(text).toContain('| 10000 files | 7 MB | 10.0 s | 200 MB |');
    expect(text).toContain('to the power of 1.00');
    expect(text).toContain('A million files take 11.5 times as long as 100,000, at most 11: not met.');
    const shards = 'migrated, takes 20.0 s and 300 MB; 2 shards of it take 4.0, 5.0 s, each at most 200 MB.';
    expect(text).toContain(shards);
    // 3.5 GB at 3.04 MB a second.
    expect(text).toContain('would take 19 minutes');
    expect(newestOf(growth)).toContain(shards);
  });

  test('growth says what it has so far', () => {
    const large = { name: 'one file of 1 MB', files: 1, bytes: 1e6, seconds: 1, peak: 2e8 };
    expect(growthOf({ large: [large], trees: [] })).toMatch(/\| one file of 1 MB \| 1 MB \| 1\.00 s \| 200 MB \|\n$/);
    expect(newestOf({ large: [large], trees: [] })).toBe('one file of 1 MB: 1.00 s, 200 MB');
  });
});
