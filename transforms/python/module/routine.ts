import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import { filled } from '../../../src/core/layout/prose.ts';
import type { Style } from '../../../src/types/module.ts';
import { inParentheses, python } from './layout.ts';

/** A docstring, one step in, with its first line behind the quotes. */
export function docstring(paragraphs: readonly string[], style: Style): string[] {
  const columns = Math.min(style.width, 100) - style.indentWidth;
  const [first, ...rest] = paragraphs.map((text) => filled(text, columns - 3));
  if (rest.length === 0 && first!.length === 1 && first![0]!.length + 6 <= columns) return [`    """${first![0]}"""`];
  const below = rest.flatMap((lines) => ['', ...lines.map((text) => `    ${text}`)]);
  return [`    """${first![0]}`, ...first!.slice(1).map((text) => `    ${text}`), ...below, '    """'];
}

/** A function; its lines are indented as it is. */
export function routine(
  name: string,
  parameters: readonly string[],
  returns: string,
  lines: readonly string[],
  style: Style,
): string {
  const made = inParentheses(parameters.map(fixed), style);
  return `${line(around(`def ${name}`, made, ` -> ${returns}:`), style)}${python(lines, style)}`;
}
