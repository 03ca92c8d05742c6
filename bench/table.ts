import type { Growth } from './growth.ts';
import type { Result } from './measure.ts';

/** A row that was measured. */
export interface Outcome {
  readonly name: string;
  readonly ours: Result;
  readonly theirs: Result;
  readonly bar?: number;
}

export function ratioOf({ ours, theirs }: Outcome): number {
  return ours.seconds / theirs.seconds;
}

/** `met`, `not met`, or nothing where no bar was set. */
export function verdictOf(outcome: Outcome): string {
  if (outcome.bar === undefined) return '';
  return ratioOf(outcome) <= outcome.bar ? 'met' : 'not met';
}

/** The rows as a Markdown table. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => [
    outcome.name,
    seconds(outcome.ours.seconds),
    outcome.theirs.name,
    seconds(outcome.theirs.seconds),
    ratioOf(outcome).toFixed(2),
    outcome.bar === undefined ? '' : String(outcome.bar),
    verdictOf(outcome),
    megabytes(outcome.ours.peak),
    megabytes(outcome.theirs.peak),
  ]);
  return markdown(['redomain', 'time', 'against', 'its time', 'ratio', 'at most', '', 'peak memory', 'its peak memory'], rows);
}

/** What growth was measured, with the cost of a hundred million lines at the rate of the largest tree. */
export function growthOf({ trees, large, exponent, shards }: Growth): string {
  const rows = [...trees, ...large].map(({ name, bytes, seconds: time, peak }) => [
    name,
    megabytes(bytes),
    seconds(time),
    megabytes(peak),
  ]);
  const last = trees.at(-1)!;
  const lines = 100_000_000;
  const estimate = (last.seconds / last.bytes) * lines * BYTES_A_LINE;
  return [
    markdown(['generated', 'size', 'time of a dry run', 'peak memory'], rows),
    '',
    `Time grows with the number of files to the power of ${exponent.toFixed(2)}.`,
    `Eight shards of ${last.name} take ${shards.map((one) => one.toFixed(1)).join(', ')} s.`,
    `A hundred million lines of ${BYTES_A_LINE} bytes would take ${(estimate / 60).toFixed(0)} minutes at the rate of ${last.name}, ` +
      `${(estimate / 60 / 8).toFixed(0)} on eight such machines.`,
  ].join('\n');
}

/** Of source code, about. */
const BYTES_A_LINE = 35;

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return bytes === 0 ? '' : `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}
