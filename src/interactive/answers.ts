import { z } from 'zod';
import type { Pattern, PatternFile } from './patterns.ts';

const CHOICE = z.enum(['accept', 'skip', 'keep']);

/** One answer of a person. Plain JSON: it is kept from run to run. */
const ANSWER = z.strictObject({
  /** The id of the pattern. */
  pattern: z.string(),
  /** `each`: the pattern is to be decided file by file. */
  choice: z.enum([...CHOICE.options, 'each']),
  /** The digests of the files that it speaks of, by path: it holds for these contents alone. */
  files: z.record(z.string(), z.string()).readonly(),
  /** Why what is kept stays. */
  reason: z.string().exactOptional(),
  /** Of the files that are kept, those that an entry of the configuration keeps as a whole, whatever else they hold. */
  whole: z.array(z.string()).readonly().exactOptional(),
});

/** The answers, as they are kept. */
export const KEPT_ANSWERS = z.strictObject({ version: z.literal(1), answers: z.array(ANSWER) });

export type Choice = z.infer<typeof CHOICE>;
export type Answer = Readonly<z.infer<typeof ANSWER>>;

/** What has been decided of a pattern in one file. */
type Verdict = Pick<Answer, 'choice' | 'reason'> & { readonly whole: boolean };

/** What is to be asked next: of a pattern, with its files that are open; or of the first of these alone. */
export interface Question {
  readonly kind: 'pattern' | 'file';
  readonly pattern: Pattern;
  /** Of the pattern, 1-based. */
  readonly number: number;
  /** At least one. */
  readonly open: readonly PatternFile[];
  /** Paths among them that were answered before they changed. */
  readonly changed: readonly string[];
}

/** How many places have been decided in which way, and how many are open. */
export type Tally = Record<Choice | 'open', number>;

/** Where the questions stand. */
export interface Sheet {
  verdictOf(pattern: Pattern, file: PatternFile): Verdict | undefined;
  /** `undefined`: nothing is open. */
  question(): Question | undefined;
  tally(): Tally;
}

/** Works out where the questions stand from the patterns of the plan and the answers so far, the latest of which counts. */
export function sheetOf(patterns: readonly Pattern[], answers: readonly Answer[]): Sheet {
  const latest = new Map<string, Answer>();
  const whole = new Map<string, Answer>();
  const byFile = new Set<string>();
  for (const answer of answers) {
    if (answer.choice === 'each') byFile.add(answer.pattern);
    for (const path of Object.keys(answer.files)) latest.set(keyOf(answer.pattern, path), answer);
    for (const path of answer.whole ?? []) whole.set(path, answer);
  }
  const verdictOf: Sheet['verdictOf'] = ({ id }, { path, digest }) => {
    const entire = whole.get(path);
    if (entire?.files[path] === digest) return { choice: 'keep', ...reasonOf(entire), whole: true };
    const answer = latest.get(keyOf(id, path));
    if (!answer || answer.files[path] !== digest) return undefined;
    return { choice: answer.choice, ...reasonOf(answer), whole: false };
  };
  const openOf = (pattern: Pattern): PatternFile[] => pattern.files.filter((file) => !verdictOf(pattern, file));
  return {
    verdictOf,
    question() {
      for (const [index, pattern] of patterns.entries()) {
        const open = openOf(pattern);
        if (open.length === 0) continue;
        const changed = open.map(({ path }) => path).filter((path) => latest.has(keyOf(pattern.id, path)));
        return { kind: byFile.has(pattern.id) ? 'file' : 'pattern', pattern, number: index + 1, open, changed };
      }
      return undefined;
    },
    tally() {
      const tally: Tally = { accept: 0, skip: 0, keep: 0, open: 0 };
      for (const pattern of patterns)
        for (const file of pattern.files) {
          const choice = verdictOf(pattern, file)?.choice;
          tally[choice === undefined || choice === 'each' ? 'open' : choice] += file.places.length;
        }
      return tally;
    },
  };
}

/** The answer to a question, for all that is open of it, or for its first file. */
export function answerTo(
  { pattern, open }: Question,
  choice: Choice,
  extent: 'all' | 'first',
  kept: Pick<Answer, 'reason' | 'whole'> = {},
): Answer {
  const files = extent === 'all' ? open : open.slice(0, 1);
  return { pattern: pattern.id, choice, files: Object.fromEntries(files.map(({ path, digest }) => [path, digest])), ...kept };
}

/**
 * The answers that a later run can take up after some files were written: what was written is done with, and what was skipped in a file
 * that was written for another pattern stays skipped in its new contents. `written`: digests before and after, by path.
 */
export function carriedOver(
  answers: readonly Answer[],
  written: ReadonlyMap<string, { readonly before: string; readonly after: string }>,
): Answer[] {
  return answers.flatMap((answer) => {
    if (answer.choice === 'each') return [answer];
    const files = Object.entries(answer.files).flatMap(([path, digest]) => {
      const change = written.get(path);
      if (change?.before !== digest) return [[path, digest] as const];
      return answer.choice === 'skip' ? [[path, change.after] as const] : [];
    });
    return files.length > 0 ? [{ ...answer, files: Object.fromEntries(files) }] : [];
  });
}

function keyOf(pattern: string, path: string): string {
  return `${pattern}\0${path}`;
}

function reasonOf({ reason }: Answer): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
