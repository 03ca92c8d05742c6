import type { ReporterOptions } from '../src/reporters/reporter.ts';
import type { Change, FileReport, Finding, Ledger, Report, Tally } from '../src/types/report.ts';

const NOTHING: Ledger = {
  reference: 0,
  literal: 0,
  current: 0,
  keep: 0,
  suppressed: 0,
  baselined: 0,
  review: 0,
  unreadable: 0,
  failed: 0,
};

export function ledger(counts: Partial<Ledger>): Ledger {
  return { ...NOTHING, ...counts };
}

export function tally(files: number, counts: Partial<Ledger>): Tally {
  return { files, occurrences: Object.values(counts).reduce((sum, count) => sum + count, 0), ledger: ledger(counts) };
}

export function finding(changes: Partial<Finding>): Finding {
  return {
    rule: 'needs-review',
    path: 'src/a.py',
    line: 3,
    column: 8,
    endLine: 3,
    endColumn: 21,
    text: 'api.old.ex.ai',
    word: 'api.old.ex.ai',
    host: 'api.old.ex.ai',
    context: 'string',
    decision: 'review',
    applicability: 'unsafe',
    reason: 'this test expects the host not to be there',
    reasonCode: 'negated-test',
    fingerprint: '0123456789abcdef0123456789abcdef',
    severity: 'error',
    ...changes,
  };
}

export function file(changes: Partial<FileReport>): FileReport {
  return { path: 'src/a.py', language: 'python', status: 'changed', edits: [], imports: [], ...changes };
}

/** A report of a plan that has something to say in every section. */
export function report(changes: Partial<Report> = {}): Report {
  return {
    version: 1,
    root: '/repo',
    command: 'plan',
    policy: {
      apex: ['ex.ai'],
      certificates: [],
      services: [],
      entries: [],
      modules: [],
      deliver: [],
      emails: 'keep',
      rules: {},
      configFile: 'redomain.yaml',
    },
    summary: {
      filesScanned: 25673,
      bytesScanned: 461_000_000,
      filesWithHosts: 1440,
      filesTouched: 2,
      occurrences: 7,
      ledger: ledger({ reference: 3, literal: 2, review: 2 }),
      byLanguage: { python: tally(2, { reference: 3, review: 2 }), text: tally(1, { literal: 2 }) },
      byDirectory: { src: tally(2, { reference: 3, review: 2 }), '.': tally(1, { literal: 2 }) },
      byService: { 'staging.backend': tally(3, { reference: 3, literal: 2, review: 2 }) },
      byState: { retired: tally(3, { reference: 3, literal: 1, review: 2 }), canonical: tally(1, { literal: 1 }) },
      milliseconds: 3210,
    },
    modules: [{ file: 'shared/domains.py', language: 'python', status: 'absent', constants: ['A', 'B', 'C'] }],
    files: [
      file({}),
      file({ path: 'README.md', language: 'text' }),
      file({ path: 'logo.png', language: 'text', status: 'skipped', reason: 'binary' }),
    ],
    findings: [finding({}), finding({ path: 'src/b.py', line: 9 })],
    hosts: [
      { host: 'api.old.ex.ai', service: 'staging.backend', state: 'retired', files: 3, occurrences: 6 },
      { host: 'new.ex.ai', service: 'staging.backend', state: 'canonical', files: 1, occurrences: 1 },
    ],
    ...changes,
  };
}

export function options(changes: readonly Change[] = [], others: Partial<ReporterOptions> = {}): ReporterOptions {
  return {
    changes: () => changes,
    diff: true,
    color: false,
    verbose: false,
    quiet: false,
    width: Number.POSITIVE_INFINITY,
    narrowing: '',
    sourceOf: () => undefined,
    below: '',
    version: '0.1.0',
    ...others,
  };
}

/** All pieces of a report as bytes. */
export function bytesOf(chunks: Iterable<string | Uint8Array>): Buffer {
  return Buffer.concat([...chunks].map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}
