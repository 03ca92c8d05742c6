import type { Decision } from '../core/occurrence.ts';
import type { Suppressions } from '../core/suppress.ts';
import { isTooDeep } from '../core/too-deep.ts';
import { changeFile, type FileChange } from './change.ts';
import { withheld } from './decide.ts';
import type { Compiled, Known } from './known.ts';
import { unproven } from './verify.ts';

/** The change of a file, and whether it is proved. */
export interface Proved {
  readonly change: FileChange;
  /** After the proof: without it, what would change is for review. */
  readonly decisions: readonly Decision[];
  /** Why the change is not proved. */
  readonly failure?: string | undefined;
}

/** Makes the edits of a file and proves them. */
export function provedChange(known: Known, compiled: Compiled, decided: readonly Decision[], suppressions: Suppressions): Proved {
  const { file, language } = known;
  let change: FileChange = { decisions: decided, edits: [], output: file.text, constants: [] };
  let failure: string | undefined;
  try {
    const made = changeFile(file, language, decided, resolverFor(known, compiled));
    change = { ...made, decisions: made.decisions.map((decision) => suppressed(decision, suppressions)) };
    if (change.edits.length > 0 || change.output !== file.text) failure = unproven(file, language, change);
  } catch (error) {
    if (isTooDeep(error)) throw error;
    failure = `internal error: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (failure === undefined) return { change, decisions: change.decisions };
  const reason = { code: 'not-proven', detail: { failure } } as const;
  return { change, decisions: change.decisions.map((decision) => withheld(decision, 'needs-review', reason)), failure };
}

function resolverFor({ file, module, lacking }: Known, { resolve, scope }: Compiled) {
  if (!module) return undefined;
  if (!lacking) return () => resolve(module, file);
  return () => ({ refused: lacking, insisted: scope.delivery(file.path) === 'reference' });
}

/** A comment may say that what cannot be imported stays as it is. */
function suppressed(decision: Decision, suppressions: Suppressions): Decision {
  if (decision.rule !== 'unimportable-module') return decision;
  const why = suppressions.serve(decision.occurrence.hit.start, decision.rule);
  if (why === undefined) return decision;
  return { ...decision, verdict: 'suppressed', unsafe: false, reason: { code: 'suppressed', detail: { why } } };
}
