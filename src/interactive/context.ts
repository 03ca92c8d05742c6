import type { Colors } from 'picocolors/types.js';
import { Interrupted } from '../core/user-error.ts';
import type { Batch } from '../scan/scan.ts';
import { sheetOf } from './answers.ts';
import { keptWords } from './asking.ts';
import type { Planning } from './chosen.ts';
import type { Pattern } from './patterns.ts';
import type { AnswerRecord } from './record.ts';
import type { Person } from './terminal.ts';

/** What the questions are asked with. */
export interface Session {
  readonly planning: Planning;
  readonly person: Person;
  readonly record: AnswerRecord;
  /** What a following command repeats. */
  readonly narrowing: string;
  readonly colors: Colors;
  readonly raised: AbortSignal;
}

/** A plan with its patterns. */
export interface Standing {
  readonly batch: Batch;
  readonly patterns: readonly Pattern[];
}

/** What is given to a question when the person goes away. */
export function leaving({ record, raised, narrowing }: Session, { patterns }: Standing): Interrupted {
  const signal = raised.aborted ? String(raised.reason) : 'SIGINT';
  const hint = keptWords(sheetOf(patterns, record.answers), record.answers, narrowing);
  return new Interrupted(signal, `stopped by ${signal}`, { hint });
}
