import type { Span } from '../../src/types/source.ts';

/** A text between its quotes, or a name. */
interface Part {
  readonly span: Span;
  readonly text?: string | undefined;
  readonly name?: string | undefined;
}

/** One line of the language. */
export type Line =
  | { readonly kind: 'use'; readonly span: Span; readonly name: string; readonly path: string }
  | { readonly kind: 'assignment'; readonly span: Span; readonly name: string; readonly parts: readonly Part[] }
  | { readonly kind: 'comment' | 'blank' | 'error'; readonly span: Span };

/** The lines of a text, without their line endings. */
export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((written) => {
    const span = { start, end: start + written.length };
    start = span.end + 1;
    return lineOf(written.trimEnd(), span);
  });
}

function lineOf(written: string, span: Span): Line {
  const [, used, path] = /^use (\w+) from "([^"]*)"$/.exec(written) ?? [];
  if (used !== undefined && path !== undefined) return { kind: 'use', span, name: used, path };
  const [, name, equals, value] = /^(\w+)( = )(.+)$/.exec(written) ?? [];
  if (name === undefined || !/^(?:"[^"]*"|\w+)(?: \+ (?:"[^"]*"|\w+))*$/.test(value!))
    return { kind: written === '' ? 'blank' : written.startsWith('#') ? 'comment' : 'error', span };
  const from = span.start + name.length + equals!.length;
  const parts = [...value!.matchAll(/"([^"]*)"|\w+/g)].map(({ 0: whole, 1: text, index }): Part => {
    const place = { start: from + index, end: from + index + whole.length };
    return text === undefined ? { span: place, name: whole } : { span: place, text };
  });
  return { kind: 'assignment', span, name, parts };
}
