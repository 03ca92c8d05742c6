import type { ModuleRef, Outline } from '../../../src/types/language.ts';
import type { SourceFile, Span } from '../../../src/types/source.ts';
import { outline as outlineScript } from '../../typescript/proof/outline.ts';
import { scriptsOf } from '../parse/scripts.ts';

/** The scripts as the programs that they are, everything around them as it is written. */
export function outline(file: SourceFile, module: ModuleRef): Outline {
  const items: string[] = [];
  const unused: string[] = [];
  const imports: Span[] = [];
  let errors = 0;
  let at = 0;
  for (const { span, view } of scriptsOf(file)) {
    items.push(`around ${file.text.slice(at, span.start)}`);
    const script = outlineScript(view, module);
    errors += script.errors;
    items.push(...(script.errors === 0 ? script.items : [`unread ${file.text.slice(span.start, span.end)}`]));
    unused.push(...script.unused);
    imports.push(...script.imports);
    at = span.end;
  }
  return { errors, items: [...items, `around ${file.text.slice(at)}`], unused, imports };
}
