import type { Group } from './generate.ts';
import { around, fixed, line } from './layout.ts';
import { assignment, exploded, quoted } from './layout-python.ts';
import type { Style } from './style/style.ts';

/** A Python module (3.8 and later) that imports nothing but `typing`. */
export function generatePython(header: readonly string[], groups: readonly Group[], style: Style): string {
  const names = groups.flatMap(({ constants }) => constants.map(({ name }) => name));
  const items = names.map((name) => fixed(quoted(name, style)));
  const exported =
    names.length === 0 ? '__all__: list = []\n' : line(around('__all__ = ', exploded('[', items, ']', style), ''), style);
  const wide = style.wrapsConstants ? style : { ...style, width: Number.POSITIVE_INFINITY };
  const body = groups.map(({ title, constants }) => {
    const lines = constants.map(
      ({ name, value, summary }) =>
        `#: ${summary}.\n${line(assignment(`${name}: Final[str]`, quoted(value, style), style), wide)}`,
    );
    return `\n# ${title}\n\n${lines.join('')}`;
  });
  return `"""${header.join('\n')}\n"""\n\nfrom typing import Final\n\n${exported}${body.join('')}`;
}
