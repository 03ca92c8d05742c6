import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { splice } from '../src/core/edits.ts';
import { fixesOf } from '../src/reporters/fixes.ts';
import { reporters } from '../src/reporters/formats.ts';
import { github } from '../src/reporters/github.ts';
import { gitlab } from '../src/reporters/gitlab.ts';
import { junit } from '../src/reporters/junit.ts';
import { markdown } from '../src/reporters/markdown.ts';
import { placesOf } from '../src/reporters/places.ts';
import { rdjson } from '../src/reporters/rdjson.ts';
import { lineHashes } from '../src/reporters/sarif/line-hash.ts';
import { sarif } from '../src/reporters/sarif.ts';
import type { Finding, Report } from '../src/types/report.ts';
import type { Edit, SourceFile } from '../src/types/source.ts';
import { gitlabFaults, parseXml, rdjsonFaults, renderedMarkdown, sarifFaults, workflowCommands } from './formats.ts';
import { bytesOf, file, finding, options, report } from './sample-report.ts';

const OLD = 'api.old.ex.ai';

/** A file with `OLD` written as «OLD», and a finding for each; those in a line with `REF` become references. */
function marked(
  path: string,
  text: string,
  encoding: SourceFile['encoding'] = 'utf8',
): { source: SourceFile; findings: Finding[] } {
  const findings = text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/api\.old\.ex\.ai/g)].map((match) =>
      finding({
        path,
        rule: 'retired-host',
        decision: line.includes('REF') ? 'reference' : 'literal',
        reason: 'text',
        replacement: line.includes('REF') ? 'URL' : 'new.ex.ai',
        line: index + 1,
        endLine: index + 1,
        column: match.index + 1,
        endColumn: match.index + 1 + OLD.length,
        fingerprint: createHash('md5').update(`${path}${index}${match.index}`).digest('hex'),
      }),
    ),
  );
  return { source: { path, text, encoding }, findings };
}

function logOf(of: Report, others: Parameters<typeof options>[1] = {}): Log {
  const log = JSON.parse(bytesOf(sarif(of, options([], others))).toString()) as Log;
  expect(sarifFaults(log)).toEqual([]);
  return log;
}

function many(count: number, changes: (index: number) => Partial<Finding> = () => ({})): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({ line: index + 1, endLine: index + 1, fingerprint: `f${index}`, ...changes(index) }),
  );
}

const WARNING = { severity: 'warn', rule: 'unknown-host', decision: 'keep' } as const;
const FILES = [
  file({ path: 'bad.py', status: 'failed', reason: 'no longer parses' }),
  file({ path: 'two.py', status: 'clean', reason: 'does not parse: line 2' }),
  file({ path: 'x.png', status: 'skipped', reason: 'binary' }),
  file({ path: 'y.png', status: 'skipped', reason: 'binary' }),
];
const KEPT = finding({
  path: 'kept.md',
  rule: 'retired-host',
  decision: 'keep',
  reason: 'the configuration keeps it',
  reasonCode: 'kept-by-configuration',
});

describe('all formats of a gate', () => {
  const formats = ['sarif', 'github', 'gitlab', 'junit', 'rdjson'] as const;
  const of = report({ command: 'check', files: FILES, findings: [finding({}), finding({ ...WARNING, path: 'odd.md' }), KEPT] });

  it.each([...formats, 'markdown'] as const)(
    '%s: the same input gives the same bytes, whatever the time and the machine',
    async (format) => {
      const write = await reporters[format]();
      const elsewhere = { ...of, root: '/elsewhere', summary: { ...of.summary, milliseconds: 1 } };
      expect(bytesOf(write(elsewhere, options()))).toEqual(bytesOf(write(of, options())));
    },
  );

  it.each(formats)('%s: names what stands, what failed, what was not parsed or read, and not what is kept', async (format) => {
    const out = bytesOf((await reporters[format]())(of, options())).toString();
    for (const name of ['src/a.py', 'odd.md', 'bad.py', 'no longer parses', 'two.py', 'x.png', 'y.png', 'binary'])
      expect(out).toContain(name);
    expect(out).not.toContain('kept.md');
  });

  it.each(formats)('%s: is a whole document when there is nothing to say', async (format) => {
    const out = bytesOf((await reporters[format]())(report({ files: [], findings: [] }), options())).toString();
    if (format === 'github') expect(out).toBe('');
    else if (format === 'junit') expect(parseXml(out).attributes).toMatchObject({ tests: '8', failures: '0', errors: '0' });
    else expect({ sarif: sarifFaults, gitlab: gitlabFaults, rdjson: rdjsonFaults }[format](JSON.parse(out))).toEqual([]);
  });
});

describe('sarif', () => {
  it('has the rules with their pages, the region, the level, and where the paths begin', () => {
    const of = report({
      findings: [finding({}), finding(WARNING)],
      policy: { ...report().policy, rules: { 'hard-coded-host': 'off', 'unknown-host': 'warn' } },
    });
    const [run] = logOf(of, { below: 'services/api/' }).runs;
    expect(run!.tool.driver.rules!.map(({ id }) => id)).not.toContain('hard-coded-host');
    const rule = run!.tool.driver.rules!.find(({ id }) => id === 'unknown-host')!;
    expect(rule.help!.markdown).toContain('## How to mend it');
    expect(rule.help!.text).toContain('How to mend it');
    expect(rule.help!.text).not.toMatch(/`|^#+ /);
    expect(rule.defaultConfiguration).toEqual({ level: 'warning' });
    expect(run!.automationDetails).toEqual({ id: 'redomain/services/api/' });
    expect(run!.originalUriBaseIds).toHaveProperty('%SRCROOT%');
    expect(run!.results!.map(({ level }) => level)).toEqual(['error', 'warning']);
    expect(run!.results![0]).toMatchObject({
      ruleId: 'needs-review',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'services/api/src/a.py', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 21 },
          },
        },
      ],
    });
  });

  it('fingerprints the line as GitHub does, and by the finding where there is no file', () => {
    const { source, findings } = marked('a.md', `one\n${OLD}\n`);
    const [run] = logOf(report({ findings: [...findings, finding({ path: 'gone.py' })] }), {
      sourceOf: (path) => (path === 'a.md' ? source : undefined),
    }).runs;
    const prints = run!.results!.map(({ partialFingerprints }) => partialFingerprints!.primaryLocationLineHash);
    expect(prints).toEqual([lineHashes(source)[2], '0123456789abcdef0123456789abcdef:1']);
    expect(run!.results![0]!.partialFingerprints!['redomain/v1']).toBe(findings[0]!.fingerprint);
  });

  it('says that a run failed, and which files', () => {
    const [{ executionSuccessful, toolExecutionNotifications }] = logOf(report({ files: FILES })).runs[0]!.invocations! as [
      never,
    ];
    expect(executionSuccessful).toBe(false);
    expect(
      (toolExecutionNotifications as { level: string; message: { text: string }; locations?: unknown[] }[]).map(
        ({ level, message, locations }) => [level, message.text, locations?.length],
      ),
    ).toEqual([
      ['error', '1 file left as it was: no longer parses', 1],
      ['warning', '1 file only what is certain was looked at: does not parse: line 2', 1],
      ['note', '2 files not read: binary', 2],
    ]);
  });

  it('cuts at 25,000 results, errors first, and says so', () => {
    const findings = many(25_010, (index) => (index < 20 ? WARNING : {}));
    const [run] = logOf(report({ findings })).runs;
    expect(run!.results).toHaveLength(25_000);
    expect(run!.results!.filter(({ level }) => level === 'warning')).toHaveLength(10);
    const words = run!.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text);
    expect(words).toContain('10 of 25,010 findings are not in this file: GitHub takes at most 25,000 results.');
    expect(words).toContain('GitHub stores the first 5,000 of 25,000 results.');
  });

  it('cuts at 10 MB compressed: first the fixes, then results', () => {
    const noise = (index: number, length: number): string => {
      let text = '';
      for (let part = 0; text.length < length; part++) text += createHash('sha512').update(`${index} ${part}`).digest('base64');
      return text;
    };
    const text = `${OLD}\n`.repeat(40);
    const { source, findings } = marked('a.md', text);
    const edits = (length: number): Edit[] =>
      findings.map((_, index) => ({
        start: index * (OLD.length + 1),
        end: index * (OLD.length + 1) + OLD.length,
        text: noise(index, length),
      }));
    const large = (length: number): Report => report({ findings, files: [file({ path: 'a.md', edits: edits(length) })] });
    const given = { sourceOf: () => source };
    expect(logOf(large(1000), given).runs[0]!.results!.every(({ fixes }) => fixes !== undefined)).toBe(true);
    const [cut] = logOf(large(500_000), given).runs;
    expect(cut!.results).toHaveLength(40);
    expect(cut!.results!.some(({ fixes }) => fixes !== undefined)).toBe(false);
    expect(cut!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toBe(
      'Fixes were left out: GitHub takes at most 10 MB, compressed.',
    );

    const wordy = report({ findings: many(60, (index) => ({ reason: noise(index, 400_000) })) });
    const out = bytesOf(sarif(wordy, options()));
    const [run] = (JSON.parse(out.toString()) as Log).runs;
    expect(gzipSync(out).length).toBeLessThan(10_000_000);
    const shown = run!.results!.length;
    expect(shown).toBeGreaterThan(10);
    expect(run!.invocations![0]!.toolExecutionNotifications!.at(-1)!.message.text).toBe(
      `${60 - shown} of 60 findings are not in this file: GitHub takes at most 10 MB, compressed.`,
    );
  });
});

describe('the hash of a line', () => {
  /** Straight from the definition: a polynomial over a hundred characters, modulo 2⁶⁴. */
  function defined(text: string): string[] {
    const stream = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '');
    const codes = [
      ...Array.from({ length: stream.length }, (_, at) => stream.charCodeAt(at)),
      65535,
      ...Array<number>(100).fill(0),
    ];
    const seen = new Map<string, number>();
    const starts = [0, ...[...stream.matchAll(/\n/g)].map(({ index }) => index + 1)];
    return starts.map((start) => {
      let hash = 0n;
      for (const code of codes.slice(start, start + 100)) hash = (hash * 37n + BigInt(code)) % 2n ** 64n;
      const value = hash.toString(16);
      seen.set(value, (seen.get(value) ?? 0) + 1);
      return `${value}:${seen.get(value)}`;
    });
  }
  const hashed = (text: string, encoding: SourceFile['encoding'] = 'utf8'): string[] =>
    lineHashes({ path: 'a', text, encoding }).slice(1);

  it.each([
    ['nothing', ''],
    ['one line', 'x = 1'],
    ['spaces and tabs', '  \n\t\n a\tb \n'],
    ['line ends of every kind', 'a\nb\r\nc\rd\r\r\n\n'],
    ['the same line again and again', 'url: https://api.old.ex.ai/health\n'.repeat(12)],
    ['a long line', `${'long '.repeat(100)}\nshort\n`],
    ['every kind of character', 'ä😀日\ud800 x\n\u2028y\n\u0000'],
  ])('%s', (_, text) => {
    expect(hashed(text)).toEqual(defined(text));
  });

  it('is of the bytes as UTF-8, a byte order mark among them', () => {
    expect(hashed('a\nb', 'utf8-bom')).toEqual(defined('\ufeffa\nb'));
    expect(hashed('gr\u00fcn\n', 'latin1')).toEqual(defined('gr\ufffdn\n'));
  });
});

describe('fixes', () => {
  const apply = (source: SourceFile, edits: readonly Edit[]): string =>
    splice(
      source.text,
      [...edits].sort((a, b) => a.start - b.start),
    );
  const at = (text: string, part: string, to: string): Edit => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    text: to,
  });

  it('are one for each literal', () => {
    const text = `# ${OLD}\n# ${OLD}\n`;
    const { source, findings } = marked('a.md', text);
    const edits = [2, text.lastIndexOf(OLD)].map((start) => ({ start, end: start + OLD.length, text: 'new.ex.ai' }));
    const fixes = fixesOf(findings, edits, placesOf(source, findings)!);
    expect(findings.map((one) => apply(source, fixes.get(one)!))).toEqual([`# new.ex.ai\n# ${OLD}\n`, `# ${OLD}\n# new.ex.ai\n`]);
  });

  it('are one for all references when they need an import, and one a line when they do not', () => {
    const text = `import os\nREF = "${OLD}"\nREF2 = "${OLD}/x"\n`;
    const { source, findings } = marked('a.py', text);
    const references = [
      at(text, `"${OLD}"`, 'HOST'),
      { start: text.lastIndexOf('"api'), end: text.lastIndexOf('"api'), text: 'f' },
      { start: text.lastIndexOf(OLD), end: text.lastIndexOf(OLD) + OLD.length, text: '{HOST}' },
    ];
    const imported = { start: 10, end: 10, text: 'from shared import HOST\n' };
    const places = placesOf(source, findings)!;
    const together = fixesOf(findings, [imported, ...references], places);
    expect([...together.keys()]).toEqual([findings[0]]);
    expect(apply(source, together.get(findings[0]!)!)).toBe(
      'import os\nfrom shared import HOST\nREF = HOST\nREF2 = f"{HOST}/x"\n',
    );
    const alone = fixesOf(findings, references, places);
    expect(findings.map((one) => apply(source, alone.get(one)!))).toEqual([
      text.replace(`"${OLD}"\n`, 'HOST\n'),
      text.replace(`"${OLD}/x"`, 'f"{HOST}/x"'),
    ]);
  });

  it('are none when the file is not what the findings are of', () => {
    const { source, findings } = marked('a.md', `# ${OLD}\n`);
    expect(placesOf({ ...source, text: `#  ${OLD}\n` }, findings)).toBeUndefined();
    const results = logOf(report({ findings, files: [file({ path: 'a.md', edits: [at(source.text, OLD, 'new')] })] }), {
      sourceOf: () => ({ ...source, text: 'changed\n' }),
    }).runs[0]!.results as Result[];
    expect(results[0]!.fixes).toBeUndefined();
  });
});

describe('github', () => {
  const logged = (of: Report) => workflowCommands(bytesOf(github(of, options())).toString());

  it('annotates ten of a level, errors first, counts the others in one notice, and keeps them in the log', () => {
    const findings = [...many(12, () => WARNING), ...many(25)];
    const { commands, plain } = logged(report({ findings, files: [] }));
    const levels = commands.map(({ command }) => command);
    expect(levels).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning'), 'notice', 'group', 'endgroup']);
    expect(commands[20]!.message).toMatch(/^17 more: /);
    expect(plain).toHaveLength(17);
    expect(plain[0]).toBe('- src/a.py:11:8 needs-review: api.old.ex.ai: this test expects the host not to be there');
  });

  it('has no columns where a place spans lines, and no end where a finding is of the whole file', () => {
    const whole = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const { commands } = logged(report({ files: [], findings: [finding({ endLine: 5 }), finding(whole)] }));
    expect(commands[0]!.properties).toEqual({ file: 'src/a.py', line: '3', endLine: '5', title: 'redomain: needs-review' });
    expect(commands[1]!.properties).toEqual({ file: 'src/a.py', line: '1', title: 'redomain: needs-review' });
  });

  it('puts files that failed before everything else', () => {
    const { commands } = logged(report({ files: FILES, findings: many(30) }));
    expect(commands[0]).toEqual({
      command: 'error',
      properties: { file: 'bad.py', title: 'redomain: failed' },
      message: 'left as it was: no longer parses',
    });
  });
});

describe('gitlab', () => {
  it('has distinct fingerprints, which stay when lines move', () => {
    const issues = (shift: number) =>
      JSON.parse(
        bytesOf(
          gitlab(
            report({ findings: [0, 1, 2].map((index) => finding({ line: index + shift, endLine: index + shift })) }),
            options(),
          ),
        ).toString(),
      ) as {
        fingerprint: string;
        location: { lines: { begin: number } };
      }[];
    const [before, after] = [issues(1), issues(40)];
    expect(gitlabFaults(before)).toEqual([]);
    expect(before.slice(0, 3).map(({ location }) => location.lines.begin)).toEqual([1, 2, 3]);
    expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
  });
});

describe('junit', () => {
  const parsed = (of: Report) => parseXml(bytesOf(junit(of, options())).toString());

  it('has a suite for each file and distinct names without line numbers', () => {
    const suites = parsed(report({ files: FILES, findings: [...many(3), finding({ ...WARNING, path: 'odd.md' })] }));
    expect(suites.children.map(({ attributes }) => attributes.name)).toEqual([
      'redomain',
      'bad.py',
      'src/a.py',
      'odd.md',
      'two.py',
      'x.png',
      'y.png',
    ]);
    expect(suites.children[2]!.children.map(({ attributes }) => [attributes.name, attributes.line])).toEqual([
      ['needs-review: api.old.ex.ai in string', '1'],
      ['needs-review: api.old.ex.ai in string (2)', '2'],
      ['needs-review: api.old.ex.ai in string (3)', '3'],
    ]);
  });

  it('counts: failures fail the check, warnings and what was not read are skipped, failed files are errors, rules without a finding passed', () => {
    const suites = parsed(report({ files: FILES, findings: [...many(3), finding({ ...WARNING, path: 'odd.md' })] }));
    expect(suites.attributes).toEqual({ name: 'redomain', tests: '14', failures: '3', errors: '1', skipped: '4' });
    const cases = suites.children.flatMap(({ children }) => children);
    const tagged = (tag: string) => cases.filter(({ children }) => children[0]?.name === tag).length;
    expect([cases.length, tagged('failure'), tagged('error'), tagged('skipped')]).toEqual([14, 3, 1, 4]);
    expect(cases[7]!.children[0]).toMatchObject({
      name: 'failure',
      attributes: { type: 'needs-review' },
      text: expect.stringContaining('src/a.py:1: '),
    });
  });

  it('finds a free name when the tree has a name like it already', () => {
    const names = parsed(
      report({ files: [], findings: [finding({ context: 'x' }), finding({ context: 'x (2)' }), finding({ context: 'x' })] }),
    )
      .children.at(-1)!
      .children.map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(3);
  });
});

describe('rdjson', () => {
  interface Diagnostic {
    readonly location: { readonly range: { readonly start: object; readonly end: object } };
    readonly suggestions?: readonly { readonly range: object; readonly text: string }[];
  }
  const diagnostics = (of: Report, source: SourceFile): Diagnostic[] => {
    const document = JSON.parse(bytesOf(rdjson(of, options([], { sourceOf: () => source }))).toString()) as {
      diagnostics: Diagnostic[];
    };
    expect(rdjsonFaults(document)).toEqual([]);
    return document.diagnostics;
  };
  const literalEdits = (text: string): Edit[] =>
    [...text.matchAll(/api\.old\.ex\.ai/g)].map(({ index }) => ({ start: index, end: index + OLD.length, text: 'new.ex.ai' }));

  it('counts columns in bytes, and suggests a line once', () => {
    const text = `ä😀 ${OLD} ${OLD}\n`;
    const { source, findings } = marked('a.md', text);
    const [first, second] = diagnostics(report({ findings, files: [file({ path: 'a.md', edits: literalEdits(text) })] }), source);
    expect(first!.location.range).toEqual({ start: { line: 1, column: 8 }, end: { line: 1, column: 21 } });
    expect(first!.suggestions).toEqual([
      { range: { start: { line: 1, column: 8 }, end: { line: 1, column: 35 } }, text: 'new.ex.ai new.ex.ai' },
    ]);
    expect(second!.suggestions).toBeUndefined();
  });

  it.each([
    ['utf8-bom', 'ä', 6],
    ['latin1', 'ä', 2],
  ] as const)('counts the bytes of %s', (encoding, before, column) => {
    const { source, findings } = marked('a.md', `${before}${OLD}\n`, encoding);
    expect(diagnostics(report({ findings, files: [] }), source)[0]!.location.range.start).toEqual({ line: 1, column });
  });

  it('suggests nothing that would need an import elsewhere', () => {
    const text = `import os\n\nREF = "${OLD}"\n# ${OLD}\n`;
    const { source, findings } = marked('a.py', text);
    const edits = [
      { start: 10, end: 10, text: 'from shared import HOST\n' },
      { start: 17, end: 19 + OLD.length, text: 'HOST' },
      literalEdits(text)[1]!,
    ];
    const [reference, literal] = diagnostics(report({ findings, files: [file({ path: 'a.py', edits })] }), source);
    expect(reference!.suggestions).toBeUndefined();
    expect(literal!.suggestions).toHaveLength(1);
  });
});

describe('markdown', () => {
  const text = (of: Report): string => bytesOf(markdown(of)).toString();

  it('is the text of a pull request', () => {
    expect(text(report())).toMatchInlineSnapshot(`
      "**redomain moves 5 occurrences in 2 files** to their canonical hosts: 3 occurrences by a constant of the domain module, 2 as text. 25,673 files scanned.

      | verdict | occurrences |  |
      | --- | ---: | --- |
      | reference | 3 | become a constant of the domain module |
      | literal | 2 | become the canonical host |
      | review | 2 | are for a person to decide |

      ### What changed, and why

      - \`api.old.ex.ai\` → as the configuration renames them (service \`staging.backend\`): 6 occurrences
      - The canonical hosts stand in \`shared/domains.py\` (3 constants).
      - Why: these hosts are retired. What reads a host from one module cannot bring an old one back, and the next move is one line.

      ### What reviewers should look at

      | rule | why | places | where |
      | --- | --- | ---: | --- |
      | \`needs-review\` | this test expects the host not to be there | 2 | \`src/a.py:3\`, \`src/b.py:9\` |

      ### What needs other hands

      - [ ] **DNS**: the new hosts must resolve before this is merged; the old names stay until nothing asks for them.
      - [ ] **Certificates**: one must cover the new hosts; the configuration names no certificates, so nothing was checked.
      - [ ] **OAuth and SSO**: redirect lists and allowed origins of every identity provider take the new hosts.
      - [ ] **CORS and CSP**: allow lists, also those outside this repository, take the new hosts beside the old hosts for a while.
      - [ ] **Dashboards, monitors and alarms**: what watches the old hosts has to watch the new hosts.

      ### How it was proved

      - Every changed file was parsed again: with the constants folded in it is, token by token, the original with its hosts replaced, and everything outside the edits is the same, byte for byte.
      - Accounted for, each once: 7 occurrences, 0 of them in files that failed.
      - To see it again: \`redomain --check\` changes nothing and fails when a retired host comes back.

      ### How to undo it

      Nothing is written yet. After \`redomain --write\`, \`redomain undo\` restores every file, byte for byte.

      ### What was left out

      - 1 file not read, binary: \`logo.png\`
      "
    `);
  });

  it('after a write names the run to undo', () => {
    expect(text(report({ command: 'write', run: 'r1' }))).toContain('`redomain undo r1` restores every file');
  });

  it('names who else has to do something, with the files that point there', () => {
    const out = text(
      report({
        findings: [
          finding({ path: 'infra/main.tf' }),
          finding({ path: 'web/auth.ts', context: 'string redirect_uri' }),
          finding({ path: 'api/app.py', context: 'string ALLOWED_ORIGINS' }),
          finding({ path: 'ops/grafana/api.json' }),
        ],
      }),
    );
    const task = (name: string): string => out.split('\n').find((line) => line.startsWith(`- [ ] **${name}`))!;
    expect(task('DNS')).toContain('`infra/main.tf`');
    expect(task('OAuth')).toContain('`web/auth.ts`');
    expect(task('CORS')).toContain('`api/app.py`');
    expect(task('Dashboards')).toContain('`ops/grafana/api.json`');
    expect(task('Certificates')).toContain('names no certificates');
  });

  it('names hosts that no certificate covers', () => {
    const out = text(report({ findings: [finding({ rule: 'uncovered-host', host: 'a.b.ex.ai', text: 'a.b.ex.ai' })] }));
    expect(out).toContain('**Certificates**: none covers `a.b.ex.ai`');
  });

  it('stays within 65,536 characters, and says how much was cut', () => {
    const findings = many(2000, () => ({ rule: 'retired-host', decision: 'literal', replacement: 'new.ex.ai' }));
    const out = text(report({ command: 'check', findings }));
    expect(out.length).toBeLessThanOrEqual(65_536);
    expect(out.length).toBeGreaterThan(60_000);
    const shown = renderedMarkdown(out).cells.filter(([place]) => place!.startsWith('src/a.py:')).length;
    expect(out).toContain(`… cut here: ${(2000 - shown).toLocaleString('en')} more lines`);
    expect(text(report({ command: 'check', findings: findings.slice(0, 50) }))).not.toContain('cut here');
  });
});
