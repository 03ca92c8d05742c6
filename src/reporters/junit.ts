import { groupBy } from '../core/group-by.ts';
import { rules } from '../rules/index.ts';
import type { FileReport, Finding, Report } from '../types/report.ts';
import { isPlaced } from './places.ts';
import type { ReporterOptions } from './reporter.ts';
import { leftFiles, messageOf, reasonOf, standingOf } from './standing.ts';
import { visible } from './visible.ts';

/** One test case: what failed, or why it was skipped. Neither: it passed. */
interface Case {
  readonly name: string;
  readonly line?: number;
  readonly outcome?: Outcome;
}

interface Outcome {
  readonly tag: 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly type: string;
}

interface Suite {
  readonly name: string;
  /** The cases are of this file. */
  readonly file?: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML: a suite for each file with a case for each finding, whose name holds no line numbers so that it is the same case in the next
 * run. A finding that makes `--check` fail is a failure, a warning and a file that was not read are skipped, a file that failed is an
 * error; each rule without a finding is a case that passed.
 */
export function* junit(report: Report, { below }: ReporterOptions): Generator<string> {
  const suites = suitesOf(report, below);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="redomain"${countsOf(suites.flatMap(({ cases }) => cases))}>\n`;
  for (const suite of suites) {
    yield `  <testsuite${attribute('name', suite.name)}${countsOf(suite.cases)}>\n`;
    for (const member of distinct(suite.cases)) yield caseOf(member, suite);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function suitesOf(report: Report, below: string): Suite[] {
  const { failed, partly, skipped } = leftFiles(report);
  const findings = standingOf(report);
  const entries: readonly (readonly [path: string, Case])[] = [
    ...failed.map((file) => [file.path, leftCase('failed', 'error', file)] as const),
    ...findings.map((finding) => [finding.path, findingCase(finding)] as const),
    ...partly.map((file) => [file.path, leftCase('not parsed', 'skipped', file)] as const),
    ...skipped.map((file) => [file.path, leftCase('not read', 'skipped', file)] as const),
  ];
  const files = [...groupBy(entries, ([path]) => below + path)].map(([file, members]) => ({
    name: file,
    file,
    cases: members.map(([, member]) => member),
  }));
  const found = new Set<string>(findings.map(({ rule }) => rule));
  const passed = rules.filter(({ name }) => report.policy.rules[name] !== 'off' && !found.has(name));
  if (passed.length === 0) return files;
  return [{ name: 'redomain', cases: passed.map(({ name }) => ({ name })) }, ...files];
}

function findingCase(finding: Finding): Case {
  const { rule, text, context, line, severity } = finding;
  return {
    name: `${rule}: ${text}${isPlaced(finding) ? ` in ${context}` : ''}`,
    line,
    outcome: { tag: severity === 'warn' ? 'skipped' : 'failure', message: messageOf(finding), type: rule },
  };
}

function leftCase(name: string, tag: 'error' | 'skipped', file: FileReport): Case {
  return { name, outcome: { tag, message: reasonOf(file), type: name } };
}

/** A name that another case of the suite has already gets its number. */
function distinct(cases: readonly Case[]): Case[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return cases.map((member) => {
    const base = visible(member.name);
    let name = base;
    for (let number = next.get(base) ?? 2; taken.has(name); number++) {
      name = `${base} (${number})`;
      next.set(base, number + 1);
    }
    taken.add(name);
    return { ...member, name };
  });
}

function caseOf({ name, line, outcome }: Case, suite: Suite): string {
  const place = suite.file === undefined ? '' : `${attribute('file', suite.file)}${line === undefined ? '' : ` line="${line}"`}`;
  const head = `    <testcase${attribute('classname', suite.name)}${attribute('name', name)}${place}`;
  return outcome ? `${head}>\n      ${outcomeOf(outcome, suite.name, line)}\n    </testcase>\n` : `${head}/>\n`;
}

function outcomeOf({ tag, message, type }: Outcome, suite: string, line: number | undefined): string {
  if (tag === 'skipped') return `<skipped${attribute('message', message)}/>`;
  const place = `${suite}${line === undefined ? '' : `:${line}`}`;
  return `<${tag}${attribute('message', message)}${attribute('type', type)}>${text(`${place}: ${message}`)}</${tag}>`;
}

function countsOf(cases: readonly Case[]): string {
  const count = (tag: string): number => cases.filter(({ outcome }) => outcome?.tag === tag).length;
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${text(value)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for an element or an attribute; what XML 1.0 does not have is spelled as an escape. */
function text(value: string): string {
  return visible(value)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
