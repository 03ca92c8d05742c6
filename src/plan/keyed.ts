import type { Decision, Occurrence } from '../core/occurrence.ts';
import { lineStarts, positionAt } from '../core/positions.ts';
import type { SourceFile } from '../types/source.ts';

/** A key that holds a retired host. */
export interface Keyed {
  /** The whole key, as it is written. */
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** What becomes of the host: it stays for review, or it changes. */
  readonly becomes: 'left' | 'changed';
}

/** The text of the key that an occurrence stands in; `undefined` where it stands in none. */
export function keyOf({ literal, hit }: Occurrence, { text }: SourceFile): string | undefined {
  const part = literal?.keys?.find(({ start, end }) => start <= hit.start && hit.end <= end);
  return part && text.slice(part.start, part.end);
}

/** The keys of a file that hold retired hosts and are for review or change. */
export function keyedOf(file: SourceFile, decisions: readonly Decision[]): { keyed?: readonly Keyed[] } {
  let lines: readonly number[] | undefined;
  const keyed = decisions.flatMap(({ occurrence, verdict }): Keyed[] => {
    const becomes = verdict === 'review' ? 'left' : verdict === 'reference' || verdict === 'literal' ? 'changed' : undefined;
    const key = occurrence.standing.state === 'retired' && becomes ? keyOf(occurrence, file) : undefined;
    if (key === undefined || !becomes) return [];
    lines ??= lineStarts(file.text);
    return [{ key, line: positionAt(lines, occurrence.hit.start).line, becomes }];
  });
  return keyed.length > 0 ? { keyed } : {};
}
