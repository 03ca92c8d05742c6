import { hash } from 'node:crypto';
import { splice } from '../core/edits.ts';
import type { Decision, Occurrence } from '../core/occurrence.ts';
import { lineStarts, positionAt } from '../core/positions.ts';
import type { Policy, RuleName, Severity } from '../types/policy.ts';
import type { Finding, Verdict } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';

/** Something to say of a place that is no occurrence. */
export interface Remark {
  readonly rule: RuleName;
  readonly at: number;
  readonly text: string;
  readonly context: string;
  /** A lower-case noun phrase. */
  readonly reason: string;
}

/** Findings of one file; offsets become lines and columns of the text as it was. */
export function findingsOf(
  file: SourceFile,
  decisions: readonly Decision[],
  remarks: readonly Remark[],
  policy: Policy,
): Finding[] {
  let lines: number[] | undefined;
  const ordinals = new Map<string, number>();
  const findings: Finding[] = [];
  const add = (
    rule: RuleName,
    start: number,
    end: number,
    rest: Omit<
      Finding,
      'rule' | 'path' | 'line' | 'column' | 'endLine' | 'endColumn' | 'text' | 'word' | 'fingerprint' | 'severity'
    >,
  ): void => {
    const severity = severityOf(rule, policy);
    if (severity === 'off') return;
    const text = file.text.slice(start, end);
    const word = wordAround(file.text, start, end);
    const identity = [rule, file.path, word, rest.context].join('\0');
    const ordinal = ordinals.get(identity) ?? 0;
    ordinals.set(identity, ordinal + 1);
    lines ??= lineStarts(file.text);
    const from = positionAt(lines, start);
    const to = positionAt(lines, end);
    const fingerprint = hash('sha256', `${identity}\0${ordinal}`).slice(0, 32);
    findings.push({
      rule,
      path: file.path,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      text,
      word,
      ...rest,
      fingerprint,
      severity,
    });
  };
  for (const decision of decisions) {
    const { occurrence, verdict } = decision;
    const shown = decisionName(verdict);
    if (shown === undefined) continue;
    const { standing } = occurrence;
    if (standing.state === 'unknown' && verdict !== 'keep') continue;
    const service = standing.state === 'retired' || standing.state === 'canonical' ? standing.service : undefined;
    const replacement = replacementOf(file, decision);
    add(decision.rule, standing.span.start, standing.span.end, {
      host: occurrence.hit.host,
      ...(service ? { service } : {}),
      context: contextOf(occurrence),
      decision: shown,
      applicability: decision.unsafe ? 'unsafe' : 'safe',
      reason: decision.reason,
      ...(replacement !== undefined ? { replacement } : {}),
    });
  }
  for (const { rule, at, text, context, reason } of remarks) {
    add(rule, at, at + text.length, { host: '', context, decision: 'review', applicability: 'unsafe', reason });
  }
  return findings;
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
