import type { Span } from '../../../src/types/source.ts';

/** What prefix and quotes of a string token say about the text between them. */
export interface Shape {
  readonly prefix: string;
  readonly quote: string;
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
  readonly body: Span;
}

/** The shape of the string token at `text.slice(start, end)`. */
export function shapeOf(text: string, start: number, end: number): Shape {
  const [, prefix = '', quote = ''] = /^([A-Za-z]*)("""|'''|"|')/.exec(text.slice(start, Math.min(end, start + 5))) ?? [];
  return {
    prefix,
    quote,
    raw: /r/i.test(prefix),
    bytes: /b/i.test(prefix),
    format: /f/i.test(prefix),
    body: { start: start + prefix.length + quote.length, end: end - quote.length },
  };
}
