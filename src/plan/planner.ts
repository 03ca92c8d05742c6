import { moduleProfileOf, profileNamed } from '../../transforms/languages.ts';
import { compileAnchors } from '../core/anchors.ts';
import { constantNames, type Spots } from '../core/constant-names.ts';
import { type Governed, governedHosts } from '../core/governed.ts';
import { innermostFinder } from '../core/innermost.ts';
import { compileMatcher, type Matcher } from '../core/match.ts';
import type { Decision, Occurrence } from '../core/occurrence.ts';
import { toldPast } from '../core/records.ts';
import { compileScope } from '../core/scope.ts';
import { DIRECTIVE_STEM, readSuppressions, type Suppressions } from '../core/suppress.ts';
import { isTooDeep, TOO_DEEP } from '../core/too-deep.ts';
import { generatedFile } from '../guards/record.ts';
import type { Language, ModuleRef, Reading } from '../types/language.ts';
import type { DomainModule, Policy } from '../types/policy.ts';
import type { FileReport, FileStatus, Finding } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';
import { changeFile, type FileChange, type ModuleResolver } from './change.ts';
import { type Count, countsOf } from './counts.ts';
import { decide } from './decide.ts';
import type { Declined } from './declined.ts';
import { findingsOf, type Remark } from './findings.ts';
import { type Keyed, keyedOf } from './keyed.ts';
import { lackingImport, wordOf } from './lacking-import.ts';
import { NOTHING_READ, orNothing, readSafely } from './read-safely.ts';
import { unsettledHits } from './settled.ts';
import { withinReach } from './too-long.ts';
import { unproven } from './verify.ts';

/** All that a run needs to know of one file that holds a governed host. */
export interface FilePlan {
  readonly report: FileReport;
  readonly findings: readonly Finding[];
  readonly counts: readonly Count[];
  /** Absent where there are none. */
  readonly keyed?: readonly Keyed[];
  /** The text after the edits; equal to the original when nothing changes. */
  readonly output: string;
}

export interface Planner {
  /** Whether a file can import a module that is missing where the file is packaged; `holds` says whether a word stands in it. */
  mayLack(path: string, language: string, holds: (word: string) => boolean): boolean;
  /** The plan of one file, or `undefined` when it holds no governed host and there is nothing else to say. Never throws for what a file contains. */
  plan(file: SourceFile, language: Language): FilePlan | undefined;
}

export interface PlannerOptions {
  readonly policy: Policy;
  readonly unsafe: boolean;
  /** ISO date, against which suppressions expire. */
  readonly today: string;
  readonly resolve: ModuleResolver;
  /** Files in which a person decides everything, by path, with the reason. */
  readonly held?: ReadonlyMap<string, string>;
  /** Keys that are for review, with the reason, by the path of the file that holds them. */
  readonly twins?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What a person wants left as it is, by path. */
  readonly declined?: ReadonlyMap<string, Declined>;
  /** Why a file cannot import a module that is missing where the file is packaged. */
  readonly unreachable?: ((module: DomainModule, path: string) => string | undefined) | undefined;
}

/** Compiles a policy into the planner of single files. */
export function createPlanner({ policy, unsafe, today, resolve, held, twins, declined, unreachable }: PlannerOptions): Planner {
  const anchors = compileAnchors(policy);
  const matcher = compileMatcher(policy);
  const scope = compileScope(policy, moduleProfileOf);
  const isSettled = (
    file: SourceFile,
    language: Language,
    found: readonly Governed[],
    module: DomainModule | undefined,
  ): boolean => {
    const hits = unsettledHits(found, module, matcher);
    if (!hits) return false;
    // Where nothing can be written but text, no name takes a host's place and no text is joined to another.
    if (hits.length === 0 || !language.write) return true;
    // A suppression is used up by a reference even when no import can serve it.
    if (file.text.includes(DIRECTIVE_STEM)) return false;
    const lacking = module && unreachable?.(module, file.path);
    if (lacking !== undefined && scope.delivery(file.path) === 'reference') return false;
    const importable = (): ModuleRef | undefined => {
      const offered = module && lacking === undefined ? resolve(module, file) : undefined;
      return offered && !('refused' in offered) ? offered.reference() : undefined;
    };
    return orNothing(() => language.write?.excludes?.(file, hits, importable)) ?? false;
  };
  const planned = (file: SourceFile, ofPath: Language): FilePlan | undefined => {
    const language = withinReach(ofPath, file);
    const found = governedHosts(file.text, anchors, matcher);
    const directed = file.text.includes(DIRECTIVE_STEM);
    if (found.length === 0 && !unreachable && !directed) return undefined;
    const module = language.write ? scope.module(file.path, importsOf(language)) : undefined;
    const lacking = module && unreachable?.(module, file.path);
    const doubt = file.doubt ?? language.doubtOf?.(file);
    const stray =
      lacking === undefined || doubt !== undefined ? undefined : lackingImport(file, language, module!, resolve, lacking);
    if (found.length === 0 && !stray && !directed) return undefined;
    const kept = file.path === policy.configFile ? 'the configuration itself' : generatedFile(file.path, file.text);
    const delivery = scope.delivery(file.path);
    const isAdopted = scope.adopts(file.path);
    const past = delivery === undefined ? toldPast(file.path) : undefined;
    const hold = isAdopted ? 'the adopted domain module, which is never written' : (doubt ?? held?.get(file.path) ?? past);
    const own = twins?.get(file.path);
    const attempt = (reading: Reading): Attempt => {
      const suppressions = readSuppressions(file, today);
      const occurrences = occurrencesOf(found, reading);
      const decided = decide(file, reading, occurrences, {
        text: file.text,
        policy,
        matcher,
        delivery,
        module,
        unsafe,
        suppressions,
        kept,
        hold,
        twins: own,
        declined: declined?.get(file.path),
        readOnly: isAdopted || doubt !== undefined,
      });
      return { reading, suppressions, decided };
    };
    const unread =
      kept || delivery === 'keep' || !needsReading(found, module !== undefined, language, matcher, policy)
        ? NOTHING_READ
        : doubt !== undefined
          ? { ...NOTHING_READ, failure: doubt }
          : isSettled(file, language, found, module)
            ? NOTHING_READ
            : undefined;
    const spots = {
      hits: found.map(({ hit }) => hit),
      constants: constantNames(file.text, unread ? undefined : module),
    };
    const { reading, suppressions, decided } = unread
      ? attempt(unread)
      : (attemptAtAGlance(file, language, spots, attempt) ?? attempt(readSafely(file, language, spots)));
    let change: FileChange = { decisions: decided, edits: [], output: file.text, constants: [] };
    let failure: string | undefined;
    try {
      const insisted = delivery === 'reference';
      const refusal = lacking === undefined ? undefined : { refused: lacking, insisted };
      change = changeFile(file, language, decided, module && (() => refusal ?? resolve(module, file)));
      change = { ...change, decisions: change.decisions.map((decision) => suppressed(decision, suppressions)) };
      if (change.edits.length > 0 || change.output !== file.text) failure = unproven(file, language, change);
    } catch (error) {
      if (isTooDeep(error)) throw error;
      failure = `internal error: ${error instanceof Error ? error.message : String(error)}`;
    }
    const decisions = failure === undefined ? change.decisions : change.decisions.map((decision) => heldBack(decision, failure));
    const remarks = kept || delivery === 'keep' ? [] : remarksOf(stray, suppressions);
    if (found.length === 0 && !stray && remarks.length === 0) return undefined;
    return {
      report: {
        ...reportOf(file, language, change, failure ?? reading.failure, failure !== undefined),
        ...(own && { held: Object.fromEntries(own) }),
      },
      findings: findingsOf(file, decisions, remarks, policy),
      counts: countsOf(change.decisions, failure !== undefined),
      ...(past === undefined && keyedOf(file, decisions)),
      output: failure === undefined ? change.output : file.text,
    };
  };
  return {
    mayLack(path, language, holds) {
      const module = unreachable && scope.module(path, language);
      return module !== undefined && holds(wordOf(module)) && unreachable?.(module, path) !== undefined;
    },
    plan(file, language) {
      try {
        return planned(file, language);
      } catch (error) {
        if (!isTooDeep(error)) throw error;
        return planned({ ...file, doubt: TOO_DEEP }, language);
      }
    },
  };
}

/** The language of the domain modules that files of a language import. */
function importsOf({ name }: Language): string {
  return profileNamed(name)?.imports ?? name;
}

/** A file is parsed only when an occurrence in it may have to change; a text also where it may be a record that is kept. */
function needsReading(
  found: readonly Governed[],
  hasModule: boolean,
  language: Language,
  matcher: Matcher,
  { emails }: Policy,
): boolean {
  return found.some(
    ({ hit, standing }) =>
      (hit.form !== 'email' || emails === 'literal' || emails === 'reference') &&
      (standing.state === 'retired' ||
        (standing.state === 'canonical' && hasModule) ||
        (standing.state === 'partial' && !language.write) ||
        matcher.completions(hit.host).length > 0),
  );
}

/** What was decided from one reading; each has suppressions of its own, as deciding uses them up. */
interface Attempt {
  readonly reading: Reading;
  readonly suppressions: Suppressions;
  readonly decided: readonly Decision[];
}

/** A file in which nothing changes needs no more than a glance; to edit it, all of it is read. */
function attemptAtAGlance(
  file: SourceFile,
  language: Language,
  { hits, constants }: Spots,
  attempt: (reading: Reading) => Attempt,
): Attempt | undefined {
  const reading = orNothing(() => language.glance?.(file, hits, constants));
  const made = reading && attempt(reading);
  return made?.decided.some(hangsOnAll) ? undefined : made;
}

/** Whether a decision is another one in a file that does not parse: an edit, and a canonical host that calls for a constant. */
function hangsOnAll({ verdict, rule }: Decision): boolean {
  return verdict === 'reference' || verdict === 'literal' || (verdict === 'suppressed' && rule === 'hard-coded-host');
}

function occurrencesOf(found: readonly Governed[], reading: Reading): Occurrence[] {
  const literalOf = innermostFinder(
    reading.literals,
    ({ span }) => span,
    ({ body }) => body,
  );
  return found.map(({ hit, standing }) => {
    const literal = literalOf(standing.span) ?? literalOf(hit);
    return { hit, standing, ...(literal ? { literal } : {}) };
  });
}

/** A comment may say that what cannot be imported stays as it is. */
function suppressed(decision: Decision, suppressions: Suppressions): Decision {
  if (decision.rule !== 'unimportable-module') return decision;
  const reason = suppressions.serve(decision.occurrence.hit.start, decision.rule);
  return reason === undefined ? decision : { ...decision, verdict: 'suppressed', unsafe: false, reason };
}

function remarksOf(stray: Remark | undefined, suppressions: Suppressions): Remark[] {
  const told = stray && suppressions.serve(stray.at, stray.rule) === undefined ? [stray] : [];
  const faults = suppressions.faults().map((fault) => ({ rule: 'bad-suppression' as const, context: 'comment', ...fault }));
  return [...told, ...faults];
}

function heldBack(decision: Decision, failure: string): Decision {
  if (decision.verdict !== 'reference' && decision.verdict !== 'literal') return decision;
  const { placement: _, ...rest } = decision;
  return { ...rest, verdict: 'review', rule: 'needs-review', unsafe: true, reason: `not proven: ${failure}`, edits: [] };
}

function reportOf(
  file: SourceFile,
  language: Language,
  change: FileChange,
  reason: string | undefined,
  failed: boolean,
): FileReport {
  const status: FileStatus = failed ? 'failed' : change.edits.length > 0 ? 'changed' : 'clean';
  const imports =
    change.module && !failed
      ? [
          {
            module: change.module.file,
            specifier: change.module.specifier,
            names: change.constants,
            ...(change.module.beside ? { beside: change.module.beside } : {}),
          },
        ]
      : [];
  return {
    path: file.path,
    language: language.name,
    status,
    edits: failed ? [] : change.edits,
    imports,
    ...(reason ? { reason } : {}),
  };
}
