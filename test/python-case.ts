import { inOrder, splice } from '../src/core/edits.ts';
import { importable } from '../src/core/importable.ts';
import type { Bound, Literal, ModuleRef, Placement, Reading } from '../src/types/language.ts';
import type { Binding } from '../src/types/policy.ts';
import type { SourceFile, Span } from '../src/types/source.ts';
import { language } from '../transforms/python/language.ts';

const binding = (name: string, value: string, part: Binding['part']): Binding => ({
  name,
  value,
  service: 'staging.backend',
  part,
});

export const MODULE: ModuleRef = {
  file: 'shared/domain_config.py',
  specifier: 'shared.domain_config',
  bindings: [binding('API_HOST', 'new.ex.ai', 'host'), binding('API_URL', 'https://new.ex.ai', 'url')],
};

export const file = (text: string, path = 'app/client.py'): SourceFile => ({ path, text, encoding: 'utf8' });

export const write = language.write!;

/** The spans of the canonical host in a text: where core would look for literals. */
function hitsOf(text: string): Span[] {
  return [...text.matchAll(/new\.ex\.ai/g)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

export function readText(text: string): Reading {
  return language.read(file(text), hitsOf(text));
}

/** The literals' texts by a property that only some have. */
export function textsBy(text: string, property: 'use' | 'blocked' | 'kind' | 'joined'): [string, unknown][] {
  return readText(text).literals.map((literal) => [text.slice(literal.span.start, literal.span.end), literal[property]]);
}

/** One placement per host in a string, of the URL's constant where the scheme stands before it. */
export function placementsOf(source: SourceFile): Placement[] {
  const { literals } = language.read(source, hitsOf(source.text));
  return literals
    .filter((literal) => literal.kind === 'string' && literal.blocked === undefined)
    .flatMap((literal) =>
      hitsOf(source.text)
        .filter(within(literal))
        .map((hit) => placement(source, literal, hit)),
    );
}

const within =
  ({ body }: Literal) =>
  (hit: Span): boolean =>
    hit.start >= body.start && hit.end <= body.end;

function placement({ text }: SourceFile, literal: Literal, hit: Span): Placement {
  const scheme = text.slice(0, hit.start).endsWith('https://') ? 'https://'.length : 0;
  return { literal, span: { start: hit.start - scheme, end: hit.end }, binding: MODULE.bindings[scheme > 0 ? 1 : 0]! };
}

/** Binds all placements of a text, again without the refused ones, and gives the text after all edits. */
export function migrate(text: string, path?: string, module: ModuleRef = MODULE): { output: string; refused: string[] } {
  const source = file(text, path);
  let placements = placementsOf(source);
  const refused: string[] = [];
  let bound: Bound = write.bind(
    source,
    placements,
    importable(module, () => module),
  );
  while (bound.refused.size > 0) {
    refused.push(...[...bound.refused.values()].map(({ code }) => code));
    const without = bound.refused;
    placements = placements.filter(({ literal }) => !without.has(literal));
    bound = write.bind(
      source,
      placements,
      importable(module, () => module),
    );
  }
  const edits = [...bound.edits];
  for (const literal of new Set(placements.map((one) => one.literal))) {
    const fills = placements
      .filter((one) => one.literal === literal)
      .map((one) => ({ span: one.span, name: bound.names.get(one)! }));
    edits.push(...write.render(source, literal, fills));
  }
  return { output: splice(text, inOrder(edits)), refused };
}

/** Whether two texts are one program for the proof. */
export function isSameProgram(before: string, after: string, module: ModuleRef = MODULE): boolean {
  const [a, b] = [write.outline(file(before), module), write.outline(file(after), module)];
  return a.errors === b.errors && JSON.stringify([a.items, a.unused]) === JSON.stringify([b.items, b.unused]);
}
