import { counted } from '../../core/counted.ts';
import type { Finding, Report } from '../../types/report.ts';
import type { SourceFile } from '../../types/source.ts';
import { isPlaced, type Places, placesOf } from '../places.ts';
import type { ReporterOptions } from '../reporter.ts';
import { isPending } from '../standing.ts';
import { visible } from '../visible.ts';
import { markedLine } from './marked-line.ts';
import { groupedBy, type Look } from './section.ts';

/** Findings of one code that are shown without `--verbose`. */
const SHOWN = 5;
/** Codes that the line about what is not shown names. */
const NAMED = 6;

/** What a person has to see, in the order of the files: a line each, with the line of the source and the host marked below it. */
export function findingLines(report: Report, { sourceOf }: Pick<ReporterOptions, 'sourceOf'>, look: Look): string[] {
  const asked = report.findings.filter((finding) => isAsked(finding, report, look));
  if (asked.length === 0) return [];
  const { shown, hidden } = look.verbose ? { shown: asked, hidden: [] } : capped(asked);
  const placesIn = placesByPath(shown, sourceOf);
  const lines = shown.flatMap((finding) => linesOf(finding, placesIn(finding.path), look));
  return hidden.length === 0 ? lines : [...lines, restLine(hidden, look)];
}

/** A dry run shows what would change as a diff; what was knowingly kept is for `--verbose`. */
function isAsked(finding: Finding, { command, modules }: Report, { verbose }: Look): boolean {
  if (finding.beyond) return false;
  if (isPending(finding)) return command === 'check';
  if (finding.decision === 'keep') return verbose || finding.rule === 'unknown-host';
  // A module that is missing or differs is said where the modules are listed.
  const isLacking = modules.some(({ file, status }) => status === 'lacks' && file === finding.path);
  return finding.rule !== 'module-drift' || isLacking;
}

/** The first findings of each code; of unknown hosts the first place of each, as such a host is settled once for all. */
function capped(findings: readonly Finding[]): { shown: Finding[]; hidden: Finding[] } {
  const counts = new Map<string, number>();
  const hosts = new Set<string>();
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  for (const finding of findings) {
    const { reasonCode, rule, host } = finding;
    const isRepeated = rule === 'unknown-host' && hosts.has(host);
    hosts.add(host);
    const count = counts.get(reasonCode) ?? 0;
    if (isRepeated || count >= SHOWN) hidden.push(finding);
    else {
      shown.push(finding);
      counts.set(reasonCode, count + 1);
    }
  }
  return { shown, hidden };
}

function restLine(hidden: readonly Finding[], { colors }: Look): string {
  const codes = groupedBy(hidden, ({ reasonCode }) => reasonCode).map(([code, members]) => `${code} ${members.length}`);
  const more = codes.length > NAMED ? `, ${codes.length - NAMED} more reasons` : '';
  return colors.dim(
    `… ${counted(hidden.length, 'more finding')}: ${codes.slice(0, NAMED).join(', ')}${more} (--verbose shows all)`,
  );
}

function placesByPath(
  findings: readonly Finding[],
  sourceOf: (path: string) => SourceFile | undefined,
): (path: string) => Places | undefined {
  const byPath = new Map(groupedBy(findings.filter(isPlaced), ({ path }) => path));
  const known = new Map<string, Places | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, byPath.has(path) ? placesOf(sourceOf(path), byPath.get(path)!) : undefined);
    return known.get(path);
  };
}

function linesOf(finding: Finding, places: Places | undefined, look: Look): string[] {
  const { colors } = look;
  const { reason, reasonCode, replacement, severity } = finding;
  const becomes = isPending(finding) && replacement !== undefined ? ` → ${visible(replacement)}` : '';
  const warns = severity === 'warn' ? colors.dim(' [warning]') : '';
  const code = severity === 'warn' ? colors.yellow(reasonCode) : colors.red(reasonCode);
  const head = `${colors.bold(placeOf(finding))}  ${code}  ${visible(reason)}${becomes}${warns}`;
  return places && isPlaced(finding) ? [head, ...markedLine(places, finding, look)] : [head];
}

/** `path:line:column`, as editors and terminals make links of it; of what is said of a whole file, its path. */
export function placeOf({ path, line, column, context }: Finding): string {
  return context === 'file' ? visible(path) : `${visible(path)}:${line}:${column}`;
}
