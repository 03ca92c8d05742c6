import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import type { ModuleContent } from '../../../src/types/module.ts';
import { detectionExports, detectionImports, detectPython } from './detect.ts';
import { assignment, exploded, quoted } from './layout.ts';

/** A Python module (3.8 and later) that imports nothing but the standard library; without detection, nothing but `typing`. */
export function emit({ header, groups, style, detect: detection }: ModuleContent): string {
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
