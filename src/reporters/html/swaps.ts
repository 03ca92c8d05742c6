import { splice } from '../../core/edits.ts';
import { partitionPoint } from '../../core/partition-point.ts';
import type { Policy } from '../../types/policy.ts';
import type { Change, Finding, HostRow } from '../../types/report.ts';
import type { Edit, Span } from '../../types/source.ts';
import { placesOf } from '../places.ts';
import { isPending } from '../standing.ts';

/** One text put in place of another, as a reviewer thinks of it: without the quotes and braces around it, which differ from place to place. */
export interface Swap {
  /** Of the file before, 1-based. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly host: string;
  readonly service?: string;
  readonly rule?: Finding['rule'];
  readonly decision: 'reference' | 'literal';
}

/** What makes the swaps of one file. */
export interface Swapped {
  readonly change: Change;
  readonly edits: readonly Edit[];
  /** The constants that the file takes from domain modules. */
  readonly constants: readonly string[];
  readonly findings: readonly Finding[];
  readonly hosts: readonly HostRow[];
  readonly entries: Policy['entries'];
}

/** The swaps of one file: one for each finding of a plan, and where those are gone, after a write, one for each edit of a host. */
export function swapsOf({ change, edits, constants, findings, hosts, entries }: Swapped): Swap[] {
  const pending = findings.filter(isPending);
  const places = placesOf({ path: change.path, text: change.before, encoding: change.encoding ?? 'utf8' }, pending);
  if (!places) return [];
  if (pending.length > 0) {
    const touching = touchingOf(edits);
    return pending.map((finding) => ofFinding(finding, change.before, places.spanOf(finding), touching));
  }
  return edits.flatMap(({ start, end, text }) => {
    const from = unquoted(change.before.slice(start, end));
    if (!/[\w*-]\.[\w-]/.test(from) || /\b(?:import|require)\b/.test(text)) return [];
    const decision = constants.some((name) => text.includes(name)) ? 'reference' : 'literal';
    const scheme = /([a-z][a-z0-9+.-]*:\/\/)$/i.exec(change.before.slice(Math.max(0, start - 20), start))?.[1] ?? '';
    const { entry, ...served } = servedBy(scheme + from, hosts, entries);
    const [was, is] = entry && scheme ? [scheme, `${entry.to.scheme ?? entry.from.scheme}://`] : ['', ''];
    return [{ line: places.positionOf(start).line, from: was + from, to: is + unbraced(text), decision, ...served }];
  });
}

/** Makes the function that gives the edits that touch a span, of edits in order and spans in any. */
function touchingOf(edits: readonly Edit[]): (span: Span) => Edit[] {
  return ({ start, end }) => {
    const found: Edit[] = [];
    for (
      let at = partitionPoint(edits.length, (index) => edits[index]!.end <= start);
      at < edits.length && edits[at]!.start < end;
      at++
    )
      found.push(edits[at]!);
    return found;
  };
}

function ofFinding(finding: Finding, text: string, span: Span, touching: (span: Span) => Edit[]): Swap {
  const { line, host, service, rule } = finding;
  const decision = finding.decision === 'reference' ? 'reference' : 'literal';
  const common = { line, host, rule, decision, ...(service === undefined ? {} : { service }) } as const;
  const edits = touching(span);
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return { ...common, from: finding.text, to: finding.replacement ?? '' };
  const start = decision === 'literal' ? Math.min(first.start, span.start) : first.start;
  const end = decision === 'literal' ? Math.max(last.end, span.end) : last.end;
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const from = text.slice(start, end);
  return { ...common, from: unquoted(from), to: unbraced(splice(from, shifted)) };
}

/** The longest known host within a text, its service, and the entry that asks for its scheme, where there is one. */
function servedBy(text: string, hosts: readonly HostRow[], entries: Policy['entries']) {
  const lower = text.toLowerCase();
  const [row] = hosts.filter(({ host }) => lower.includes(host)).sort((a, b) => b.host.length - a.host.length);
  const entry = entries.find(({ from }) => from.scheme !== undefined && lower.startsWith(`${from.scheme}://${from.host}`));
  const service = entry?.service ?? row?.service;
  return { host: row?.host ?? '', ...(service === undefined ? {} : { service }), entry };
}

function unquoted(text: string): string {
  return text.replace(/^(["'`])(.*)\1$/s, '$2');
}

function unbraced(text: string): string {
  return text.replace(/^\$?\{(.*)\}$/s, '$1');
}
