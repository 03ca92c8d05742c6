import { gzipSync } from 'node:zlib';
import type { Log, Notification, Result, Run } from 'sarif';
import { grouped } from '../core/counted.ts';
import type { Report } from '../types/report.ts';
import type { ReporterOptions } from './reporter.ts';
import { notice, notificationsOf } from './sarif/notifications.ts';
import { BASE, resultsOf, uriOf } from './sarif/results.ts';
import { descriptors } from './sarif/rules.ts';
import { standingOf } from './standing.ts';

/** GitHub refuses more results in a run, and stores the first so many of them. */
const RESULTS = 25_000;
const STORED = 5_000;
/** GitHub refuses a file that is larger than this once compressed. */
const COMPRESSED = 10_000_000;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0, as GitHub code scanning takes it: errors first, and cut with a word where GitHub would refuse the whole. */
export function* sarif(report: Report, options: ReporterOptions): Generator<string> {
  const findings = standingOf(report).sort((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
  const results = resultsOf(report, findings.slice(0, RESULTS), options);
  const notes: Notification[] = notificationsOf(report, options.below);
  const parts = fitted(results, findings.length, notes);
  const run: Run = {
    tool: { driver: { name: 'redomain', version: options.version, rules: descriptors(report.policy) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The top of the repository' } } },
    automationDetails: { id: `redomain/${uriOf(options.below)}` },
    invocations: [
      {
        executionSuccessful: report.files.every(({ status }) => status !== 'failed'),
        toolExecutionNotifications: [...notes, ...parts.notes],
      },
    ],
    results: [],
  };
  const log: Log = { version: '2.1.0', $schema: SCHEMA, runs: [run] };
  const [before, after] = JSON.stringify(log, null, 2).split(/(?<="results": )\[\]/) as [string, string];
  yield `${before}[`;
  for (const [index, line] of parts.lines.entries()) yield `${index === 0 ? '\n' : ',\n'}        ${line}`;
  yield parts.lines.length === 0 ? `]${after}\n` : `\n      ]${after}\n`;
}

/** One line for each result that fits, the fixes left out before any result is; and what was left out. */
function fitted(
  results: readonly Result[],
  found: number,
  others: readonly Notification[],
): { lines: string[]; notes: Notification[] } {
  const room = COMPRESSED - sizeOf(others.map((note) => JSON.stringify(note))) - 200_000;
  let lines = results.map((result) => JSON.stringify(result));
  const notes: Notification[] = [];
  if (sizeOf(lines) > room) {
    lines = results.map(({ fixes: _, ...result }) => JSON.stringify(result));
    notes.push(notice('cut', 'Fixes were left out: GitHub takes at most 10 MB, compressed.'));
    while (lines.length > 0 && sizeOf(lines) > room) lines = lines.slice(0, Math.floor(lines.length * 0.8));
  }
  if (lines.length < found) {
    const reason = lines.length < results.length ? 'at most 10 MB, compressed' : `at most ${grouped(RESULTS)} results`;
    notes.push(
      notice(
        'cut',
        `${grouped(found - lines.length)} of ${grouped(found)} findings are not in this file: GitHub takes ${reason}.`,
      ),
    );
  }
  if (lines.length > STORED)
    notes.push(notice('cut', `GitHub stores the first ${grouped(STORED)} of ${grouped(lines.length)} results.`));
  return { lines, notes };
}

/** Bytes once compressed; those as they are where even they are few. */
function sizeOf(lines: readonly string[]): number {
  const text = lines.join(',\n');
  const bytes = Buffer.byteLength(text);
  return bytes < COMPRESSED / 2 ? bytes : gzipSync(text).length;
}
