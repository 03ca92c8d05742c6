import type { Report } from '../types.ts';

/** The report as JSON, one entry of each list on a line of its own; the keys are those of version 1. */
export function* json(report: Report): Generator<string> {
  const { version, root, command, run, summary, modules, files, findings, hosts, policy, baseline, since } = report;
  yield `{\n  "version": ${version},\n  "root": ${JSON.stringify(root)},\n  "command": ${JSON.stringify(command)},\n`;
  if (run !== undefined) yield `  "run": ${JSON.stringify(run)},\n`;
  yield `  "summary": ${indented(summary)},\n`;
  if (since) yield `  "since": ${JSON.stringify(since)},\n`;
  if (baseline) yield `  "baseline": ${indented(baseline)},\n`;
  yield* list('modules', modules);
  yield* list('files', files);
  yield* list('findings', findings);
  yield* list('hosts', hosts);
  yield `  "policy": ${indented(policy)}\n}\n`;
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function* list(name: string, entries: readonly unknown[]): Generator<string> {
  if (entries.length === 0) {
    yield `  "${name}": [],\n`;
    return;
  }
  yield `  "${name}": [\n`;
  for (const [index, entry] of entries.entries())
    yield `    ${JSON.stringify(entry)}${index === entries.length - 1 ? '' : ','}\n`;
  yield '  ],\n';
}
