import { hash } from 'node:crypto';
import { splice } from '../core/edits.ts';
import type { Decision, Occurrence } from '../core/occurrence.ts';
import { lineStarts, positionAt } from '../core/positions.ts';
import { sentenceOf } from '../guards/reasons.ts';
import type { Policy, RuleName, Severity } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { Finding, Verdict } from '../types/report.ts';
import type { SourceFile, Span } from '../types/source.ts';

/** Something to say of a place that is no occurrence. */
export interface Remark {
  readonly rule: RuleName;
  readonly at: number;
  readonly text: string;
  readonly context: string;
  readonly reason: Reason;
}

/** Findings of one file; offsets become lines and columns of the text as it was. */
export function findingsOf(
  file: SourceFile,
  decisions: readonly Decision[],
  remarks: readonly Remark[],
  policy: Policy,
): Finding[] {
  const place = placesIn(file);
  const told = [...decisions.flatMap((decision) => toldOf(file, decision)), ...remarks.map(toldOfRemark)];
  return told.flatMap(({ rule, span, reason, ...rest }): Finding[] => {
    const severity = severityOf(rule, policy);
    if (severity === 'off') return [];
    return [
      {
        ...{ rule, ...place(rule, span, rest.context), ...rest },
        ...reasonFields(reason),
        severity,
      },
    ];
  });
}

/** A reason as a finding has it. */
export function reasonFields(reason: Reason): Pick<Finding, 'reason' | 'reasonCode' | 'reasonDetail'> {
  return { reason: sentenceOf(reason), reasonCode: reason.code, reasonDetail: reason.detail };
}

/** What is said of one span of a file. */
interface Told extends Pick<Finding, 'rule' | 'host' | 'service' | 'context' | 'decision' | 'applicability' | 'replacement'> {
  readonly span: Span;
  readonly reason: Reason;
}

function toldOf(file: SourceFile, decision: Decision): Told[] {
  const { occurrence, verdict, rule, reason, unsafe } = decision;
  const { standing, hit } = occurrence;
  const shown = decisionName(verdict);
  if (shown === undefined || (standing.state === 'unknown' && verdict !== 'keep')) return [];
  const service = standing.state === 'retired' || standing.state === 'canonical' ? standing.service : undefined;
  const context = contextOf(occurrence);
  const replacement = replacementOf(file, decision);
  const applicability = unsafe ? 'unsafe' : 'safe';
  return [{ rule, span: standing.span, host: hit.host, service, context, decision: shown, applicability, reason, replacement }];
}

function toldOfRemark({ rule, at, text, context, reason }: Remark): Told {
  const span = { start: at, end: at + text.length };
  return { rule, span, host: '', context, decision: 'review', applicability: 'unsafe', reason };
}

type Placing = Pick<Finding, 'path' | 'line' | 'column' | 'endLine' | 'endColumn' | 'text' | 'word' | 'fingerprint'>;

/** Makes the function that says where a span stands, with a fingerprint that tells it from others of the same rule, word and context. */
function placesIn(file: SourceFile): (rule: RuleName, span: Span, context: string) => Placing {
  const { path, text } = file;
  const ordinals = new Map<string, number>();
  let lines: number[] | undefined;
  return (rule, { start, end }, context) => {
    const word = wordAround(text, start, end);
    const identity = [rule, path, word, context].join('\0');
    const ordinal = ordinals.get(identity) ?? 0;
    ordinals.set(identity, ordinal + 1);
    lines ??= lineStarts(text);
    const from = positionAt(lines, start);
    const to = positionAt(lines, end);
    return {
      ...{ path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column },
      ...{ text: text.slice(start, end), word, fingerprint: hash('sha256', `${identity}\0${ordinal}`).slice(0, 32) },
    };
  };
}

/** Characters on each side of a host that its word can have. */
const REACH = 120;
const EDGE = /[\s"'`<>()[\]{}|,;]/;

function wordAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && start - from < REACH && !EDGE.test(text[from - 1]!)) from--;
  while (to < text.length && to - end < REACH && !EDGE.test(text[to]!)) to++;
  return text.slice(from, to);
}

/** The severity of a rule: what the configuration says, else an error. */
export function severityOf(rule: RuleName, policy: Policy): Severity {
  return policy.rules[rule] ?? 'error';
}

function decisionName(verdict: Verdict): Finding['decision'] | undefined {
  return verdict === 'current' ? undefined : verdict === 'suppressed' ? 'keep' : verdict;
}

function replacementOf(file: SourceFile, { verdict, placement, occurrence: { standing } }: Decision): string | undefined {
  if (verdict === 'reference') return placement?.binding.name;
  if (standing.state !== 'retired' || verdict === 'keep' || verdict === 'suppressed') return undefined;
  return splice(file.text, standing.edits, standing.span);
}

function contextOf({ literal, hit }: Occurrence): string {
  if (hit.form === 'email') return 'e-mail address';
  if (!literal) return 'code';
  const label = literal.labels[0] ? ` ${literal.labels[0]}` : '';
  return `${literal.kind === 'prose' ? 'text' : literal.kind}${label}${literal.scope ? ` in ${literal.scope}` : ''}`;
}
