import { createHash } from 'node:crypto';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splice } from '../src/core/edits.ts';
import { titleOf } from '../src/guards/reasons.ts';
import type { ChangedFile } from '../src/page/model.ts';
import { hunksOfEdits } from '../src/reporters/html/line-changes.ts';
import { html } from '../src/reporters/html.ts';
import type { ReporterOptions } from '../src/reporters/reporter.ts';
import type { Change, Report } from '../src/types/report.ts';
import type { Edit } from '../src/types/source.ts';
import { dataOf, modelIn } from './page-data.ts';
import { bytesOf, file, finding, ledger, options, report } from './sample-report.ts';

function page(of: Report, changes: readonly Change[] = [], others: Partial<ReporterOptions> = {}): string {
  return bytesOf(html(of, options(changes, others))).toString();
}

const BEFORE = 'import os\n\nURL = "https://api.old.ex.ai/v1"\nHOST = \'api.old.ex.ai\'\n';
const AFTER = 'import os\nfrom d import B_URL, B_HOST\n\nURL = f"{B_URL}/v1"\nHOST = B_HOST\n';
const at = (text: string): number => BEFORE.indexOf(text);
const EDITS = [
  { start: 10, end: 10, text: 'from d import B_URL, B_HOST\n' },
  { start: at('"https'), end: at('"https'), text: 'f' },
  { start: at('https'), end: at('/v1'), text: '{B_URL}' },
  { start: at("'api"), end: at("'api") + 15, text: 'B_HOST' },
];
const HOST = { text: 'api.old.ex.ai', host: 'api.old.ex.ai', service: 'staging.backend', decision: 'reference' } as const;
const FINDINGS = [
  finding({ ...HOST, rule: 'retired-host', line: 3, column: 16, endLine: 3, endColumn: 29, replacement: 'B_URL' }),
  finding({ ...HOST, rule: 'retired-host', line: 4, column: 9, endLine: 4, endColumn: 22, replacement: 'B_HOST' }),
];
const FILE = file({ edits: EDITS, imports: [{ module: 'd.py', specifier: 'd', names: ['B_URL', 'B_HOST'] }] });
const CHANGE: Change = { path: 'src/a.py', before: BEFORE, after: AFTER };

describe('the page', () => {
  it('lets nothing load and nothing run but its own text', () => {
    const text = page(report());
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)!;
    const hash = (part: string): string => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
    const [, style] = /<style>(.*?)<\/style>/s.exec(text)!;
    const script = /<script>(.*?)<\/script>/s.exec(text)![1]!;
    expect(policy!.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style!)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    expect(text).not.toMatch(/\s(?:style|on\w+|src|srcset|srcdoc|action)=/);
    expect([...text.matchAll(/ href="([^"]*)"/g)].filter(([, target]) => !target!.startsWith('#'))).toEqual([]);
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|fetch\(|XMLHttp/);
  });

  it('answers without a script: how many files, which hosts, what is left, is it safe, how is it undone', () => {
    const text = page(report(), []).split('<script')[0]!;
    expect(text).toContain('<h1>2 files and 1 domain module to change</h1>');
    expect(text).toContain('<code>api.old.ex.ai</code>');
    expect(text).toContain(`<b>2</b> ${titleOf('negated-test')}`);
    expect(text).toContain('token by token');
    expect(text).toContain('<code>redomain undo</code> restores every file');
    expect(text).toContain('<b>DNS</b>');
    expect(page(report({ command: 'write', run: '20250101T000000' }))).toContain('<code>redomain undo 20250101T000000</code>');
  });

  it('says what a check in part, or with a baseline, leaves out of account', () => {
    const text = page(
      report({
        command: 'check',
        since: { ref: 'main', unchanged: 4 },
        baseline: { file: 'redomain-baseline.json', known: 7, vanished: [] },
      }),
    );
    expect(text).toContain('The baseline redomain-baseline.json knows 7 findings.');
    expect(text).toContain('Only what changed since main counts; 4 findings on other lines.');
  });

  it('has nothing to say of a tree in order', () => {
    const { summary } = report();
    const still = {
      ...summary,
      filesTouched: 0,
      occurrences: 0,
      ledger: ledger({}),
      byLanguage: {},
      byDirectory: {},
      byService: {},
    };
    const text = page(report({ summary: still, findings: [], files: [], hosts: [], modules: [] }));
    expect(text).toContain('<h1>Nothing to change</h1>');
    expect(text).toContain('No retired host was found.');
    expect(text).toContain('Every file was read, parsed and proved.');
    expect(text).not.toContain('NaN');
    expect(modelIn(text)).toMatchObject({ files: [], patterns: [], left: [], unread: [] });
  });

  it('is the same for the same tree in another place, at another speed', () => {
    const { summary } = report();
    const digest = (changes: Partial<Report>, after = AFTER): string =>
      dataOf(page(report(changes), [{ ...CHANGE, after }])).digest;
    expect(digest({ root: '/elsewhere/repo', summary: { ...summary, milliseconds: 1 } })).toBe(digest({}));
    expect(digest({}, BEFORE.replace('old', 'new'))).not.toBe(digest({}));
    expect(digest({ findings: [] })).not.toBe(digest({}));
  });
});

describe('its patterns', () => {
  const plan = report({ findings: FINDINGS, files: [FILE] });

  it('are what stands there and what comes, without quotes and braces', () => {
    const { patterns, files } = modelIn(page(plan, [CHANGE]));
    expect(patterns.map(({ from, to, decision }) => [from, to, decision])).toEqual([
      ['api.old.ex.ai', 'B_HOST', 'reference'],
      ['https://api.old.ex.ai', 'B_URL', 'reference'],
    ]);
    expect(files[0]!.swaps.map(({ line, service, rule }) => [line, service, rule])).toEqual([
      [3, 'staging.backend', 'retired-host'],
      [4, 'staging.backend', 'retired-host'],
    ]);
  });

  it('are the same after a write, when the findings are gone', () => {
    const written = report({ command: 'write', findings: [], files: [FILE] });
    const keys = (of: Report): string[] => modelIn(page(of, [CHANGE])).patterns.map(({ key }) => key);
    expect(keys(written)).toEqual(keys(plan));
    expect(modelIn(page(written, [CHANGE])).files[0]!.swaps.map(({ host, service, line }) => [host, service, line])).toEqual([
      ['api.old.ex.ai', 'staging.backend', 3],
      ['api.old.ex.ai', 'staging.backend', 4],
    ]);
  });

  it('know, after a write, a service that only a scheme tells apart', () => {
    const { policy } = report();
    const entries = [
      { from: { scheme: 'wss', host: 'api.old.ex.ai' }, to: { scheme: 'wss', host: 'ws.ex.ai' }, service: 'staging.socket' },
      { from: { host: 'api.old.ex.ai' }, to: { host: 'new.ex.ai' }, service: 'staging.backend' },
    ];
    const before = 'wss://api.old.ex.ai https://api.old.ex.ai\n';
    const edits = [
      { start: 6, end: 19, text: 'ws.ex.ai' },
      { start: 28, end: 41, text: 'new.ex.ai' },
    ];
    const of = report({ policy: { ...policy, entries }, command: 'write', findings: [], files: [file({ path: 'a', edits })] });
    const [{ swaps }] = modelIn(page(of, [{ path: 'a', before, after: splice(before, edits) }])).files as [ChangedFile];
    expect(swaps.map(({ pattern: { from, to }, service }) => [from, to, service])).toEqual([
      ['wss://api.old.ex.ai', 'wss://ws.ex.ai', 'staging.socket'],
      ['api.old.ex.ai', 'new.ex.ai', 'staging.backend'],
    ]);
  });

  it('bring the parts of one host together, and count like ones of all files', () => {
    const text = 'a http://api.old.ex.ai b\n';
    const edits = [
      { start: 2, end: 6, text: 'https' },
      { start: 9, end: 22, text: 'new.ex.ai' },
    ];
    const place = { ...HOST, decision: 'literal', rule: 'retired-host', line: 1, endLine: 1 } as const;
    const own = ['x/1.md', 'x/2.md'].map((path) =>
      finding({ ...place, path, column: 3, endColumn: 23, text: 'http://api.old.ex.ai', replacement: 'https://new.ex.ai' }),
    );
    const of = report({ findings: own, files: own.map(({ path }) => file({ path, language: 'text', edits })) });
    const changes = own.map(({ path }) => ({ path, before: text, after: 'a https://new.ex.ai b\n' }));
    const [pattern, ...others] = modelIn(page(of, changes)).patterns;
    expect(others).toEqual([]);
    expect(pattern).toMatchObject({ from: 'http://api.old.ex.ai', to: 'https://new.ex.ai' });
    expect([...pattern!.files].map(({ path }) => path)).toEqual(['x/1.md', 'x/2.md']);
  });
});

describe('its diffs', () => {
  const hunksOf = (change: Partial<Change>, others: Partial<ReporterOptions> = {}) =>
    modelIn(page(report(), [{ path: 'a', before: '', after: '', ...change }], others)).files[0]!;

  it('hold the hunks, not the files', () => {
    const long = 'same\n'.repeat(1000);
    const { hunks, added, removed, note } = hunksOf({ before: `${long}old\n${long}`, after: `${long}new\n${long}` });
    expect(hunks).toEqual([[998, 998, ' same\n same\n same\n-old\n+new\n same\n same\n same']]);
    expect([added, removed, note]).toEqual([1, 1, '']);
  });

  it('say what cannot be seen in them', () => {
    expect(hunksOf({ before: 'a\r\nold\r\n', after: 'a\r\nnew\r\n' })).toMatchObject({
      note: 'CRLF line ends',
      hunks: [[1, 1, ' a\n-old\n+new']],
    });
    expect(hunksOf({ after: 'A\n', created: true })).toMatchObject({ note: 'new file', added: 1, removed: 0 });
    expect(hunksOf({ before: 'old', after: 'new', encoding: 'utf16be' }).note).toBe('UTF-16, big endian');
    expect(hunksOf({ before: 'old', after: 'new' }).hunks[0]![2]).toContain('\\ No newline at end of file');
  });

  it('cut what is the same in a long line, and keep what changes', () => {
    const line = (host: string): string => `${'x'.repeat(50_000)}<${host}>${'y'.repeat(50_000)}\n`;
    const [[, , text]] = hunksOf({ before: line('api.old.ex.ai'), after: line('new.ex.ai') }).hunks as [[number, number, string]];
    expect(text.length).toBeLessThan(1000);
    const [before, after] = text.split('\n');
    expect(before).toContain('characters …⟩');
    expect(before).toContain('<api.old.ex.ai>');
    expect(after).toContain('<new.ex.ai>');
  });

  it('say how many hunks there was no room for', () => {
    const lines = (word: string): string => Array.from({ length: 60_000 }, (_, at) => (at % 9 ? `${at}` : word)).join('\n');
    const before = lines('old.old.old');
    const edits = [...before.matchAll(/old\.old\.old/g)].map(({ index }) => ({ start: index, end: index + 3, text: 'new' }));
    const of = report({ files: [file({ path: 'a', edits })] });
    const { hunks, omitted, removed } = modelIn(page(of, [{ path: 'a', before, after: splice(before, edits) }])).files[0]!;
    expect(hunks.length).toBeGreaterThan(100);
    expect(omitted).toBeGreaterThan(100);
    expect(removed).toBe(Math.ceil(60_000 / 9));
    expect(hunksOf({ before: 'old\n', after: 'new\n' }, { diff: false })).toMatchObject({ hunks: [], omitted: 1 });
  });

  it('made of edits are a patch from the text before to the one after, with no line that stays among those that change', () => {
    const word = fc.constantFrom('a', 'b', '', 'é', '\r', 'x y');
    const text = fc.array(fc.tuple(word, fc.constantFrom('\n', '\n', ''))).map((lines) => lines.flat().join(''));
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(9), fc.constantFrom('', 'new', 'n\n', '\n', 'p\nq')), { maxLength: 6 });
    fc.assert(
      fc.property(text, cuts, (before, wanted) => {
        const edits: Edit[] = [];
        for (const [start, length, put] of wanted.sort((a, b) => a[0] - b[0])) {
          const end = Math.min(before.length, start + length);
          if (start <= before.length && start >= (edits.at(-1)?.end ?? 0)) edits.push({ start, end, text: put });
        }
        const hunks = hunksOfEdits(before, edits);
        const counted = hunks.map((hunk) => {
          const count = (signs: string): number => hunk.lines.filter((line) => signs.includes(line[0]!)).length;
          return { ...hunk, lines: [...hunk.lines], oldLines: count(' -'), newLines: count(' +') };
        });
        const names = { oldFileName: 'a', newFileName: 'b', oldHeader: undefined, newHeader: undefined };
        const after = splice(before, edits);
        expect(applyPatch(before, { ...names, hunks: counted }, { autoConvertLineEndings: false })).toBe(after);
        if (before === after) expect(hunks).toEqual([]);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('are read one at a time', () => {
    let read = 0;
    function* changes(): Generator<Change> {
      for (let number = 0; number < 100; number++) {
        read++;
        yield { path: `${number}`, before: 'old\n', after: 'new\n' };
      }
    }
    const pieces = html(report(), { ...options(), changes })[Symbol.iterator]();
    while (read === 0) pieces.next();
    pieces.next();
    expect(read).toBeLessThan(4);
  });
});

describe('what is left', () => {
  it('has its line of the source where a person has to decide', () => {
    const text = 'one\ntwo\n  x = "https://api.old.ex.ai/y"  # z\n';
    const own = finding({ line: 3, column: 16, endLine: 3, endColumn: 29, path: 'src/a.py' });
    const of = report({ findings: [own, finding({ decision: 'keep', word: 'https://api.old.ex.ai/k' })] });
    const { left } = modelIn(page(of, [], { sourceOf: (path) => ({ path, text, encoding: 'utf8', eol: '\n' }) as never }));
    expect(left.map(({ lead, text, tail, decision }) => [decision, lead, text, tail])).toEqual([
      ['review', 'x = "https://', 'api.old.ex.ai', '/y"  # z'],
      ['keep', '', 'https://api.old.ex.ai/k', ''],
    ]);
  });

  it('is what no run does: neither pending changes nor a domain module that comes', () => {
    const of = report({
      findings: [
        finding({ rule: 'module-drift', applicability: 'safe', path: 'd.py' }),
        finding({ rule: 'module-drift', reason: 'nothing holds it', path: 'own.py' }),
        finding({ rule: 'retired-host', decision: 'literal' }),
        finding({ rule: 'retired-host', decision: 'literal', beyond: 'baseline' }),
        finding({ rule: 'unknown-host', decision: 'keep', severity: 'warn', host: 'who.ex.ai' }),
      ],
    });
    expect(modelIn(page(of)).left.map(({ rule, beyond, service }) => [rule, beyond, service])).toEqual([
      ['module-drift', '', 'unknown'],
      ['retired-host', 'in the baseline', 'unknown'],
      ['unknown-host', 'warning', 'unknown'],
    ]);
  });

  it('names every file that failed, was not parsed or not read', () => {
    const files = [
      file({ path: 'a', status: 'failed', reason: 'not proven' }),
      file({ path: 'b', reason: 'line 3 does not parse' }),
      file({ path: 'c', status: 'skipped', reason: 'binary' }),
    ];
    expect(modelIn(page(report({ files }))).unread).toEqual([
      { path: 'a', directory: '.', what: 'failed', reason: 'not proven' },
      { path: 'b', directory: '.', what: 'not parsed', reason: 'line 3 does not parse' },
      { path: 'c', directory: '.', what: 'not read', reason: 'binary' },
    ]);
  });
});
