import { z } from 'zod';
import { REASON_CODES } from '../types/reason.ts';
import type { Report } from '../types/report.ts';
import { below, count, flag, isBelow, ordinal, type Same, sha256, text, texts } from './parts.ts';
import { adopted, moduleLanguage, policy, ruleName } from './policy.ts';

const VERDICTS = [
  'reference',
  'literal',
  'current',
  'keep',
  'suppressed',
  'review',
  'baselined',
  'unreadable',
  'failed',
] as const;
const verdict = z.enum(VERDICTS);
const ledger = z.record(verdict, count);

/** An account adds up: every occurrence has one verdict. */
function addsUp({ occurrences, ledger: by }: { readonly occurrences: number; readonly ledger: z.infer<typeof ledger> }): boolean {
  return VERDICTS.reduce((sum, name) => sum + by[name], 0) === occurrences;
}
const SUM = { message: 'is not the sum of the ledger', path: ['occurrences'] };

const tally = z.strictObject({ files: count, occurrences: count, ledger }).refine(addsUp, SUM);
const tallies = z.record(text, tally);

const summary = z
  .strictObject({
    filesScanned: count,
    bytesScanned: count,
    filesWithHosts: count,
    filesTouched: count,
    occurrences: count,
    ledger,
    byLanguage: tallies,
    byDirectory: tallies,
    byService: tallies,
    byState: tallies,
    milliseconds: count,
  })
  .refine(addsUp, SUM);

const moduleReport = z.strictObject({
  file: below,
  language: moduleLanguage,
  status: z.enum(['current', 'absent', 'differs', 'written', 'lacks']),
  constants: texts,
  adopted: adopted.exactOptional(),
  roots: z.unknown().exactOptional(),
});

const edit = z
  .strictObject({ start: count, end: count, text })
  .refine(({ start, end }) => start <= end, { message: 'is before the start', path: ['end'] });

export const fileReport = z
  .strictObject({
    // What is skipped may have a name that no path has: of bytes that are not UTF-8, or of a list of files.
    path: text,
    language: text,
    status: z.enum(['changed', 'clean', 'skipped', 'failed']),
    edits: z.array(edit),
    imports: z.array(z.strictObject({ module: text, specifier: text, names: texts, beside: texts.exactOptional() })),
    reason: text.exactOptional(),
    held: z.record(text, text).exactOptional(),
  })
  .refine(({ path, status }) => status === 'skipped' || isBelow(path), { message: 'is no path below the root', path: ['path'] });

export const finding = z
  .strictObject({
    rule: ruleName,
    path: below,
    line: ordinal,
    column: ordinal,
    endLine: ordinal,
    endColumn: ordinal,
    text,
    word: text,
    host: text,
    service: text.optional(),
    context: text,
    decision: z.enum(['reference', 'literal', 'keep', 'review']),
    applicability: z.enum(['safe', 'unsafe']),
    reason: text,
    reasonCode: z.enum(REASON_CODES),
    reasonDetail: z.record(text, text).optional(),
    replacement: text.optional(),
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'is no fingerprint'),
    severity: z.enum(['error', 'warn']),
    beyond: z.enum(['baseline', 'change']).exactOptional(),
  })
  .refine(({ line, column, endLine, endColumn }) => endLine > line || (endLine === line && endColumn >= column), {
    message: 'is before the beginning',
    path: ['endLine'],
  });

const place = z.strictObject({ files: count, occurrences: count });

const hostRow = z.strictObject({
  host: text.min(1),
  service: text.exactOptional(),
  state: z.enum(['canonical', 'retired', 'unknown', 'dynamic']),
  files: count,
  occurrences: count,
  covered: flag.exactOptional(),
  contexts: z
    .strictObject({
      names: z.array(z.strictObject({ name: text, count })),
      schemes: z.record(text, count),
      deprecated: count,
    })
    .exactOptional(),
  byDirectory: z.record(text, place).exactOptional(),
});

const baselineEntry = z.strictObject({ rule: ruleName, path: text, word: text, context: text });

const baseline = z.strictObject({
  file: text,
  known: count,
  vanished: z.array(baselineEntry),
  added: z.array(baselineEntry).exactOptional(),
});

export const counts = z.array(
  z.strictObject({
    host: text,
    service: text.exactOptional(),
    state: z.enum(['retired', 'canonical', 'partial', 'unknown']),
    verdict,
    count,
  }),
);

const shardFile = z.strictObject({ path: below, digest: sha256.exactOptional(), counts });

const shard = z
  .strictObject({
    index: ordinal,
    count: ordinal,
    version: text,
    unsafe: flag,
    tree: sha256,
    narrowing: text,
    below: text,
    baseline: z.strictObject({ file: text, entries: z.array(baselineEntry), listed: texts, looked: texts }).exactOptional(),
    files: z.array(shardFile),
    digest: sha256,
  })
  .refine(({ index, count: all }) => index <= all, { message: 'is larger than the count', path: ['index'] });

const series = z.strictObject({
  base: text,
  commits: z.array(z.strictObject({ id: text, group: text, files: count, references: count, literals: count })),
  held: z.array(z.strictObject({ path: below, group: text, reason: text, output: text.exactOptional() })),
  verify: z.strictObject({ command: text, runs: count }).exactOptional(),
  notes: texts,
});

/** The whole JSON report, version 1. */
export const report = z.strictObject({
  version: z.literal(1),
  root: text.min(1),
  command: z.enum(['plan', 'write', 'check']),
  policy,
  summary,
  modules: z.array(moduleReport),
  files: z.array(fileReport),
  findings: z.array(finding),
  hosts: z.array(hostRow),
  baseline: baseline.exactOptional(),
  since: z.strictObject({ ref: text, unchanged: count }).exactOptional(),
  shard: shard.exactOptional(),
  run: text.exactOptional(),
  series: series.exactOptional(),
});

true satisfies Same<z.infer<typeof report>, Report>;
