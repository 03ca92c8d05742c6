import type { RuleName } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';
import { commentTest } from './in-comment.ts';
import { partitionPoint } from './partition-point.ts';
import { lineStarts } from './positions.ts';

/** One suppression comment that has something wrong with it. */
interface SuppressionFault {
  readonly at: number;
  /** The directive with its rule and date. */
  readonly text: string;
  readonly reason: Reason;
}

export interface Suppressions {
  /** The reason given for leaving this rule alone at this offset; marks the comment as used. */
  serve(at: number, rule: RuleName): string | undefined;
  /** Of what certainly is a comment: without reason, expired, or unused after all occurrences were decided. */
  faults(): SuppressionFault[];
}

interface Comment {
  readonly at: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly rule?: string;
  readonly reason?: string;
  readonly until?: string;
  used: boolean;
}

const CLOSERS = ['*/', '-->', '%>', '}}'];
/** UTF-16 units of a reason that are told. */
const LONGEST_REASON = 300;
/** How a directive begins, in any file that has one. */
export const DIRECTIVE_STEM = 'redomain-';
const DIRECTIVE = /redomain-(ignore|disable|enable)(?=\s|$|\*\/|-->|%>|#?\}|\*\))([^\r\n]*)/g;

/** Reads the suppressions of a file: `redomain-ignore [RULE] [until=YYYY-MM-DD] -- reason`. They serve wherever they stand; faults are those of comments. `today` is an ISO date. */
export function readSuppressions(file: Pick<SourceFile, 'path' | 'text'>, today: string): Suppressions {
  const comments = file.text.includes(DIRECTIVE_STEM) ? parse(file.text) : [];
  const firstAt = coverage(comments);
  const expired = (comment: Comment): boolean => comment.until !== undefined && comment.until < today;
  return {
    serve(at, rule) {
      const comment = firstAt(at, [undefined, rule, ...(rule === 'needs-review' ? ['retired-host'] : [])]);
      if (!comment) return undefined;
      comment.used = true;
      return comment.reason === undefined || expired(comment) ? undefined : comment.reason;
    },
    faults: () => {
      const isComment = commentTest(file);
      return comments.flatMap((comment) => {
        const reason = faultOf(comment, today);
        return reason && isComment(comment.at) ? [{ at: comment.at, text: comment.text, reason }] : [];
      });
    },
  };
}

function faultOf({ reason, until, used }: Comment, today: string): Reason | undefined {
  if (reason === undefined) return { code: 'suppression-without-reason' };
  if (until !== undefined && until < today) return { code: 'suppression-expired', detail: { day: until } };
  return used ? undefined : { code: 'suppression-unused' };
}

/** Gives the first comment that covers an offset and names one of some rules, in logarithmic time: comments may cover each other thousandfold. */
function coverage(comments: readonly Comment[]): (at: number, rules: readonly (string | undefined)[]) => Comment | undefined {
  const byRule = new Map<string | undefined, { comment: Comment; reach: number }[]>();
  for (const comment of comments) {
    const others = byRule.get(comment.rule) ?? [];
    others.push({ comment, reach: Math.max(comment.to, others.at(-1)?.reach ?? 0) });
    byRule.set(comment.rule, others);
  }
  const firstOf = (rule: string | undefined, at: number): Comment[] => {
    const candidates = byRule.get(rule) ?? [];
    const found = candidates[partitionPoint(candidates.length, (index) => candidates[index]!.reach <= at)]?.comment;
    return found && found.from <= at ? [found] : [];
  };
  return (at, rules) => rules.flatMap((rule) => firstOf(rule, at)).sort((a, b) => a.at - b.at)[0];
}

function parse(text: string): Comment[] {
  const comments: Comment[] = [];
  const starts = lineStarts(text);
  let nextEnable = text.indexOf('redomain-enable');
  for (const match of text.matchAll(DIRECTIVE)) {
    const at = match.index;
    const kind = match[1]!;
    if (kind === 'enable') continue;
    const rest = withoutCloser(match[2]!.trimEnd());
    const [head = '', ...tail] = rest.split(/\s--\s/);
    const reason = shortened(tail.join(' -- ').trim());
    const rule = /^\s+([a-z][a-z-]+)(?=\s|$)/.exec(head)?.[1];
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(head)?.[1];
    const words = /^(?:\s+[a-z][a-z-]+(?=\s|$))?(?:\s+until=[\d-]+)?/.exec(head)![0];
    const lineStart = starts[partitionPoint(starts.length, (index) => starts[index]! <= at) - 1]!;
    if (nextEnable >= 0 && nextEnable < at) nextEnable = text.indexOf('redomain-enable', at);
    comments.push({
      at,
      text: `redomain-${kind}${words}`,
      from: lineStart,
      to: kind === 'disable' ? (nextEnable < 0 ? text.length + 1 : nextEnable) : endOfNextLine(text, at, lineStart),
      ...(rule ? { rule } : {}),
      ...(reason ? { reason } : {}),
      ...(until ? { until } : {}),
      used: false,
    });
  }
  return comments;
}

/** Each finding on a line repeats the reason. */
function shortened(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}

/** Without what ends a comment in its language. */
function withoutCloser(words: string): string {
  const closer = CLOSERS.find((end) => words.endsWith(end));
  return closer === undefined ? words : words.slice(0, -closer.length).trimEnd();
}

/** A comment that has a line to itself speaks of the next line; one behind code, of its own. */
function endOfNextLine(text: string, at: number, lineStart: number): number {
  const end = behindLine(text, at);
  const own = /^[\s#/*;<!%{-]*$/.test(text.slice(lineStart, at));
  return own && end <= text.length ? behindLine(text, end) : end;
}

/** The offset behind the line break that ends a line; behind the text where none does. */
function behindLine(text: string, at: number): number {
  const breaks = /\r\n|[\r\n]/g;
  breaks.lastIndex = at;
  return breaks.test(text) ? breaks.lastIndex : text.length + 1;
}
