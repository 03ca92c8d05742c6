import { dirname, relative, resolve } from 'node:path';
import { languageFor } from '../../transforms/languages.ts';
import { findConfig } from '../config/find.ts';
import { compileAnchors } from '../core/anchors.ts';
import { type Governed, governedHosts } from '../core/governed.ts';
import { compileMatcher } from '../core/match.ts';
import { lineStarts } from '../core/positions.ts';
import { UserError } from '../core/user-error.ts';
import { commentsFor } from '../interactive/comments.ts';
import type { ExplainedHost, ExplainedPlace } from '../reporters/explained-place.ts';
import type { Finding, Report } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';
import { run } from './plan.ts';

/** A line of a file, as a person types it. */
export interface TypedPlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Reads `FILE:LINE` or `FILE:LINE:COLUMN`; `undefined` where a word is no such place. */
export function placeIn(word: string): TypedPlace | undefined {
  const [, file, line] = /^(.+?):(\d{1,9})(?::\d{1,9})?$/.exec(word) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** What is decided on one line of a file, by which entry, and what would settle it. Throws UserError where there is no such line. */
export async function explainPlace(
  asked: { readonly cwd: string; readonly config?: string },
  { file, line }: TypedPlace,
): Promise<ExplainedPlace> {
  const { report, sourceOf } = await run({ ...asked, command: 'plan', unsafe: false, paths: [file] });
  const root = dirname(findConfig(asked.cwd, asked.config).configPath);
  const path = relative(root, resolve(asked.cwd, file)).replaceAll('\\', '/');
  const source = sourceOf(path);
  if (!source) throw new UserError(`${file} cannot be read`, { hint: 'name a file of the tree, and a line: FILE:LINE' });
  const starts = lineStarts(source.text);
  if (line > starts.length || line < 1)
    throw new UserError(`${file} has no line ${line}`, { hint: `it has ${starts.length} lines` });
  const end = starts[line] ?? source.text.length + 1;
  const { policy } = report;
  const found = governedHosts(source.text, compileAnchors(policy), compileMatcher(policy));
  const here = found.filter(({ hit }) => hit.start >= starts[line - 1]! && hit.start < end);
  const hosts = await Promise.all(here.map((one) => explained(one, starts[line - 1]!, line, report, source)));
  return { path, line, source, configFile: policy.configFile, hosts };
}

async function explained(
  { standing }: Governed,
  lineStart: number,
  line: number,
  { findings }: Report,
  source: SourceFile,
): Promise<ExplainedHost> {
  const column = standing.span.start - lineStart + 1;
  const finding = findings.find((one) => one.path === source.path && one.line === line && one.column === column);
  return { column, standing, finding, comment: finding && (await commentFor(finding, source)) };
}

/** The comment that keeps the host of a finding, as it would stand in the file. */
async function commentFor({ line, rule }: Finding, source: SourceFile): Promise<string | undefined> {
  const [edit] = commentsFor(source, await languageFor(source.path), [{ line, rule, reason: 'why' }]) ?? [];
  return edit?.text.trim();
}
