import { toldPast } from '../core/records.ts';
import type { Scope } from '../core/scope.ts';
import { generatedFile } from '../guards/file/generated-file.ts';
import type { Constraint } from '../types/constraint.ts';
import type { Policy } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';

/** What the constraints of a file come to. */
export interface Constraints {
  /** Why everything stays, and nobody is asked. */
  readonly keep?: Reason | undefined;
  /** Why a person decides about everything. */
  readonly review?: Reason | undefined;
  /** Why no constant stands in the file. */
  readonly literal?: Reason | undefined;
  /** Nothing in the file may be rewritten, whoever wants it. */
  readonly isFirm: boolean;
  /** The file tells what was: its keys are linked to no others. */
  readonly isPast: boolean;
  /** Why a key is for review, by its text. */
  readonly keys: ReadonlyMap<string, Reason>;
  /** Why a place stays that would change, by the offset at which the host begins. */
  readonly unchanged: ReadonlyMap<number, Reason>;
}

/**
 * The constraints of a file in the order in which they are asked: of each verdict the first counts. `doubt`: why a program may read the file
 * otherwise; `given`: what a run has found, or a person has said.
 */
export function constraintsOn(
  { path, text }: SourceFile,
  policy: Policy,
  scope: Scope,
  doubt: Reason | undefined,
  given: readonly Constraint[],
): Constraint[] {
  const generated = generatedFile(path, text);
  const delivery = scope.delivery(path);
  const past = delivery === undefined ? toldPast(path) : undefined;
  const sources: readonly (Constraint | false | undefined)[] = [
    path === policy.configFile && { where: 'file', verdict: 'keep', reason: { code: 'configuration-file' } },
    generated && { where: 'file', verdict: 'keep', reason: { code: generated } },
    delivery === 'keep' && { where: 'file', verdict: 'keep', reason: { code: 'kept-by-configuration' } },
    scope.adopts(path) && { where: 'file', verdict: 'review', reason: { code: 'adopted-module' }, firm: true },
    doubt && { where: 'file', verdict: 'review', reason: doubt, firm: true },
    ...given,
    past !== undefined && { where: 'file', verdict: 'review', reason: { code: 'past-record', detail: { kind: past } } },
    delivery === 'literal' && { where: 'file', verdict: 'literal', reason: { code: 'literal-by-configuration' } },
  ];
  return sources.filter((one) => one !== undefined && one !== false);
}

/** Puts together what is asked of each place. */
export function compileConstraints(constraints: readonly Constraint[]): Constraints {
  const ofFile = constraints.filter(({ where }) => where === 'file');
  const first = (verdict: Constraint['verdict']): Reason | undefined => ofFile.find((one) => one.verdict === verdict)?.reason;
  const keys = new Map<string, Reason>();
  const unchanged = new Map<number, Reason>();
  for (const { where, reason } of constraints) {
    if (where === 'file') continue;
    if ('key' in where) keys.set(where.key, reason);
    else unchanged.set(where.at, reason);
  }
  return {
    keep: first('keep'),
    review: first('review'),
    literal: first('literal'),
    isFirm: constraints.some(({ firm }) => firm === true),
    isPast: constraints.some(({ reason }) => reason.code === 'past-record'),
    keys,
    unchanged,
  };
}
