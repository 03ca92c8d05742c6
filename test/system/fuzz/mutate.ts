import type { Choices } from './choices.ts';

const SCRAPS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '`',
  '"""',
  '\\',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\f',
  '\0x',
  ' ',
  ';',
  ',',
  ':',
  '#',
  '//',
  '/*',
  '*/',
  '<',
  '>',
  '$',
  '${',
  'f"',
  'r"',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  '😀',
  'é',
  'e\u0301',
  'https://api.old.ex.ai',
  'api.old.ex.ai',
  'STAGING_BACKEND_URL',
  'import ',
  'async ',
  'lambda ',
  '=>',
  '==',
  '!=',
];

/** The text with one accident: something lost, doubled, exchanged or strewn in, or its beginning, line ends or blanks written in another way. */
export function mutate(c: Choices, text: string): string {
  const at = (): number => c.below(text.length + 1);
  const span = (): [number, number] => {
    const start = at();
    return [start, Math.min(text.length, start + 1 + c.below(c.pick([3, 12, 80])))];
  };
  return c.pick([
    () => {
      const [start, end] = span();
      return text.slice(0, start) + text.slice(end);
    },
    () => {
      const [start, end] = span();
      return text.slice(0, end) + text.slice(start);
    },
    () => {
      const [start, end] = span();
      const to = Math.min(text.length, end + c.below(40));
      return text.slice(0, start) + text.slice(end, to) + text.slice(start, end) + text.slice(to);
    },
    () => {
      const start = at();
      return text.slice(0, start) + c.pick(SCRAPS) + text.slice(start);
    },
    () => text.replaceAll('\n', '\r\n'),
    () => text.replaceAll('\n', '\r'),
    () => text.replaceAll('\n', () => c.pick(['\n', '\r\n'])),
    () => text.replaceAll('    ', '\t'),
    () => text.replace(/\n$/, ''),
    () => text.replaceAll(/^/gm, '  '),
    () => text.replaceAll('\n', '\n\f'),
    () => text.replaceAll('old.ex.ai', () => c.pick(['old.ex.ai', 'OLD.ex.ai', 'old.ex.ai.', 'new.ex.ai'])),
    () => text.slice(0, at()),
    () => `\ufeff${text}`,
  ])();
}
