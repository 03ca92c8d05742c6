import { moduleProfileOf, profileNamed } from '../../transforms/languages.ts';
import { compileAnchors } from '../core/anchors.ts';
import { type Governed, governedHosts } from '../core/governed.ts';
import { compileMatcher } from '../core/match.ts';
import { compileScope } from '../core/scope.ts';
import { DIRECTIVE_STEM, type Suppressions } from '../core/suppress.ts';
import { isTooDeep } from '../core/too-deep.ts';
import type { Constraint } from '../types/constraint.ts';
import type { Language } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';
import { attemptAt } from './attempt.ts';
import { compileConstraints, constraintsOn } from './constraints.ts';
import { countsOf } from './counts.ts';
import type { FilePlan, Planner, PlannerOptions } from './file-plan.ts';
import { fileReport } from './file-report.ts';
import { findingsOf, type Remark } from './findings.ts';
import { keyedOf } from './keyed.ts';
import type { Compiled, Known } from './known.ts';
import { lackingImport, wordOf } from './lacking-import.ts';
import { provedChange } from './proved-change.ts';
import { withinReach } from './too-long.ts';

/** Compiles a policy into the planner of single files. */
export function createPlanner({ unreachable, ...options }: PlannerOptions): Planner {
  const anchors = compileAnchors(options.policy);
  const scope = compileScope(options.policy, moduleProfileOf);
  const lacks = (module: DomainModule | undefined, path: string): Reason | undefined => {
    const where = module && unreachable?.(module, path);
    return where === undefined ? undefined : { code: 'missing-in-package', detail: { where } };
  };
  const compiled: Compiled = { ...options, matcher: compileMatcher(options.policy), scope, lacks };
  const planned = (file: SourceFile, ofPath: Language, given: readonly Constraint[]): FilePlan | undefined => {
    const found = governedHosts(file.text, anchors, compiled.matcher);
    if (found.length === 0 && !unreachable && !file.text.includes(DIRECTIVE_STEM)) return undefined;
    return planKnown(knownOf(file, withinReach(ofPath, file), found, compiled, given), compiled);
  };
  return {
    mayLack(path, language, holds) {
      const module = unreachable && scope.module(path, language);
      return module !== undefined && holds(wordOf(module)) && lacks(module, path) !== undefined;
    },
    plan(file, language, given = []) {
      try {
        return planned(file, language, given);
      } catch (error) {
        if (!isTooDeep(error)) throw error;
        return planned({ ...file, doubt: { code: 'nested-too-deeply' } }, language, given);
      }
    },
  };
}

/** The language of the domain modules that files of a language import. */
function importsOf({ name }: Language): string {
  return profileNamed(name)?.imports ?? name;
}

function knownOf(
  file: SourceFile,
  language: Language,
  found: readonly Governed[],
  { policy, scope, lacks }: Compiled,
  given: readonly Constraint[],
): Known {
  const module = language.write ? scope.module(file.path, importsOf(language)) : undefined;
  const doubt = file.doubt ?? language.doubtOf?.(file);
  const constraints = compileConstraints(constraintsOn(file, policy, scope, doubt, given));
  return { file, language, found, module, lacking: lacks(module, file.path), doubt, constraints };
}

function planKnown(known: Known, compiled: Compiled): FilePlan | undefined {
  const { file, found, constraints } = known;
  const lacking = lackingIn(known, compiled);
  if (found.length === 0 && !lacking && !file.text.includes(DIRECTIVE_STEM)) return undefined;
  const { reading, suppressions, decided } = attemptAt(known, compiled);
  const proved = provedChange(known, compiled, decided, suppressions);
  const remarks = constraints.keep ? [] : remarksOf(lacking, suppressions);
  if (found.length === 0 && !lacking && remarks.length === 0) return undefined;
  const { change, decisions, failure } = proved;
  return {
    report: fileReport(known, proved, reading.failure),
    findings: findingsOf(file, decisions, remarks, compiled.policy),
    counts: countsOf(change.decisions, failure !== undefined),
    ...(constraints.isPast ? {} : keyedOf(file, decisions)),
    output: failure === undefined ? change.output : file.text,
  };
}

/** The import of a module that is missing where the file is packaged. */
function lackingIn({ file, language, module, lacking, doubt }: Known, { resolve }: Compiled): Remark | undefined {
  return lacking && !doubt ? lackingImport(file, language, module!, resolve, lacking) : undefined;
}

function remarksOf(lacking: Remark | undefined, suppressions: Suppressions): Remark[] {
  const told = lacking && suppressions.serve(lacking.at, lacking.rule) === undefined ? [lacking] : [];
  const faults = suppressions.faults().map((fault) => ({ rule: 'bad-suppression' as const, context: 'comment', ...fault }));
  return [...told, ...faults];
}
