import type { ArtifactLocation, Fix, Replacement, Result } from 'sarif';
import { groupBy } from '../../core/group-by.ts';
import type { Finding, Report } from '../../types/report.ts';
import type { Edit } from '../../types/source.ts';
import { fixesOf } from '../fixes.ts';
import { type Places, placesOf } from '../places.ts';
import type { ReporterOptions } from '../reporter.ts';
import { messageOf } from '../standing.ts';
import { lineHashes } from './line-hash.ts';

export const BASE = '%SRCROOT%';

/** The findings as results, in their order. */
export function resultsOf(report: Report, findings: readonly Finding[], { sourceOf, below }: ReporterOptions): Result[] {
  const edits = new Map(report.files.map((file) => [file.path, file.edits]));
  const results = new Map<Finding, Result>();
  for (const [path, members] of groupBy(findings, (finding) => finding.path)) {
    const places = placesOf(sourceOf(path), members);
    const hashes = places && lineHashes(places.source);
    const fixes = places && fixesOf(members, edits.get(path) ?? [], places);
    for (const finding of members) {
      const fix = fixes?.get(finding);
      results.set(finding, {
        ruleId: finding.rule,
        level: finding.severity === 'warn' ? 'warning' : 'error',
        message: { text: messageOf(finding) },
        locations: [{ physicalLocation: { artifactLocation: artifactOf(below + path), region: regionOf(finding) } }],
        partialFingerprints: {
          primaryLocationLineHash: hashes?.[finding.line] ?? `${finding.fingerprint}:1`,
          'redomain/v1': finding.fingerprint,
        },
        properties: { reasonCode: finding.reasonCode, ...(finding.reasonDetail ? { reasonDetail: finding.reasonDetail } : {}) },
        ...(fix && places ? { fixes: [fixOf(fix, below + path, places)] } : {}),
      });
    }
  }
  return findings.map((finding) => results.get(finding)!);
}

/** A path from the top of the repository as a relative, percent-encoded URI. */
export function artifactOf(path: string): ArtifactLocation {
  return { uri: uriOf(path), uriBaseId: BASE };
}

/** A path with everything percent-encoded that is no letter, digit, `-`, `.`, `_`, `~` or `/`. */
export function uriOf(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function regionOf({ line, column, endLine, endColumn }: Finding) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixOf(edits: readonly Edit[], path: string, places: Places): Fix {
  return {
    description: { text: 'What redomain --write does here' },
    artifactChanges: [{ artifactLocation: artifactOf(path), replacements: edits.map((edit) => replacementOf(edit, places)) }],
  };
}

function replacementOf({ start, end, text }: Edit, { positionOf }: Places): Replacement {
  const from = positionOf(start);
  const to = positionOf(end);
  return {
    deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
    insertedContent: { text },
  };
}
