import { rootOf } from '../core/access-path.ts';
import { inOrder, splice } from '../core/edits.ts';
import type { Decision } from '../core/occurrence.ts';
import type { Bound, Importable, Language, Literal, ModuleRef, Placement } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { Edit, SourceFile } from '../types/source.ts';
import { withheld } from './decide.ts';

/** A file as it will be: the decisions after binding, the edits in order, and the text they make. */
export interface FileChange {
  readonly decisions: readonly Decision[];
  readonly edits: readonly Edit[];
  readonly output: string;
  /** The constants that the file imports for its references, with the module as the file names it. */
  readonly module?: ModuleRef | undefined;
  readonly constants: readonly string[];
}

/** Why a file cannot import the module. `insisted`: the configuration wants references there all the same. */
interface Refusal {
  readonly refused: Reason;
  readonly insisted?: boolean;
}

/** Gives the module as a file may import it, or the reason why the file cannot. */
export type ModuleResolver = (module: DomainModule, file: SourceFile) => Importable | Refusal;

/** Binds references, turns refused ones into literals, or leaves them for review where references are insisted on, and makes the edits of a file. Throws when edits overlap: a defect of a language. */
export function changeFile(
  file: SourceFile,
  language: Language,
  decided: readonly Decision[],
  resolve: (() => ReturnType<ModuleResolver>) | undefined,
): FileChange {
  let decisions = decided;
  let bound: Bound | undefined;
  let module: Importable | undefined;
  for (let placements = placementsOf(decisions); placements.length > 0; placements = placementsOf(decisions)) {
    const resolved = module ?? resolve!();
    if ('refused' in resolved) {
      decisions = resolved.insisted
        ? heldBack(decisions, resolved.refused)
        : withoutRefused(decisions, new Map(placements.map(({ literal }) => [literal, resolved.refused])));
      break;
    }
    module = resolved;
    bound = language.write!.bind(file, placements, module);
    if (bound.refused.size === 0) break;
    decisions = withoutRefused(decisions, bound.refused);
    bound = undefined;
  }
  const names = bound?.names ?? new Map<Placement, string>();
  const edits = [...(bound?.edits ?? []), ...literalEdits(decisions), ...referenceEdits(file, language, names)];
  const sorted = inOrder(edits);
  const constants = [...new Set([...names.keys()].map((placement) => rootOf(placement.binding.name)))].sort();
  return {
    decisions,
    edits: sorted,
    output: splice(file.text, sorted),
    module: names.size > 0 ? module?.reference() : undefined,
    constants,
  };
}

function placementsOf(decisions: readonly Decision[]): Placement[] {
  return decisions.flatMap((decision) => (decision.placement ? [decision.placement] : []));
}

function withoutRefused(decisions: readonly Decision[], refused: ReadonlyMap<Literal, Reason>): Decision[] {
  return decisions.map((decision) => {
    const reason = decision.placement && refused.get(decision.placement.literal);
    if (reason === undefined) return decision;
    const { standing } = decision.occurrence;
    const isRetired = standing.state === 'retired';
    const edits = isRetired ? standing.edits : [];
    return { ...decision, placement: undefined, verdict: isRetired ? 'literal' : 'current', reason, edits };
  });
}

/** For review: there is no right way to write what is insisted on. What else the program reads stays with it. */
function heldBack(decisions: readonly Decision[], reason: Reason): Decision[] {
  return decisions.map((decision) => {
    const kind = decision.verdict === 'literal' ? decision.occurrence.literal?.kind : undefined;
    const isRead = decision.placement !== undefined || kind === 'string' || kind === 'bytes';
    return isRead ? withheld(decision, 'unimportable-module', reason) : decision;
  });
}

function literalEdits(decisions: readonly Decision[]): Edit[] {
  return decisions.flatMap((decision) => decision.edits);
}

function referenceEdits(file: SourceFile, language: Language, names: ReadonlyMap<Placement, string>): Edit[] {
  const byLiteral = new Map<Literal, { span: Placement['span']; name: string }[]>();
  for (const [placement, name] of names) {
    const fills = byLiteral.get(placement.literal) ?? [];
    fills.push({ span: placement.span, name });
    byLiteral.set(placement.literal, fills);
  }
  return [...byLiteral].flatMap(([literal, fills]) =>
    language.write!.render(
      file,
      literal,
      fills.sort((a, b) => a.span.start - b.span.start),
    ),
  );
}
