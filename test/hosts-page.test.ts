import { describe, expect, it } from 'vitest';
import { hostsPage } from '../src/reporters/hosts-page.ts';
import type { History, Inventory } from '../src/types/inventory.ts';
import type { HostRow } from '../src/types/report.ts';

const pageOf = (inventory: Inventory): string => [...hostsPage(inventory, { version: '0.1.0' })].join('');
const row = (host: string, changes: Partial<HostRow> = {}): HostRow => ({
  ...{ host, state: 'retired', service: 'staging.backend', files: 1, occurrences: 1 },
  ...changes,
});
const NOBODY = { retired: 0, canonical: 0, unknown: 0, dynamic: 0 };

describe('the page of hosts', () => {
  const history = (counts: readonly number[], step = 3_600_000): History => ({
    ...{ commits: counts.length, sampling: 'commit', shallow: true, blobs: { read: 1, missing: 2, large: 3 } },
    points: counts.map((count, index) => ({
      commit: String(index).repeat(40),
      date: `${new Date(Date.UTC(2025, 0, 1) + index * step).toISOString().slice(0, 19)}Z`,
      files: { ...NOBODY, retired: count },
      occurrences: { ...NOBODY, retired: 2 * count },
      kept: 0,
    })),
  });
  const inventory = (changes: Partial<Inventory>): Inventory => ({ root: '/r', hosts: [], services: [], beyond: 0, ...changes });

  it('names hostile hosts as text, in every part', () => {
    const evil = `</script><script>x()</script><!--"'><img src=x onerror=alert(1)>\u202e\u001b[31m\ud800`;
    const contexts = { names: [{ name: evil, count: 1 }], schemes: {}, deprecated: 0 };
    const hosts = [row(evil, { service: evil, contexts, byDirectory: { [evil]: { files: 1, occurrences: 1 } } })];
    const out = pageOf(inventory({ root: `/r/${evil}`, hosts, history: { ...history([1, 2]), since: evil } }));
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]|\p{Surrogate}/u);
    expect(out.match(/<script/g)?.length).toBe(1);
    expect(out).not.toContain('<img');
    expect(out).toContain('\\u{202e}\\x1b[31m\\u{d800}');
  });

  it('says what it lacks: hosts beyond the first thousand, older commits, contents', () => {
    const hosts = Array.from({ length: 1002 }, (_, index) => row(`h${index}.ex.ai`));
    const out = pageOf(inventory({ hosts, beyond: 7, history: history([1]) }));
    expect(out.match(/<tr data-host/g)?.length).toBe(1000);
    expect(out).toContain('2 hosts more stand in the JSON report alone.');
    expect(out).toContain('7 occurrences more: the tree names more hosts than are kept.');
    expect(out).toContain('The clone is shallow and lacks older commits');
    expect(out).toContain('This repository lacks 2 versions of files');
    expect(out).toContain('3 versions of files over 128 MiB: not looked at');
  });

  it('reads well where there is nothing', () => {
    expect(pageOf(inventory({}))).toContain('No host was found.');
    expect(pageOf(inventory({}))).toContain('<h1>No retired host</h1>');
  });

  it.each([
    ['a point', [5], 1],
    ['nothing', [0, 0], 1],
    ['a few', [1, 3], 3_600_000],
    ['a year', Array.from({ length: 52 }, (_, week) => week), 7 * 24 * 3_600_000],
    ['decades', [664, 2365], 20 * 365 * 24 * 3_600_000],
  ])('draws %s within its frame', (_, counts, step) => {
    const out = pageOf(inventory({ history: history(counts, step) }));
    expect(out).not.toMatch(/NaN|Infinity/);
    const dots = [...out.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(dots.length).toBe(counts.length * 2);
    for (const [x, y] of dots) {
      expect(x! >= 56 && x! <= 880).toBe(true);
      expect(y! >= 14 && y! <= 290).toBe(true);
    }
    const dates = [...out.matchAll(/text-anchor="middle">([^<]+)</g)].map(([, date]) => date!);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.length).toBeLessThanOrEqual(8);
    expect(new Set(dates).size).toBe(dates.length);
  });
});
