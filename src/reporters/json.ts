import type { Report, ShardReport } from '../types/report.ts';

/** The report as JSON, one entry of each list on a line of its own; the keys are those of version 1. */
export function* json(report: Report): Generator<string> {
  const { version, root, command, run, summary, modules, files, findings, hosts, policy, baseline, since, series, shard } =
    report;
  yield `{\n  "version": ${version},\n  "root": ${JSON.stringify(root)},\n  "command": ${JSON.stringify(command)},\n`;
  if (run !== undefined) yield `  "run": ${JSON.stringify(run)},\n`;
  yield `  "summary": ${indented(summary)},\n`;
  if (series) yield `  "series": ${indented(series)},\n`;
  if (since) yield `  "since": ${JSON.stringify(since)},\n`;
  if (baseline) yield `  "baseline": ${indented(baseline)},\n`;
  if (shard) yield* shardLines(shard);
  yield* list('modules', modules);
  yield* list('files', files);
  yield* list('findings', findings);
  yield* list('hosts', hosts);
  yield `  "policy": ${indented(policy)}\n}\n`;
}

/** Its lists can be as long as those of the report. */
function* shardLines({ files, ...shard }: ShardReport): Generator<string> {
  const scalars = Object.entries(shard).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  yield `  "shard": {\n${scalars.join('')}    "files": [`;
  for (const [index, file] of files.entries()) yield `${index === 0 ? '' : ','}\n      ${JSON.stringify(file)}`;
  yield `${files.length === 0 ? '' : '\n    '}]\n  },\n`;
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
