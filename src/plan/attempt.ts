import { constantNames, type Spots } from '../core/constant-names.ts';
import type { Governed } from '../core/governed.ts';
import { innermostFinder } from '../core/innermost.ts';
import type { Decision, Occurrence } from '../core/occurrence.ts';
import { DIRECTIVE_STEM, readSuppressions, type Suppressions } from '../core/suppress.ts';
import type { ModuleRef, Reading } from '../types/language.ts';
import { decide } from './decide.ts';
import type { Compiled, Known } from './known.ts';
import { NOTHING_READ, orNothing, readSafely } from './read-safely.ts';
import { unsettledHits } from './settled.ts';

/** What was decided from one reading; each has suppressions of its own, as deciding uses them up. */
export interface Attempt {
  readonly reading: Reading;
  readonly suppressions: Suppressions;
  readonly decided: readonly Decision[];
}

/** Decides the hosts of a file from as little of it as is certain to give the same as all of it. */
export function attemptAt(known: Known, compiled: Compiled): Attempt {
  const { file, language, found, module } = known;
  const unread = withoutReading(known, compiled);
  if (unread) return attemptWith(known, compiled, unread);
  const spots = { hits: found.map(({ hit }) => hit), constants: constantNames(file.text, module) };
  return attemptAtAGlance(known, compiled, spots) ?? attemptWith(known, compiled, readSafely(file, language, spots));
}

function attemptWith({ file, found, module, constraints }: Known, compiled: Compiled, reading: Reading): Attempt {
  const { policy, matcher, unsafe, scope, today } = compiled;
  const suppressions = readSuppressions(file, today);
  const settled = scope.settledIn(file.path);
  const situation = { text: file.text, policy, matcher, module, unsafe, suppressions, constraints, settled };
  return { reading, suppressions, decided: decide(file, reading, occurrencesOf(found, reading), situation) };
}

/** What stands for the reading of a file that need not be read; `undefined` where it has to be. */
function withoutReading(known: Known, compiled: Compiled): Reading | undefined {
  if (known.constraints.keep || known.doubt || !needsReading(known, compiled)) return NOTHING_READ;
  return isSettled(known, compiled) ? NOTHING_READ : undefined;
}

/** A file is parsed only when an occurrence in it may have to change; a text also where it may be a record that is kept. */
function needsReading({ found, module, language }: Known, { matcher, policy: { emails } }: Compiled): boolean {
  return found.some(
    ({ hit, standing }) =>
      (hit.form !== 'email' || emails === 'literal' || emails === 'reference') &&
      (standing.state === 'retired' ||
        (standing.state === 'canonical' && module !== undefined) ||
        (standing.state === 'partial' && !language.write) ||
        matcher.completions(hit.host).length > 0),
  );
}

/** Whether it is certain, without reading the file, that no constant takes a host's place and no host is a part of another one. */
function isSettled({ file, language, found, module, lacking }: Known, { matcher, scope, resolve }: Compiled): boolean {
  const hits = unsettledHits(found, module, matcher);
  if (!hits) return false;
  // Where nothing can be written but text, no name takes a host's place and no text is joined to another.
  if (hits.length === 0 || !language.write) return true;
  // A suppression is used up by a reference even when no import can serve it.
  if (file.text.includes(DIRECTIVE_STEM)) return false;
  if (lacking && scope.delivery(file.path) === 'reference') return false;
  const importable = (): ModuleRef | undefined => {
    const offered = module && !lacking ? resolve(module, file) : undefined;
    return offered && !('refused' in offered) ? offered.reference() : undefined;
  };
  return orNothing(() => language.write?.excludes?.(file, hits, importable)) ?? false;
}

/** A file in which nothing changes needs no more than a glance; to edit it, all of it is read. */
function attemptAtAGlance(known: Known, compiled: Compiled, { hits, constants }: Spots): Attempt | undefined {
  const { file, language } = known;
  const reading = orNothing(() => language.glance?.(file, hits, constants));
  const made = reading && attemptWith(known, compiled, reading);
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
  return found.map(({ hit, standing }) => ({ hit, standing, literal: literalOf(standing.span) ?? literalOf(hit) }));
}
