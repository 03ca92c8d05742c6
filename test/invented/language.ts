import type { Bound, Importable, Language, Literal, ModuleRef, Outline, Placement, Reading } from '../../src/types/language.ts';
import type { Edit, SourceFile, Span } from '../../src/types/source.ts';
import { type Line, linesOf } from './grammar.ts';

export const language: Language = { name: 'invented', read, write: { bind, render, outline } };

function read({ text }: SourceFile, hits: readonly Span[]): Reading {
  const holds = ({ start, end }: Span): boolean => hits.some((hit) => start <= hit.start && hit.end <= end);
  const literals = linesOf(text).flatMap((line): Literal[] => {
    const place = { span: line.span, labels: [], scope: '' };
    if (line.kind === 'comment') return [{ ...place, body: line.span, kind: 'comment' }];
    if (line.kind !== 'assignment') return [];
    return line.parts.flatMap(({ span, text: said }, index): Literal[] => {
      if (said === undefined) return [];
      const body = { start: span.start + 1, end: span.end - 1 };
      return [{ ...place, span, body, kind: 'string', labels: [line.name], joined: index > 0 }];
    });
  });
  return { literals: literals.filter(({ body }) => holds(body)), relations: [] };
}

/** A name is used as it is where the file imports it, and imported above all else where it does not. */
function bind({ text }: SourceFile, placements: readonly Placement[], importable: Importable): Bound {
  const { specifier } = importable.reference();
  const lines = linesOf(text);
  const here = new Set(lines.flatMap((line) => (line.kind === 'use' && line.path === specifier ? [line.name] : [])));
  const taken = new Set(lines.flatMap((line) => (line.kind === 'assignment' ? [line.name] : [])));
  const refused = new Map();
  const names = new Map<Placement, string>();
  for (const placement of placements) {
    const { name } = placement.binding;
    if (taken.has(name)) refused.set(placement.literal, { code: 'no-place-for-import' });
    else names.set(placement, name);
  }
  const missing = [...new Set(names.values())].filter((name) => !here.has(name)).sort();
  const added = missing.map((name) => `use ${name} from "${specifier}"\n`).join('');
  return { edits: added === '' ? [] : [{ start: 0, end: 0, text: added }], names, refused };
}

/** `"before" + NAME + "behind"`. */
function render(
  { text }: SourceFile,
  { span, body }: Literal,
  fills: readonly { readonly span: Span; readonly name: string }[],
): Edit[] {
  const parts: string[] = [];
  let at = body.start;
  for (const fill of fills) {
    if (at < fill.span.start) parts.push(`"${text.slice(at, fill.span.start)}"`);
    parts.push(fill.name);
    at = fill.span.end;
  }
  if (at < body.end) parts.push(`"${text.slice(at, body.end)}"`);
  return [{ ...span, text: parts.join(' + ') }];
}

/** Assignments with the constants of the module folded in, and comments as they stand. */
function outline({ text }: SourceFile, module: ModuleRef): Outline {
  const lines = linesOf(text);
  const uses = lines.filter((line) => line.kind === 'use' && line.path === module.specifier);
  const imported = new Set(uses.flatMap((line) => (line.kind === 'use' ? [line.name] : [])));
  const textOf = (name: string): string | undefined =>
    imported.has(name) ? module.bindings.find((binding) => binding.name === name)?.value : undefined;
  const mentioned = new Set(lines.flatMap((line) => (line.kind === 'assignment' ? line.parts.map(({ name }) => name) : [])));
  return {
    errors: lines.filter(({ kind }) => kind === 'error').length,
    items: lines.filter((line) => !uses.includes(line) && line.kind !== 'blank').map((line) => itemOf(text, line, textOf)),
    unused: [...imported].filter((name) => !mentioned.has(name)),
    imports: uses.map(({ span }) => span),
  };
}

function itemOf(text: string, line: Line, textOf: (name: string) => string | undefined): string {
  if (line.kind !== 'assignment') return text.slice(line.span.start, line.span.end);
  const parts = line.parts.map(({ name, text: said }) => said ?? textOf(name!) ?? `\0${name}\0`);
  return `${line.name} = ${parts.join('')}`;
}
