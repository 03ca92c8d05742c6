import { splice } from '../core/edits.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Literal, Placement } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { Edit } from '../types/source.ts';
import { bindingFor } from './constant-for.ts';
import type { Situation } from './situation.ts';

/** Where a constant goes, and what stays text beside it; or why there can be none. */
export type Reference = { readonly placement: Placement; readonly edits: readonly Edit[] } | { readonly refused: Reason };

/** Where the constant of an occurrence goes. */
export function referenceFor(occurrence: Occurrence, situation: Situation): Reference {
  const module = moduleFor(occurrence.literal, situation);
  if ('refused' in module) return module;
  const found = bindingFor(occurrence, module.bindings);
  if ('refused' in found || says(situation.text, occurrence, found.placement)) return found;
  return { refused: { code: 'other-spelling' } };
}

/** The module of whose constants one may stand in a text, or why none may. */
export function moduleFor(
  literal: Literal | undefined,
  { constraints, module }: Pick<Situation, 'constraints' | 'module'>,
): DomainModule | { readonly refused: Reason } {
  if (literal?.kind !== 'string') return { refused: noNameIn(literal) };
  if (constraints.literal) return { refused: constraints.literal };
  if (!module) return { refused: { code: 'no-module' } };
  return literal.blocked ? { refused: literal.blocked } : module;
}

/** Whether the constant is what stands there, hosts mapped, to the letter: a program may compare it. */
function says(text: string, { standing }: Occurrence, { span, binding }: Placement): boolean {
  const edits =
    standing.state === 'retired' ? standing.edits.filter(({ start, end }) => span.start <= start && end <= span.end) : [];
  return splice(text, edits, span) === binding.value;
}

/** The reason of a text in which no name can stand, by its kind. */
function noNameIn(literal: Literal | undefined): Reason {
  const kind = literal?.kind ?? 'code';
  return { code: 'no-name-in-text', detail: { kind: kind === 'prose' ? 'text' : kind } };
}
