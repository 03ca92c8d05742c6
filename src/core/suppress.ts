import type { RuleName } from '../types.ts';

/** One suppression comment that has something wrong with it. */
interface SuppressionFault {
  readonly at: number;
  readonly text: string;
  readonly reason: string;
}

export interface Suppressions {
  /** The reason given for leaving this rule alone at this offset; marks the comment as used. */
  serve(at: number, rule: RuleName): string | undefined;
  /** Comments without reason, expired, or unused after all occurrences were decided. */
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

const DIRECTIVE = /redomain-(ignore|disable|enable)\b([^\r\n]*)/g;

/** Reads the suppression comments of a text: `redomain-ignore [RULE] [until=YYYY-MM-DD] -- reason`. `today` is an ISO date. */
export function readSuppressions(text: string, today: string): Suppressions {
  const comments = text.includes('redomain-') ? parse(text) : [];
  const expired = (comment: Comment): boolean => comment.until !== undefined && comment.until < today;
  return {
    serve(at, rule) {
      const comment = comments.find(
        (c) =>
          c.from <= at &&
          at < c.to &&
          (c.rule === undefined || c.rule === rule || (c.rule === 'retired-host' && rule === 'needs-review')),
      );
      if (!comment) return undefined;
      comment.used = true;
      return comment.reason === undefined || expired(comment) ? undefined : comment.reason;
    },
    faults: () =>
      comments.flatMap((comment) => {
        const reason =
          comment.reason === undefined
            ? 'a suppression without a reason'
            : expired(comment)
              ? `a suppression that expired on ${comment.until}`
              : comment.used
                ? undefined
                : 'a suppression that serves nothing';
        return reason ? [{ at: comment.at, text: comment.text, reason }] : [];
      }),
  };
}

function parse(text: string): Comment[] {
  const comments: Comment[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const at = match.index;
    const kind = match[1]!;
    if (kind === 'enable') continue;
    const rest = match[2]!.replace(/\s*(?:\*\/|-->|%>|\}\})?\s*$/, '');
    const [head = '', ...tail] = rest.split(/\s--\s/);
    const reason = tail.join(' -- ').trim();
    const rule = /^\s+([a-z][a-z-]+)(?=\s|$)/.exec(head)?.[1];
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(head)?.[1];
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const enable = kind === 'disable' ? text.indexOf('redomain-enable', at) : -1;
    comments.push({
      at,
      text: match[0].trim(),
      from: lineStart,
      to: kind === 'disable' ? (enable < 0 ? text.length + 1 : enable) : endOfNextLine(text, at, lineStart),
      ...(rule ? { rule } : {}),
      ...(reason ? { reason } : {}),
      ...(until ? { until } : {}),
      used: false,
    });
  }
  return comments;
}

/** A comment that has a line to itself speaks of the next line; one behind code, of its own. */
function endOfNextLine(text: string, at: number, lineStart: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length + 1;
  const own = /^[\s#/*;<!%{-]*$/.test(text.slice(lineStart, at));
  if (!own) return end + 1;
  const next = text.indexOf('\n', end + 1);
  return next < 0 ? text.length + 1 : next + 1;
}
