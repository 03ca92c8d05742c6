import { rootOf } from '../../src/core/access-path.ts';
import type { Bound, Importable, Literal, ModuleRef, Placement } from '../../src/types/language.ts';
import type { Reason } from '../../src/types/reason.ts';
import type { Edit, SourceFile } from '../../src/types/source.ts';
import { bind as bindScript } from '../typescript/bind.ts';
import { importedNames } from '../typescript/import-of.ts';
import { type Script, scriptsOf } from './parse/scripts.ts';
import { within } from './read.ts';

/** As for a TypeScript file, in each script by itself. */
export function bind(file: SourceFile, placements: readonly Placement[], module: Importable): Bound {
  const edits: Edit[] = [];
  const names = new Map<Placement, string>();
  const refused = new Map<Literal, Reason>();
  for (const script of scriptsOf(file)) {
    const inside = placements.filter(({ literal }) => within(script, literal.span));
    if (inside.length === 0) continue;
    const bound = bindScript(script.view, inside, module);
    const seen =
      bound.names.size > 0 &&
      script.imports === 'component' &&
      standsOutside(file, script, [...bound.names.values()], module.reference());
    for (const [literal, reason] of bound.refused) refused.set(literal, reason);
    if (seen) for (const { literal } of inside) refused.set(literal, { code: 'name-in-component' });
    else {
      edits.push(...bound.edits);
      for (const [placement, name] of bound.names) names.set(placement, name);
    }
  }
  return { edits, names, refused };
}

/**
 * The template, and other scripts that share its names, see what a script imports; a constant that they name already, whichever it is, may be
 * theirs, unless the script imports it now. Whether an import is to be added does not matter, or the next run would decide otherwise.
 */
function standsOutside(file: SourceFile, script: Script, bound: readonly string[], module: ModuleRef): boolean {
  const names = [...bound, ...module.bindings.map(({ name }) => name)].map(rootOf);
  const own = importedNames(script.view, module);
  const outside: string[] = [];
  let from = 0;
  for (const { span, imports } of scriptsOf(file)) {
    if (span !== script.span && imports === 'component') continue;
    outside.push(file.text.slice(from, span.start));
    from = Math.max(from, span.end);
  }
  outside.push(file.text.slice(from));
  return names.some((name) => !own.has(name) && outside.some((text) => text.includes(name)));
}
