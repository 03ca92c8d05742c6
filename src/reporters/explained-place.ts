import pico from 'picocolors';
import type { Standing } from '../core/match.ts';
import { showAddress } from '../core/show-address.ts';
import type { Finding } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';
import { placesOf } from './places.ts';
import { placeOf } from './text/findings.ts';
import { markedLine } from './text/marked-line.ts';
import { visible } from './visible.ts';

/** What is known of one line of a file. */
export interface ExplainedPlace {
  /** Relative to the root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly source: SourceFile;
  readonly configFile: string;
  /** The governed hosts of the line, in order. */
  readonly hosts: readonly ExplainedHost[];
}

export interface ExplainedHost {
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly standing: Standing;
  /** Absent where there is nothing to say: the host is right as it is. */
  readonly finding: Finding | undefined;
  /** The comment that keeps the host, as it would stand in the file; absent where no comment can. */
  readonly comment: string | undefined;
}

const DECIDED: Readonly<Record<Finding['decision'], string>> = {
  reference: 'becomes a constant',
  literal: 'becomes the canonical host',
  keep: 'stays',
  review: 'waits for a person',
};

/** What was decided on a line, why, by which entry, and what would settle it. */
export function explainedText(place: ExplainedPlace, color: boolean): string {
  const colors = pico.createColors(color);
  const { path, line, hosts } = place;
  if (hosts.length === 0) return `${visible(path)}:${line}  no governed host stands on this line\n`;
  return hosts.map((host) => `${linesOf(host, place, colors).join('\n')}\n`).join('\n');
}

function linesOf(
  host: ExplainedHost,
  { path, line, source, configFile }: ExplainedPlace,
  colors: ReturnType<typeof pico.createColors>,
): string[] {
  const { finding, standing, column } = host;
  if (!finding) return [`${visible(path)}:${line}:${column}  this host is right as it is`, `  entry: ${entryOf(standing)}`];
  const places = placesOf(source, [finding]);
  const look = { colors, verbose: true, width: Number.POSITIVE_INFINITY, narrowing: '' };
  const becomes = finding.replacement === undefined ? '' : `: ${visible(finding.replacement)}`;
  return [
    `${colors.bold(placeOf(finding))}  ${colors.red(finding.reasonCode)}  ${visible(finding.reason)}`,
    ...(places ? markedLine(places, finding, look) : []),
    `  decided: it ${DECIDED[finding.decision]}${becomes} (${finding.rule})`,
    `  entry: ${entryOf(standing)}`,
    ...settledBy(host, finding, path, configFile),
    `  \`redomain explain ${finding.reasonCode}\` says more about this reason`,
  ];
}

/** The entry of the configuration that speaks of a host. */
function entryOf(standing: Standing): string {
  switch (standing.state) {
    case 'retired': {
      const { from } = standing.entry;
      const what = standing.entry.service === undefined ? 'a rename' : `retired by the service ${standing.entry.service}`;
      return visible(`${showAddress(from)} → ${showAddress(standing.to)}, ${what}`);
    }
    case 'canonical':
      return visible(`${showAddress(standing.to)}, canonical${standing.service === undefined ? '' : ` for ${standing.service}`}`);
    case 'partial':
      return visible(`part of ${standing.candidates.join(', ')}`);
    default:
      return 'none';
  }
}

function settledBy({ comment }: ExplainedHost, finding: Finding, path: string, configFile: string): string[] {
  const entry = (what: string, as: string): string => `      - { ${what}files: [${JSON.stringify(path)}], as: ${as} }`;
  const isReview = finding.decision === 'review' && finding.rule === 'needs-review';
  const what = isReview ? `reason: ${finding.reasonCode}, ` : '';
  const keep =
    comment === undefined
      ? [`  to keep the host, add to ${visible(configFile)}:`, '    deliver:', entry(what, 'keep')]
      : ['  to keep the host, put this comment at the line:', `    ${visible(comment)}`];
  if (!isReview) return finding.decision === 'keep' ? [] : keep;
  return [
    ...keep,
    `  to write the canonical host at each place of this reason, add to ${visible(configFile)}:`,
    '    deliver:',
    entry(what, 'literal'),
  ];
}
