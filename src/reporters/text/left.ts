import { counted } from '../../core/counted.ts';
import type { FileReport, Finding, Report } from '../../types/report.ts';
import { alike, PARTICULARS } from '../alike.ts';
import { isPending, leftFiles } from '../standing.ts';
import { visible } from '../visible.ts';
import { capped, groupedBy, type Look } from './section.ts';

const LINES = 5;

/** What no run changes by itself: for review by reason, then the findings of the other rules; what would change only in a check. */
export function findingsLeft(report: Report, look: Look): string[][] {
  const findings = report.findings.filter(({ beyond }) => !beyond);
  const pending = findings.filter(isPending);
  const review = findings.filter((finding) => isHost(finding) && finding.decision === 'review');
  // A module that is missing or differs is said where the modules are listed.
  const lacking = new Set(report.modules.filter(({ status }) => status === 'lacks').map(({ file }) => file));
  const others = findings.filter((finding) => !isHost(finding) && (finding.rule !== 'module-drift' || lacking.has(finding.path)));
  const kept = findings.filter((finding) => isHost(finding) && finding.decision === 'keep');
  return [
    section('For review', 'occurrence', review, (finding) => alike(finding.reason), look),
    report.command === 'check' ? section('Not migrated', 'occurrence', pending, (finding) => finding.rule, look) : [],
    section('Other findings', 'finding', others, (finding) => `${finding.rule}: ${alike(finding.reason)}`, look, byHost),
    look.verbose ? section('Kept', 'occurrence', kept, (finding) => alike(finding.reason), look) : [],
  ];
}

/** Files that were not read, not parsed, or not proven, by reason. */
export function filesLeft(report: Report, look: Look): string[][] {
  const { failed, partly, skipped } = leftFiles(report);
  return [
    fileSection(look.colors.red('Failed, left as they were'), failed, LINES, look),
    fileSection('Not parsed, only what is certain was done', partly, LINES, look),
    fileSection('Skipped', skipped, 1, look),
  ];
}

/** A host that a run handles, as opposed to what the other rules speak of. */
function isHost({ rule }: Finding): boolean {
  return rule === 'retired-host' || rule === 'hard-coded-host' || rule === 'needs-review';
}

/** `path:line:column`, as editors and terminals make links of it; of what is said of a whole file, its path. */
function placeOf({ path, line, column, context }: Finding): string {
  return context === 'file' ? visible(path) : `${visible(path)}:${line}:${column}`;
}

function section(
  title: string,
  noun: string,
  findings: readonly Finding[],
  groupOf: (finding: Finding) => string,
  look: Look,
  linesOf: (members: readonly Finding[], look: Look) => string[] = (members) => members.map(lineOf),
): string[] {
  if (findings.length === 0) return [];
  const { colors } = look;
  const groups = groupedBy(findings, groupOf).flatMap(([group, members]) => [
    `  ${visible(group)} ${colors.dim(`(${members.length})`)}`,
    ...capped(linesOf(members, look), LINES, '    ', look),
  ]);
  return [`${colors.bold(title)}: ${counted(findings.length, noun)}`, ...groups];
}

/** One line for each unknown host, as it is settled once for all of its places; each place with `--verbose`. */
function byHost(members: readonly Finding[], { verbose }: Look): string[] {
  if (verbose) return members.map(lineOf);
  return groupedBy(members, ({ rule, host, fingerprint }) => (rule === 'unknown-host' ? host : fingerprint)).map(
    ([, [first, ...more]]) => `${lineOf(first!)}${more.length > 0 ? ` and ${counted(more.length, 'more place')}` : ''}`,
  );
}

function lineOf(finding: Finding): string {
  const { text, replacement, reason, severity } = finding;
  const change = replacement === undefined || !isPending(finding) ? '' : ` → ${visible(replacement)}`;
  const details = isPending(finding) ? [] : (reason.match(PARTICULARS) ?? []);
  const detail = details.length === 0 ? '' : ` (${visible(details.join(', '))})`;
  return `${placeOf(finding)}  ${visible(text)}${change}${detail}${severity === 'warn' ? ' [warning]' : ''}`;
}

function fileSection(title: string, files: readonly FileReport[], limit: number, look: Look): string[] {
  if (files.length === 0) return [];
  const groups = groupedBy(files, ({ reason = 'no reason given' }) => reason).flatMap(([reason, members]) => [
    `  ${visible(reason)} ${look.colors.dim(`(${members.length})`)}`,
    ...capped(
      members.map(({ path }) => visible(path)),
      limit,
      '    ',
      look,
    ),
  ]);
  return [`${look.colors.bold(title)}: ${counted(files.length, 'file')}`, ...groups];
}
