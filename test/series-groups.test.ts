import { describe, expect, it } from 'vitest';
import type { ScannedFile } from '../src/scan/scan.ts';
import { besideTheirTests, type Grouping, groupsOf } from '../src/series/groups.ts';
import { groupMessage, totalsOf } from '../src/series/message.ts';
import { POLICY } from './policy.ts';

/** A file that changes: its occurrences by service, and the keys that change in it. */
function file(path: string, counts: Readonly<Record<string, number>>, keys: readonly string[] = []): ScannedFile {
  return {
    path,
    report: { path, language: path.endsWith('.py') ? 'python' : 'text', status: 'changed', edits: [], imports: [] },
    findings: [],
    counts: [
      ...Object.entries(counts).map(([service, count]) => ({
        host: `${service || 'x'}.old.ex.ai`,
        ...(service === '' ? {} : { service: `staging.${service}` }),
        state: 'retired' as const,
        verdict: 'literal' as const,
        count,
      })),
      { host: 'new.ex.ai', service: 'staging.docs', state: 'canonical', verdict: 'current', count: 99 },
    ],
    ...(keys.length > 0 ? { keyed: keys.map((key) => ({ key, line: 1, becomes: 'changed' as const })) } : {}),
  };
}

const grouped = (files: readonly ScannedFile[], by: Grouping) =>
  groupsOf(files, by, POLICY).map(({ name, units }) => [
    name,
    units.map((unit) => unit.map(({ path }) => path).join('+')).join(' '),
  ]);

describe('groups', () => {
  const files = [
    file('a.py', { docs: 1, backend: 2 }),
    file('b/c.txt', { websocket: 2, backend: 2 }),
    file('b/d.py', { '': 3, docs: 1 }),
    file('e/f.txt', { docs: 1 }),
  ];

  it.each<[Grouping, string[][]]>([
    [
      'service',
      [
        ['staging.backend', 'a.py b/c.txt'],
        ['staging.docs', 'e/f.txt'],
        ['renamed hosts', 'b/d.py'],
      ],
    ],
    [
      'directory',
      [
        ['b/', 'b/c.txt b/d.py'],
        ['e/', 'e/f.txt'],
        ['the top directory', 'a.py'],
      ],
    ],
    [
      'language',
      [
        ['python', 'a.py b/d.py'],
        ['text', 'b/c.txt e/f.txt'],
      ],
    ],
    [
      3,
      [
        ['part 1 of 2', 'a.py b/c.txt b/d.py'],
        ['part 2 of 2', 'e/f.txt'],
      ],
    ],
    [1, [1, 2, 3, 4].map((part) => [`part ${part} of 4`, files[part - 1]!.path])],
    [100, [['part 1 of 1', 'a.py b/c.txt b/d.py e/f.txt']]],
  ])('by %j', (by, expected) => {
    expect(grouped(files, by)).toEqual(expected);
  });

  it('part no files that hold the same keys, from one to the next', () => {
    const tied = [
      file('a.py', { docs: 1 }, ['x']),
      file('b.py', { docs: 1 }),
      file('c.py', { docs: 1 }, ['y', 'x']),
      file('d.py', { backend: 9 }, ['y']),
    ];
    expect(grouped(tied, 'service')).toEqual([
      ['staging.backend', 'a.py+c.py+d.py'],
      ['staging.docs', 'b.py'],
    ]);
    expect(grouped(tied, 1)).toEqual([
      ['part 1 of 2', 'a.py+c.py+d.py'],
      ['part 2 of 2', 'b.py'],
    ]);
    expect(grouped(tied, 2)).toEqual([
      ['part 1 of 2', 'a.py+c.py+d.py'],
      ['part 2 of 2', 'b.py'],
    ]);
  });

  it('are none where nothing changes', () => {
    expect(grouped([], 'service')).toEqual([]);
    expect(grouped([], 5)).toEqual([]);
  });

  it('are tried with tests beside what they test', () => {
    const units = ['a/zoo.py', 'b/client.ts', 'c/other.py', 't/client.test.ts', 't/test_zoo.py', 't/zoo_tests.py'].map((path) => [
      file(path, {}),
    ]);
    expect(besideTheirTests(units).map(([one]) => one!.path)).toEqual([
      'b/client.ts',
      't/client.test.ts',
      'c/other.py',
      'a/zoo.py',
      't/test_zoo.py',
      't/zoo_tests.py',
    ]);
  });
});

describe('the message of a commit', () => {
  it('has short lines, and counts what changes alone', () => {
    const many = Array.from({ length: 15 }, (_, index) => file(`d/${index}.txt`, { [`s${index}`]: index + 1 }));
    expect(totalsOf(many)).toEqual({ files: 15, references: 0, literals: 120 });
    const message = groupMessage(
      'staging.backend',
      many,
      'npm test -- --run "a very long command that nobody would type in a line of seventy-two"',
    );
    const prose = message.split('\n').filter((line) => !line.startsWith('  '));
    expect(prose.filter((line) => line.length > 72)).toEqual([]);
    expect(message.split('\n')[0]).toBe('redomain: staging.backend, 15 files');
    expect(message).toContain('  15  s14.old.ex.ai\n  14  s13.old.ex.ai\n');
    expect(message).toContain('\n  … and 3 more hosts\n');
    expect(message).toContain('\n  npm test -- --run "a very long command that nobody would type in a line of seventy-two"\n');
  });
});
