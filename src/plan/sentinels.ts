import { splice } from '../core/edits.ts';
import type { Decision } from '../core/occurrence.ts';
import { remembering } from '../core/remembering.ts';
import type { ModuleRef } from '../types/language.ts';
import type { Binding } from '../types/policy.ts';
import type { Edit } from '../types/source.ts';

/** The module with values that say which constant they are, so that two of one value differ, and a text differs from a constant. */
export function markedModule(module: ModuleRef): ModuleRef {
  return { ...module, bindings: markedBindings(module.bindings) };
}

/** Characters of the private use area, which no language gives a meaning. */
function markedValue({ name, value }: Binding, bindings: readonly Binding[]): string {
  return `\uE000${bindings.findIndex((binding) => binding.name === name)}\uE001${value}`;
}

/** Remembered, as the files of a module have the same. */
const markedBindings = remembering((bindings: readonly Binding[]): readonly Binding[] =>
  bindings.map((binding) => ({ ...binding, value: markedValue(binding, bindings) })),
);

/** For every occurrence that changes, the edits that put canonical characters in place of the retired ones. */
export function mappedEdits(decisions: readonly Decision[]): Edit[] {
  return decisions.flatMap(({ verdict, occurrence: { standing } }) =>
    (verdict === 'reference' || verdict === 'literal') && standing.state === 'retired' ? standing.edits : [],
  );
}

/** As `mappedEdits`, with the marked value of a constant where one is to stand; or why its value is not what stands there. */
export function markedEdits(text: string, decisions: readonly Decision[], module: ModuleRef): Edit[] | string {
  const edits: Edit[] = [];
  for (const decision of decisions) {
    const mapped = mappedEdits([decision]);
    if (!decision.placement) {
      edits.push(...mapped);
      continue;
    }
    const { span, binding } = decision.placement;
    const inside = mapped.filter(({ start, end }) => start >= span.start && end <= span.end);
    const said = splice(text, inside, span);
    if (said !== binding.value) return `another value: ${JSON.stringify(said)} is not that of ${binding.name}`;
    edits.push({ start: span.start, end: span.end, text: markedValue(binding, module.bindings) });
    for (const edit of mapped) if (!inside.includes(edit)) edits.push(edit);
  }
  return edits;
}
