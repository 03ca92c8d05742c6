import { createHash, type Hash } from 'node:crypto';
import { groupBy } from '../../core/group-by.ts';
import { titleOf } from '../../guards/reasons.ts';
import type { FileRow, LeftRow, PageData, UnreadRow } from '../../page/shape.ts';
import type { Change, FileReport, Finding, Report } from '../../types/report.ts';
import { isPlaced, placesOf } from '../places.ts';
import type { ReporterOptions } from '../reporter.ts';
import { isLeft, leftFiles } from '../standing.ts';
import { clipped } from '../visible.ts';
import { hunksOf } from './hunks.ts';
import { swapsOf } from './swaps.ts';
import { Texts } from './texts.ts';

/** Characters of diffs that one file, and all files together, may have. */
const ROOM_OF_FILE = 200_000;
const ROOM = 10_000_000;
/** Characters of the source that stand on each side of what is for review. */
const AROUND = 100;

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf8-bom': 'UTF-8 with a byte order mark',
  utf16le: 'UTF-16, little endian',
  utf16be: 'UTF-16, big endian',
  latin1: 'Latin-1',
};

/** The data of the page as pieces of JSON that may stand in a script element; changes are read one at a time. */
export function* packed(report: Report, options: ReporterOptions): Generator<string> {
  const packing = { report, texts: new Texts(), digest: createHash('sha256'), serviceOf: servicesOf(report) };
  yield '{"files":';
  yield* list(filesOf(packing, options));
  yield ',"left":';
  yield* list(leftOf(packing, options));
  yield ',"unread":';
  yield* list(unreadOf(packing));
  const rest: Pick<PageData, 'texts' | 'digest'> = {
    texts: packing.texts.all(),
    digest: packing.digest.digest('hex').slice(0, 32),
  };
  yield `,${inScript(rest).slice(1)}`;
}

interface Packing {
  readonly report: Report;
  readonly texts: Texts;
  readonly digest: Hash;
  readonly serviceOf: (at: Pick<Finding, 'host' | 'service'>) => string | undefined;
}

/** Makes the function that gives the service of a host as the account names it. */
function servicesOf({ hosts }: Report): Packing['serviceOf'] {
  const renamed = new Set(hosts.filter(({ state, service }) => state === 'retired' && !service).map(({ host }) => host));
  return ({ host, service }) => service ?? (host === '' ? undefined : renamed.has(host) ? 'rename' : 'unknown');
}

function* list(rows: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const row of rows) {
    yield `${before}${inScript(row)}`;
    before = ',\n';
  }
  yield before === '[' ? '[]' : ']';
}

/** JSON in which nothing ends the element or begins a comment. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function* filesOf({ report, texts, digest, serviceOf }: Packing, { changes, diff }: ReporterOptions): Generator<FileRow> {
  const { hosts, policy } = report;
  const files = new Map(report.files.map((file) => [file.path, file]));
  const modules = new Map(report.modules.map(({ file, language }) => [file, language]));
  const found = groupBy(report.findings, ({ path }) => path);
  let room = diff ? ROOM : 0;
  for (const change of changes()) {
    const { path, before, after } = change;
    if (before === after && !change.created) continue;
    const file = files.get(path);
    const edits = file?.edits ?? [];
    const { rows, omitted, added, removed } = hunksOf(change, edits, Math.min(room, ROOM_OF_FILE));
    room -= rows.reduce((sum, [, , text]) => sum + text.length, 0);
    const constants = file?.imports.flatMap(({ names }) => names) ?? [];
    const swaps = swapsOf({ change, edits, constants, findings: found.get(path) ?? [], hosts, entries: policy.entries });
    const own = createHash('sha256').update(`${path}\0${before}\0${after}`).digest('hex').slice(0, 32);
    digest.update(own);
    yield [
      texts.of(path),
      texts.of(file?.language ?? modules.get(path) ?? 'text'),
      own,
      texts.of(noteOf(change)),
      swaps.map((swap) => [
        swap.line,
        texts.of(swap.from),
        texts.of(swap.to),
        texts.of(swap.host),
        texts.of(serviceOf(swap)),
        texts.of(swap.rule),
        texts.of(swap.decision),
      ]),
      rows,
      omitted,
      added,
      removed,
    ];
  }
}

function noteOf({ created, before, encoding }: Change): string | undefined {
  const notes = [created ? 'new file' : '', ENCODINGS[encoding ?? ''] ?? '', before.includes('\r\n') ? 'CRLF line ends' : ''];
  return notes.filter(Boolean).join(', ') || undefined;
}

function* leftOf({ report, texts, digest, serviceOf }: Packing, { sourceOf }: ReporterOptions): Generator<LeftRow> {
  const languages = new Map(report.files.map((file) => [file.path, file.language]));
  const left = report.findings.filter((finding) => isLeft(finding) || finding.beyond);
  for (const [path, findings] of groupBy(left, ({ path }) => path)) {
    const quoted = findings.filter(isQuoted);
    const source = quoted.length > 0 ? sourceOf(path) : undefined;
    const places = source && placesOf(source, quoted);
    for (const finding of findings) {
      const { line, column, rule, decision, reason, reasonCode, host, context, text, word, fingerprint } = finding;
      digest.update(fingerprint);
      const span = isQuoted(finding) ? places?.spanOf(finding) : undefined;
      const [lead, tail] = span && source ? lineAround(source.text, span.start, span.end) : [];
      yield [
        texts.of(path),
        texts.of(languages.get(path)),
        line,
        column,
        texts.of(rule),
        texts.of(decision),
        texts.of(reason),
        texts.of(reasonCode),
        texts.of(titleOf(reasonCode)),
        texts.of(host),
        texts.of(serviceOf(finding)),
        texts.of(context),
        texts.of(lead),
        texts.of(clipped(span ? text : word, 2 * AROUND)),
        texts.of(tail),
        texts.of(finding.replacement),
        texts.of(beyondOf(finding)),
      ];
    }
  }
}

/** Whether the page quotes the source: what a person has to decide needs the line before the eyes. */
function isQuoted(finding: Finding): boolean {
  return finding.decision === 'review' && isPlaced(finding);
}

/** What stands before and behind a span in its lines. */
function lineAround(text: string, start: number, end: number): [string, string] {
  const lead = text.slice(Math.max(0, start - AROUND), start).replace(/^[\s\S]*[\r\n]/, '');
  const tail = text.slice(end, end + AROUND).replace(/[\r\n][\s\S]*$/, '');
  return [lead.trimStart(), tail.trimEnd()];
}

function beyondOf({ beyond, severity }: Finding): string | undefined {
  if (beyond === 'baseline') return 'in the baseline';
  if (beyond === 'change') return 'on a line that did not change';
  return severity === 'warn' ? 'warning' : undefined;
}

function* unreadOf({ report, texts }: Packing): Generator<UnreadRow> {
  const { failed, partly, skipped } = leftFiles(report);
  const rows = (files: readonly FileReport[], what: string): UnreadRow[] =>
    files.map(({ path, reason = 'no reason given' }) => [texts.of(path), texts.of(what), texts.of(reason)]);
  yield* rows(failed, 'failed');
  yield* rows(partly, 'not parsed');
  yield* rows(skipped, 'not read');
}
