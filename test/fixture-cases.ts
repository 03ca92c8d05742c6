import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadPolicy } from '../src/config/load.ts';
import { importable } from '../src/core/importable.ts';
import type { FilePlan, Planner } from '../src/plan/file-plan.ts';
import { createPlanner } from '../src/plan/planner.ts';
import { adoptModules } from '../src/ssot/adopt.ts';
import type { Policy } from '../src/types/policy.ts';
import type { Finding } from '../src/types/report.ts';
import { languageFor } from '../transforms/languages.ts';

export const FIXTURES = join(import.meta.dirname, '..', '__testfixtures__');

/** One case: an input file and what is expected of it. `path` is where it stands in the imagined repository. */
export interface Case {
  readonly name: string;
  readonly path: string;
  readonly input: string;
  readonly output: string;
  readonly findingsFile: string;
  readonly outputFile: string | undefined;
  /** The case's own configuration, or the one that all share. */
  readonly config: string;
}

/** Reads all cases of a language's folder, in its subfolders too. */
export function casesOf(folder: string): Case[] {
  const base = join(FIXTURES, folder);
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:input|unchanged)(?:\.[^/]*)?$/.test(file))
    .sort()
    .map((file) => {
      const full = join(base, file);
      const input = readFileSync(full, 'utf8');
      const outputFile = file.includes('.input') ? full.replace('.input', '.output') : undefined;
      const output = outputFile && existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : input;
      return {
        name: relative(FIXTURES, full),
        path: file.replace(/\.(?:input|unchanged)/, ''),
        input,
        output,
        findingsFile: full.replace(
          /\.(?:input|unchanged)(\.[^/]*)?$/,
          (_, extension: string | undefined) => `${(extension ?? '').replace('.', '.')}.findings.txt`,
        ),
        outputFile,
        config: configOf(full),
      };
    });
}

function configOf(input: string): string {
  const own = input.replace(/\.(?:input|unchanged)(?:\.[^/]*)?$/, '.redomain.yaml');
  return existsSync(own) ? own : join(FIXTURES, 'redomain.yaml');
}

/** The policy of a configuration file, with the modules that it adopts. */
async function fixturePolicy(config: string): Promise<Policy> {
  const { root, policy, problems } = loadPolicy({ cwd: FIXTURES, config });
  const adopted = await adoptModules(root, policy, problems);
  const error = problems.error();
  if (error) throw error;
  return adopted;
}

/** A planner with a configuration file, in which every file may import from the root. Made within a test, so that a mutation run sees what the test reaches. */
export async function fixturePlanner(config: string): Promise<Planner> {
  return createPlanner({
    policy: await fixturePolicy(config),
    unsafe: false,
    today: '2026-01-01',
    resolve: (module) =>
      importable(module, () => ({ file: module.file, specifier: module.import ?? '', bindings: module.bindings })),
  });
}

/** Plans a text under a path; an empty plan for a text that names no governed host. */
export async function planText(planner: Planner, path: string, text: string): Promise<FilePlan> {
  const language = await languageFor(path);
  const empty: FilePlan = {
    report: { path, language: language.name, status: 'clean', edits: [], imports: [] },
    findings: [],
    counts: [],
    output: text,
  };
  return planner.plan({ path, text, encoding: 'utf8' }, language) ?? empty;
}

/** What a run leaves, and so what the next one has to say: what is for review, what is kept, and what a suppression wants written out, host alone. */
export function leftBy({ findings }: FilePlan): string[] {
  return findings.flatMap(({ decision, rule, text, replacement }) => {
    if (decision === 'literal' && rule === 'hard-coded-host')
      return [`keep ${replacement!.replace(/^\w+:\/\/(?:[^/@]*@)?/, '')}`];
    return decision === 'review' || decision === 'keep' ? [`${decision} ${text}`] : [];
  });
}

/** `3:10 reference safe api.old.ex.ai → STAGING_BACKEND_URL (constant: it becomes the constant of …)`, one line a finding. */
export function findingLines({ findings }: FilePlan): string {
  return findings.map((finding) => `${decided(finding)} (${finding.reasonCode}: ${finding.reason})\n`).join('');
}

/** The same with what the sentence names in place of the sentence: `3:10 review unsafe api.old.ex.ai (same-text: line 2, state review)`. */
export function codeLines({ findings }: FilePlan): string[] {
  return findings.map((finding) => {
    const named = Object.entries(finding.reasonDetail ?? {}).map(([name, value]) => `${name} ${value}`);
    return `${decided(finding)} (${[finding.reasonCode, named.sort().join(', ')].filter(Boolean).join(': ')})`;
  });
}

function decided({ line, column, decision, applicability, text, replacement }: Finding): string {
  return `${line}:${column} ${decision} ${applicability} ${text}${replacement ? ` → ${replacement}` : ''}`;
}
