import type { Growth } from './growth.ts';
import type { Result } from './measure.ts';

/** A row that was measured. */
export interface Outcome {
  readonly name: string;
  readonly ours: Result;
  readonly theirs: Result;
  readonly bar?: number;
  /** What cannot be less. */
  readonly floor?: Result;
}

export function ratioOf({ ours, theirs }: Outcome): number {
  return ours.seconds / theirs.seconds;
}

/** `met`, `not met`, or nothing where no bar was set. */
export function verdictOf(outcome: Outcome): 'met' | 'not met' | '' {
  if (outcome.bar === undefined) return '';
  return verdict(ratioOf(outcome), outcome.bar);
}

function verdict(value: number, most: number): 'met' | 'not met' {
  return value <= most ? 'met' : 'not met';
}

/** What a dry run of a whole migration may take of memory, in bytes. */
const MEMORY = 450e6;

/** What is to be said below the table: the memory of the dry run, and the rows that could not be measured. */
export function remarksOf(outcomes: readonly Outcome[], missing: readonly string[]): string {
  const plan = outcomes.find(({ name }) => name === DRY_RUN)?.ours;
  const memory =
    plan && `Peak memory of the dry run: ${megabytes(plan.peak)}, at most ${megabytes(MEMORY)}: ${verdict(plan.peak, MEMORY)}.`;
  return [memory, ...missing.map((name) => `Not measured: ${name}.`)].filter(Boolean).join('\n');
}

export const DRY_RUN = 'dry run of the whole migration';

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
    outcome.floor ? `${(outcome.floor.seconds / outcome.theirs.seconds).toFixed(2)} (${outcome.floor.name})` : '',
    megabytes(outcome.ours.peak),
    megabytes(outcome.theirs.peak),
  ]);
  return markdown(
    ['redomain', 'time', 'against', 'its time', 'ratio', 'at most', '', 'floor', 'peak memory', 'its peak memory'],
    rows,
  );
}

/** What growth was measured so far, with the cost of a hundred million lines at the rate of the largest tree. */
export function growthOf({ trees, large, exponent, shards }: Growth): string {
  const rows = [...large, ...trees].map(({ name, bytes, seconds: time, peak }) => [
    name,
    megabytes(bytes),
    seconds(time),
    megabytes(peak),
  ]);
  const last = trees.at(-1);
  return [
    markdown(['generated', 'size', 'time of a dry run', 'peak memory'], rows),
    '',
    exponent === undefined ? undefined : `Time grows with the number of files to the power of ${exponent.toFixed(2)}.`,
    tenfoldOf(trees),
    shards && shardsOf(last!.name, shards),
    last && estimateOf(last),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** What was measured last. */
export function newestOf({ trees, large, shards }: Growth): string {
  const last = trees.at(-1) ?? large.at(-1)!;
  return shards ? shardsOf(last.name, shards) : `${last.name}: ${seconds(last.seconds)}, ${megabytes(last.peak)}`;
}

/** What a million files may take over what 100,000 take, as a ratio of times. */
const TENFOLD = 11;

function tenfoldOf(trees: Growth['trees']): string | undefined {
  const [hundred, million] = [100_000, 1_000_000].map((files) => trees.find((tree) => tree.files === files));
  if (!(hundred && million)) return undefined;
  const factor = million.seconds / hundred.seconds;
  return `A million files take ${factor.toFixed(1)} times as long as 100,000, at most ${TENFOLD}: ${verdict(factor, TENFOLD)}.`;
}

function shardsOf(tree: string, { whole, parts }: NonNullable<Growth['shards']>): string {
  const times = parts.map((part) => part.seconds.toFixed(1)).join(', ');
  const most = Math.max(...parts.map(({ peak }) => peak));
  return (
    `A check of ${tree}, migrated, takes ${seconds(whole.seconds)} and ${megabytes(whole.peak)}; ` +
    `${parts.length} shards of it take ${times} s, each at most ${megabytes(most)}.`
  );
}

function estimateOf(last: Growth['trees'][number]): string {
  const lines = 100_000_000;
  const estimate = (last.seconds / last.bytes) * lines * BYTES_A_LINE;
  return (
    `A hundred million lines of ${BYTES_A_LINE} bytes would take ${(estimate / 60).toFixed(0)} minutes at the rate of ${last.name}, ` +
    `on paper, by its bytes alone.`
  );
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
