import { splice } from '../core/edits.ts';
import { swapsOf } from '../reporters/html/swaps.ts';
import { placesOf } from '../reporters/places.ts';
import { isPending } from '../reporters/standing.ts';
import type { RuleName } from '../types/policy.ts';
import type { Finding } from '../types/report.ts';
import type { Edit, SourceFile, Span } from '../types/source.ts';

/** Edits that read the same, in all files: what a person decides at once. */
export interface Pattern {
  /** The same in every run. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** In path order. */
  readonly files: readonly PatternFile[];
}

/** A pattern in one file: the least that is decided. */
export interface PatternFile {
  readonly path: string;
  /** SHA-256 of the file's bytes: an answer is for these. */
  readonly digest: string;
  readonly places: readonly Place[];
}

/** A host that would change. */
interface Place extends Span {
  /** 1-based. */
  readonly line: number;
  readonly rule: RuleName;
}

/** A file that would change, with all that is known of it. */
export interface ChangingFile {
  readonly source: SourceFile;
  readonly digest: string;
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}

/** The patterns of a plan, those with most places first. */
export function patternsOf(files: readonly ChangingFile[]): Pattern[] {
  const patterns = new Map<string, { from: string; to: string; files: PatternFile[] }>();
  for (const file of files) {
    for (const [id, { from, to, places }] of swapsByPattern(file)) {
      const pattern = patterns.get(id) ?? { from, to, files: [] };
      pattern.files.push({ path: file.source.path, digest: file.digest, places });
      patterns.set(id, pattern);
    }
  }
  return [...patterns].map(([id, pattern]) => ({ id, ...pattern })).sort((a, b) => countOf(b) - countOf(a));
}

/** How many places a pattern has, or some of its files. */
export function countOf({ files }: Pick<Pattern, 'files'>): number {
  return files.reduce((sum, { places }) => sum + places.length, 0);
}

function swapsByPattern({ source, edits, findings }: ChangingFile) {
  const change = { path: source.path, before: source.text, after: splice(source.text, edits), encoding: source.encoding };
  const pending = findings.filter(isPending);
  const where = placesOf(source, pending);
  const swaps = where ? swapsOf({ change, edits, constants: [], findings: pending, hosts: [], entries: [] }) : [];
  const found = new Map<string, { from: string; to: string; places: Place[] }>();
  for (const [index, { from, to }] of swaps.entries()) {
    const { line, rule } = pending[index]!;
    const id = JSON.stringify([from, to]);
    const pattern = found.get(id) ?? { from, to, places: [] };
    pattern.places.push({ ...where!.spanOf(pending[index]!), line, rule });
    found.set(id, pattern);
  }
  return found;
}
