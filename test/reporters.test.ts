import { describe, expect, it } from 'vitest';
import { counted, grouped } from '../src/core/counted.ts';
import { concise } from '../src/reporters/concise.ts';
import { hostsJson, hostsText } from '../src/reporters/hosts.ts';
import { json } from '../src/reporters/json.ts';
import { modulesText } from '../src/reporters/modules.ts';
import { sized, table } from '../src/reporters/table.ts';
import { text } from '../src/reporters/text.ts';
import { undoneText } from '../src/reporters/undone.ts';
import { clipped, visible, visibleLine } from '../src/reporters/visible.ts';
import type { Change, Report } from '../src/types/report.ts';
import type { SourceFile } from '../src/types/source.ts';
import { bytesOf, file, finding, ledger, options, report, tally } from './sample-report.ts';

const ESCAPE = '\u001b';

function shown(of: Report, others: Parameters<typeof options>[1] = {}, changes: readonly Change[] = []): string {
  return bytesOf(text(of, options(changes, others))).toString();
}

describe('text', () => {
  it('says it all, the next command last', () => {
    const sourceOf = (path: string): SourceFile => ({
      path,
      text: `${'\n'.repeat(path === 'src/a.py' ? 2 : 8)}assert "api.old.ex.ai" not in names\n`,
      encoding: 'utf8',
    });
    expect(shown(report(), { sourceOf })).toMatchInlineSnapshot(`
      "src/a.py:3:8  negated-test  this test expects the host not to be there
      src/b.py:9:8  negated-test  this test expects the host not to be there

      Skipped: 1 file
        binary (1)
          logo.png

      Domain module
        shared/domains.py  3 constants  missing, --write mends it

      7 occurrences: 5 to change in 2 files (3 as constants, 2 as literals), 2 for review (25,673 files, 461 MB, 3.2 s)

      Next: redomain --write  applies the plan
      "
    `);
  });

  it('has the tables with --verbose', () => {
    const out = shown(report(), { verbose: true });
    for (const words of [
      '7 occurrences\n',
      'become a constant of the domain module',
      'By language',
      'By directory',
      'By service',
    ])
      expect(out).toContain(words);
  });

  it('puts the diff first, and leaves it out when asked', () => {
    const change = { path: 'src/a.py', before: 'x = "old"\r\n', after: 'x = "new"\r\n' };
    const whole = shown(report(), {}, [change]);
    expect(
      whole.startsWith(
        'diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n@@ -1,1 +1,1 @@\n-x = "old"\n+x = "new"\n',
      ),
    ).toBe(true);
    expect(whole.indexOf('src/a.py:3:8')).toBeGreaterThan(whole.indexOf('+x'));
    expect(shown(report(), { diff: false }, [change])).not.toContain('+x');
  });

  it('is coloured only when asked', () => {
    const change = { path: 'a', before: 'old\n', after: 'new\n' };
    expect(shown(report(), { color: true }, [change])).toContain(`${ESCAPE}[32m+new${ESCAPE}[39m`);
    expect(shown(report(), { color: false }, [change])).not.toContain(ESCAPE);
  });

  it('shows the files that change before the domain modules, of which it shows the first lines', () => {
    const module = { path: 'shared/domains.py', before: '', after: 'A = 1\n'.repeat(40), created: true };
    const change = { path: 'src/a.py', before: 'old\n', after: 'new\n' };
    const out = shown(report(), {}, [module, change]);
    expect(out.indexOf('+new')).toBeLessThan(out.indexOf('+A = 1'));
    expect(out.match(/^\+A = 1$/gm)).toHaveLength(9);
    expect(out).toContain('… 32 more lines of this domain module (--verbose shows all)');
    expect(shown(report(), { verbose: true }, [module, change]).match(/^\+A = 1$/gm)).toHaveLength(40);
  });

  it('cuts many findings of one reason and says how many of which', () => {
    const many = report({ findings: Array.from({ length: 40 }, (_, line) => finding({ line: line + 1 })) });
    expect(shown(many)).toContain('… 35 more findings: negated-test 35 (--verbose shows all)');
    expect(shown(many).match(/src\/a\.py:/g)).toHaveLength(5);
    expect(shown(many, { verbose: true }).match(/src\/a\.py:/g)).toHaveLength(40);
  });

  it('leaves tables to --verbose, which shows them whole', () => {
    const byDirectory = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`d${index}`, tally(1, { literal: 30 - index })]),
    );
    const wide = report({ summary: { ...report().summary, byDirectory } });
    expect(shown(wide)).not.toContain('By directory');
    expect(shown(wide, { verbose: true })).toContain('d29');
  });

  it('names place, code and sentence in one line, and marks the host in its line', () => {
    const sourceOf = (path: string): SourceFile => ({ path, text: '\n\n\tkey = "api.old.ex.ai"\n', encoding: 'utf8' });
    const one = finding({ reasonCode: 'other-name', reason: 'this is said', line: 3, column: 9, endColumn: 22 });
    expect(shown(report({ findings: [one] }), { sourceOf })).toContain(
      'src/a.py:3:9  other-name  this is said\n  3 | key = "api.old.ex.ai"\n             ^^^^^^^^^^^^^\n',
    );
  });

  it('cuts a long line around the host', () => {
    const long = `${'x'.repeat(500)}api.old.ex.ai${'y'.repeat(500)}`;
    const sourceOf = (path: string): SourceFile => ({ path, text: long, encoding: 'utf8' });
    const one = finding({ line: 1, column: 501, endLine: 1, endColumn: 514 });
    const [, source, mark] = shown(report({ findings: [one] }), { sourceOf, width: 80 }).split('\n');
    expect(source).toMatch(/^ {2}1 \| …x+api\.old\.ex\.aiy+…$/);
    expect(source!.length).toBeLessThanOrEqual(80);
    expect(source!.slice(mark!.indexOf('^'), mark!.lastIndexOf('^') + 1)).toBe('api.old.ex.ai');
  });

  it('names in a check what has to be migrated', () => {
    const findings = [
      finding({ rule: 'retired-host', decision: 'literal', reason: 'text', replacement: 'new.ex.ai', applicability: 'safe' }),
    ];
    expect(shown(report({ command: 'check', findings }))).toContain('src/a.py:3:8  negated-test  text → new.ex.ai');
    expect(shown(report({ findings }))).not.toContain('→ new.ex.ai');
  });

  it('names findings of the other rules, and warnings as such', () => {
    const unknown = { rule: 'unknown-host', reasonCode: 'unknown-host', decision: 'keep', severity: 'warn' } as const;
    const out = shown(report({ findings: [finding({ ...unknown, reason: 'nobody knows it', text: 'odd.ex.ai' })] }));
    expect(out).toContain('src/a.py:3:8  unknown-host  nobody knows it [warning]\n');
  });

  it('names an unknown host once, and a finding of a whole file without a line', () => {
    const unknown = { rule: 'unknown-host', reasonCode: 'unknown-host', decision: 'keep', reason: 'nobody knows it' } as const;
    const findings = [
      finding({ ...unknown, host: 'odd.ex.ai', text: 'odd.ex.ai' }),
      finding({ ...unknown, host: 'even.ex.ai', text: 'even.ex.ai', line: 4 }),
      finding({ ...unknown, host: 'odd.ex.ai', text: 'odd.ex.ai', line: 5 }),
      finding({
        ...{ rule: 'uncovered-host', path: 'redomain.yaml', line: 1, column: 1, context: 'file', text: 'a.b.ex.ai' },
        ...{ reasonCode: 'uncovered-host', reason: 'no certificate covers a.b.ex.ai: two labels' },
      }),
    ];
    const out = shown(report({ findings }));
    expect(out).toContain('src/a.py:3:8  unknown-host  nobody knows it\nsrc/a.py:4:8  unknown-host');
    expect(out).not.toContain('src/a.py:5:8');
    expect(out).toContain('… 1 more finding: unknown-host 1 (--verbose shows all)');
    expect(shown(report({ findings }), { verbose: true })).toContain('src/a.py:5:8  unknown-host');
    expect(out).toContain('redomain.yaml  uncovered-host  no certificate covers a.b.ex.ai: two labels\n');
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
      ...{ rule: 'module-drift', path: 'd.ts', context: 'file', text: 'staging.api' },
      ...{ reasonCode: 'module-lacks', reason: 'it holds no "https://a"' },
    });
    const out = shown(report({ modules, findings: [drift, { ...drift, path: 'other.ts' }] }));
    expect(out).toContain('d.ts  module-lacks  it holds no "https://a"\n');
    expect(out).not.toContain('other.ts');
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
      'Next: redomain explain negated-test',
    ],
  ])('names the next command after %s', (_, changes, next) => {
    expect(shown(report(changes))).toContain(next);
  });

  it('repeats what narrowed the run', () => {
    expect(shown(report(), { narrowing: " --config my.yaml 'a dir'" })).toContain("redomain --write --config my.yaml 'a dir'");
  });

  it('names what to write and to stage where it looked at what is staged', () => {
    const staged = shown(report({ command: 'check', files: [file({}), file({ path: "it's.md" })] }), { staged: true });
    expect(staged).toContain("Next: redomain --write src/a.py 'it'\\''s.md'");
    expect(staged).toContain("git add src/a.py 'it'\\''s.md'");
    const many = Array.from({ length: 9 }, (_, index) => file({ path: `${index}.py` }));
    expect(shown(report({ command: 'check', files: many }), { staged: true })).toContain(
      'Next: git diff --cached --name-only -z --diff-filter=d | redomain --write --files-from -',
    );
    const clean = { command: 'check', files: [file({ status: 'clean' })] } as const;
    expect(shown(report(clean), { staged: true })).toContain('Next: redomain explain negated-test');
    expect(shown(report({ ...clean, findings: [] }), { staged: true })).not.toContain('Next:');
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

describe('concise', () => {
  it('is one line a finding that a gate counts, and nothing else', () => {
    const kept = finding({ decision: 'keep', rule: 'retired-host' });
    const pending = finding({ rule: 'retired-host', decision: 'literal', reasonCode: 'no-module', replacement: 'new.ex.ai' });
    expect(bytesOf(concise(report({ findings: [finding({}), kept, pending] }))).toString()).toBe(
      'src/a.py:3:8: negated-test api.old.ex.ai: this test expects the host not to be there\n' +
        'src/a.py:3:8: no-module api.old.ex.ai: a retired host stands here (this test expects the host not to be there), to become new.ex.ai\n',
    );
    expect(bytesOf(concise(report({ findings: [] }))).toString()).toBe('');
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
