import type { Detection } from '../types/policy.ts';
import { detectionExports, detectionImports, detectPython } from './detect/python.ts';
import type { Group } from './group.ts';
import { around, fixed, line } from './layout/layout.ts';
import { assignment, exploded, quoted } from './layout/python.ts';
import type { Style } from './style/style.ts';

/** A Python module (3.8 and later) that imports nothing but the standard library; without detection, nothing but `typing`. */
export function generatePython(header: readonly string[], groups: readonly Group[], style: Style, detection?: Detection): string {
  const constants = groups.flatMap((group) => group.constants.map(({ name }) => name));
  const names = detection ? [...constants, ...detectionExports(groups)] : constants;
  const items = names.map((name) => fixed(quoted(name, style)));
  const exported =
    names.length === 0 ? '__all__: list = []\n' : line(around('__all__ = ', exploded('[', items, ']', style), ''), style);
  const wide = style.wrapsConstants ? style : { ...style, width: Number.POSITIVE_INFINITY };
  const body = groups.map((group) => {
    const lines = group.constants.map(
      ({ name, value, summary }) =>
        `#: ${summary}.\n${line(assignment(`${name}: Final[str]`, quoted(value, style), style), wide)}`,
    );
    return `\n# ${group.title}\n\n${lines.join('')}`;
  });
  const imports = detection ? detectionImports(detection, style) : 'from typing import Final\n';
  const detecting = detection ? detectPython(detection, groups, style) : '';
  return `"""${header.join('\n')}\n"""\n\n${imports}\n${exported}${body.join('')}${detecting}`;
}
