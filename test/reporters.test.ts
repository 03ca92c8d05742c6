import { describe, expect, it } from 'vitest';
import { counted, grouped } from '../src/core/counted.ts';
import { hostsJson, hostsText } from '../src/reporters/hosts.ts';
import { json } from '../src/reporters/json.ts';
import { modulesText } from '../src/reporters/modules.ts';
import { sized, table } from '../src/reporters/table.ts';
import { text } from '../src/reporters/text.ts';
import { undoneText } from '../src/reporters/undone.ts';
import { clipped, visible, visibleLine } from '../src/reporters/visible.ts';
import type { Change, Report } from '../src/types/report.ts';
import { bytesOf, file, finding, ledger, options, report, tally } from './sample-report.ts';

const ESCAPE = '\u001b';

function shown(of: Report, others: Parameters<typeof options>[1] = {}, changes: readonly Change[] = []): string {
  return bytesOf(text(of, options(changes, others))).toString();
}

describe('text', () => {
  it('says it all, the next command last', () => {
    expect(shown(report())).toMatchInlineSnapshot(`
      "redomain plan /repo
      25,673 files scanned (461 MB, 3.2 s), 1,440 name a governed host, 2 files to change

      7 occurrences
        reference  3  become a constant of the domain module
        literal    2  become the canonical host
        review     2  are for a person to decide

      By language      files  occurrences  reference  literal  review
      python               2            5          3        ·       2
      text                 1            2          ·        2       ·

      By directory     files  occurrences  reference  literal  review
      src                  2            5          3        ·       2
      .                    1            2          ·        2       ·

      By service       files  occurrences  reference  literal  review
      staging.backend      3            7          3        2       2

      Domain module
        shared/domains.py  3 constants  missing, --write mends it

      For review: 2 occurrences
        this test expects the host not to be there (2)
          src/a.py:3:8  api.old.ex.ai
          src/b.py:9:8  api.old.ex.ai

      Skipped: 1 file
        binary (1)
          logo.png

      Next: redomain --write  applies the plan
      "
    `);
  });

  it('puts the diff first, and leaves it out when asked', () => {
    const change = { path: 'src/a.py', before: 'x = "old"\r\n', after: 'x = "new"\r\n' };
    const whole = shown(report(), {}, [change]);
    expect(
      whole.startsWith(
        'diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n@@ -1,1 +1,1 @@\n-x = "old"\n+x = "new"\n',
      ),
    ).toBe(true);
    expect(whole.indexOf('redomain plan')).toBeGreaterThan(whole.indexOf('+x'));
    expect(shown(report(), { diff: false }, [change])).not.toContain('+x');
  });

  it('is coloured only when asked', () => {
    const change = { path: 'a', before: 'old\n', after: 'new\n' };
    expect(shown(report(), { color: true }, [change])).toContain(`${ESCAPE}[32m+new${ESCAPE}[39m`);
    expect(shown(report(), { color: false }, [change])).not.toContain(ESCAPE);
  });

  it('cuts long lists and says by how much', () => {
    const many = report({ findings: Array.from({ length: 40 }, (_, line) => finding({ line: line + 1 })) });
    expect(shown(many)).toContain('… 35 more lines (--verbose shows all)');
    expect(shown(many).match(/src\/a\.py:/g)).toHaveLength(5);
    expect(shown(many, { verbose: true }).match(/src\/a\.py:/g)).toHaveLength(40);
  });

  it('cuts long tables and says by how much', () => {
    const byDirectory = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`d${index}`, tally(1, { literal: 30 - index })]),
    );
    const wide = report({ summary: { ...report().summary, byDirectory } });
    expect(shown(wide)).toContain('… 20 more (--verbose shows all)');
    expect(shown(wide)).not.toContain('d10');
    expect(shown(wide, { verbose: true })).toContain('d29');
  });

  it('brings like reasons together, with what differs beside the place', () => {
    const findings = [
      finding({ reason: 'a bare host as "bucket", which may be a name' }),
      finding({ reason: 'a bare host as "cookie", which may be a name' }),
      finding({ reason: 'compared with what is for review on line 7' }),
      finding({ reason: 'a host put together at run time, maybe a.ex.ai, b.ex.ai' }),
    ];
    const out = shown(report({ findings }));
    expect(out).toContain('a bare host as "…", which may be a name (2)');
    expect(out).toContain('src/a.py:3:8  api.old.ex.ai ("cookie")');
    expect(out).toContain('compared with what is for review on another line (1)\n    src/a.py:3:8  api.old.ex.ai (line 7)');
    expect(out).toContain('a host put together at run time, … (1)\n    src/a.py:3:8  api.old.ex.ai (maybe a.ex.ai, b.ex.ai)');
  });

  it('names in a check what has to be migrated', () => {
    const findings = [
      finding({ rule: 'retired-host', decision: 'literal', reason: 'text', replacement: 'new.ex.ai', applicability: 'safe' }),
    ];
    expect(shown(report({ command: 'check', findings }))).toContain('src/a.py:3:8  api.old.ex.ai → new.ex.ai');
    expect(shown(report({ findings }))).not.toContain('→ new.ex.ai');
  });

  it('names findings of the other rules, and warnings as such', () => {
    const findings = [
      finding({
        rule: 'unknown-host',
        decision: 'keep',
        reason: 'a host that nobody knows',
        text: 'odd.ex.ai',
        severity: 'warn',
      }),
    ];
    const out = shown(report({ findings }));
    expect(out).toContain('Other findings: 1 finding');
    expect(out).toContain('unknown-host: a host that nobody knows (1)');
    expect(out).toContain('odd.ex.ai [warning]');
  });

  it('names an unknown host once, and a finding of a whole file without a line', () => {
    const unknown = { rule: 'unknown-host', decision: 'keep', reason: 'a host that nobody knows' } as const;
    const findings = [
      finding({ ...unknown, host: 'odd.ex.ai', text: 'odd.ex.ai' }),
      finding({ ...unknown, host: 'even.ex.ai', text: 'even.ex.ai', line: 4 }),
      finding({ ...unknown, host: 'odd.ex.ai', text: 'odd.ex.ai', line: 5 }),
      finding({
        ...{ rule: 'uncovered-host', path: 'redomain.yaml', line: 1, column: 1, context: 'file', text: 'a.b.ex.ai' },
        reason: 'no certificate for a.b.ex.ai: two labels',
      }),
    ];
    const out = shown(report({ findings }));
    expect(out).toContain('(3)\n    src/a.py:3:8  odd.ex.ai and 1 more place\n    src/a.py:4:8  even.ex.ai\n');
    expect(shown(report({ findings }), { verbose: true })).toContain('src/a.py:5:8  odd.ex.ai\n');
    expect(out).toContain('uncovered-host: no certificate for a canonical host (1)\n    redomain.yaml  a.b.ex.ai (two labels)\n');
  });

  it('says what an adopted module lacks', () => {
    const modules: Report['modules'] = [
      {
        file: 'd.ts',
        language: 'typescript',
        status: 'lacks',
        constants: [],
        adopted: { others: [], unread: [], overridden: [] } as never,
      },
    ];
    const drift = finding({
      rule: 'module-drift',
      path: 'd.ts',
      context: 'file',
      text: 'staging.api',
      reason: 'the adopted module holds no "https://a" for staging.api: add it there',
    });
    const out = shown(report({ modules, findings: [drift, { ...drift, path: 'other.ts' }] }));
    expect(out).toContain(
      'module-drift: the adopted module holds no "…" for staging.api: add it there (1)\n    d.ts  staging.api ("https://a")',
    );
  });

  it('names files that failed, were not parsed, or were skipped', () => {
    const files = [
      file({ path: 'bad.py', status: 'failed', reason: 'no longer parses' }),
      file({ path: 'two.py', status: 'clean', reason: 'does not parse: line 2' }),
      file({ path: 'x.png', status: 'skipped', reason: 'binary' }),
    ];
    const out = shown(report({ files }));
    for (const words of [
      'Failed, left as they were: 1 file',
      'bad.py',
      'does not parse: line 2 (1)',
      'Skipped: 1 file',
      'binary (1)',
    ])
      expect(out).toContain(words);
  });

  it.each<[string, Partial<Report>, string]>([
    ['a plan with changes', {}, 'Next: redomain --write'],
    ['a check with changes', { command: 'check' }, 'Next: redomain --write'],
    ['a run that left something', { command: 'write', run: 'r' }, 'names what is left by its lines of now; for CI'],
    ['a run that left nothing', { command: 'write', findings: [] }, 'redomain --check  demands that nothing comes back'],
    [
      'a check with nothing but findings',
      { command: 'check', modules: [], summary: { ...report().summary, filesTouched: 0 } },
      'redomain --check --update-baseline  lets pass what stands today',
    ],
    [
      'a check that passes',
      { command: 'check', modules: [], findings: [], summary: { ...report().summary, filesTouched: 0 } },
      '\n\nPassed: nothing to change, and no finding that fails\n',
    ],
    ['a write', { command: 'write', run: 'r1', modules: [] }, 'redomain undo r1'],
    ['a clean plan', { modules: [], findings: [], summary: { ...report().summary, filesTouched: 0 } }, 'Next: redomain --check'],
    [
      'only review left',
      { modules: [], summary: { ...report().summary, filesTouched: 0 } },
      'Next: redomain explain needs-review',
    ],
  ])('names the next command after %s', (_, changes, next) => {
    expect(shown(report(changes))).toContain(next);
  });

  it('repeats what narrowed the run', () => {
    expect(shown(report(), { narrowing: " --config my.yaml 'a dir'" })).toContain("redomain --write --config my.yaml 'a dir'");
  });

  it('is short when quiet, and silent when there is nothing to say', () => {
    expect(shown(report(), { quiet: true })).toBe('2 findings: needs-review 2\n');
    expect(shown(report({ findings: [] }), { quiet: true })).toBe('');
    const files = [file({ path: 'bad.py', status: 'failed', reason: 'no longer parses' })];
    expect(shown(report({ files, findings: [] }), { quiet: true })).toContain('failed bad.py: no longer parses');
  });

  it('lets nothing from the tree steer the terminal', () => {
    const evil = `${ESCAPE}[2J\u009b31m\u202e\r\u0007`;
    const out = shown(
      report({
        root: `/r${evil}`,
        findings: [
          finding({ path: `p${evil}`, text: `t${evil}`, reason: `r${evil}` }),
          finding({ rule: 'unknown-host', reason: evil }),
        ],
        files: [file({ path: evil, status: 'failed', reason: evil })],
        modules: [{ file: evil, language: 'python', status: 'absent', constants: [] }],
        summary: { ...report().summary, byDirectory: { [evil]: tally(1, { literal: 1 }) } },
      }),
      { verbose: true },
      [{ path: `a${evil}`, before: `old ${evil}x\n`, after: `new ${evil}x\n` }],
    );
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(out).toContain('\\x1b[2J\\x9b31m\\u{202e}\\r\\x07');
  });
});

describe('json', () => {
  it('has exactly the keys of the format, and says the same as the report', () => {
    const parsed = JSON.parse(bytesOf(json(report())).toString());
    expect(Object.keys(parsed)).toEqual([
      'version',
      'root',
      'command',
      'summary',
      'modules',
      'files',
      'findings',
      'hosts',
      'policy',
    ]);
    expect(parsed).toEqual(report());
    expect(JSON.parse(bytesOf(json(report({ run: 'r1' }))).toString()).run).toBe('r1');
  });

  it('is valid with empty lists and odd text', () => {
    const odd = report({ files: [], findings: [finding({ text: '"\\\n\u2028\ud800' })], modules: [], hosts: [] });
    expect(JSON.parse(bytesOf(json(odd)).toString()).findings[0].text).toBe('"\\\n\u2028\ud800');
  });
});

describe('what the other commands print', () => {
  it('hosts', () => {
    const plain = { color: false, verbose: false, version: '0.1.0' };
    const { root, hosts } = report();
    expect(hostsText({ root, hosts, services: [], beyond: 0 }, plain)).toMatchInlineSnapshot(`
      "host           service          state      files  occurrences  called
      api.old.ex.ai  staging.backend  retired        3            6
      new.ex.ai      staging.backend  canonical      1            1

      2 hosts, 7 occurrences
      "
    `);
    expect(hostsText({ root, hosts: [], services: [], beyond: 0 }, plain)).toBe('no governed host found\n');
    expect(JSON.parse(hostsJson({ root, hosts, services: [], beyond: 0 }))).toEqual({
      version: 1,
      root: '/repo',
      command: 'hosts',
      hosts,
      beyond: 0,
    });
  });

  it('module', () => {
    const plain = { check: true, color: false, quiet: false, verbose: false };
    const modules = [
      ...report().modules,
      { file: 'web/d.ts', language: 'typescript', status: 'current', constants: ['A'] } as const,
    ];
    expect(modulesText(modules, plain)).toBe(
      'shared/domains.py  3 constants  missing\nweb/d.ts            1 constant  up to date\n\nNext: redomain module  writes them\n',
    );
    expect(modulesText(modules, { ...plain, quiet: true })).toBe('shared/domains.py  3 constants  missing\n');
    expect(modulesText([], plain)).toBe('no domain module is configured\n');
    expect(modulesText(modules, { ...plain, verbose: true })).toContain('\n  B\n');
  });

  it('undo', () => {
    const undone = { run: 'r1', restored: ['a', 'b'], removed: ['c'], refused: [{ path: 'd\u001b', reason: 'changed since' }] };
    const plain = { color: false, quiet: false, verbose: false };
    expect(undoneText(undone, plain)).toBe(
      'run r1: 2 files restored, 1 file removed, 1 file refused\nrefused d\\x1b: changed since\n',
    );
    expect(undoneText(undone, { ...plain, quiet: true })).toBe('refused d\\x1b: changed since\n');
    expect(undoneText(undone, { ...plain, verbose: true })).toContain('restored a\nrestored b\nremoved c\n');
  });
});

describe('the small parts', () => {
  it('visible text', () => {
    expect(visible('a\tb\n\u0000é日😀')).toBe('a\\tb\\n\\x00é日😀');
    expect(visible('\ud800x')).toBe('\\u{d800}x');
    expect(visible('\u{e0041}\ufeff')).toBe('\\u{e0041}\\u{feff}');
    expect(visibleLine('\ta\u001b')).toBe('\ta\\x1b');
    expect(clipped('😀😀😀', 2)).toBe('😀…');
    expect(clipped('abc', 3)).toBe('abc');
  });

  it('tables and numbers', () => {
    expect(
      table([
        ['a', '1'],
        ['bcd', '22'],
      ]),
    ).toEqual(['  a     1', '  bcd  22']);
    expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([0, 999, 1000, 1_500_000, 461_000_000].map(sized)).toEqual(['0 bytes', '999 bytes', '1.0 kB', '1.5 MB', '461 MB']);
    expect(counted(1, 'file')).toBe('1 file');
    expect(ledger({ keep: 1 }).keep).toBe(1);
  });
});
