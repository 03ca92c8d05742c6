import type { Group } from './generate.ts';

/** A Python module (3.8 and later) that imports nothing but `typing`. */
export function generatePython(header: readonly string[], groups: readonly Group[]): string {
  const names = groups.flatMap(({ constants }) => constants.map(({ name }) => name));
  const exported =
    names.length === 0 ? '__all__: list = []' : `__all__ = [\n${names.map((name) => `    "${name}",\n`).join('')}]`;
  const body = groups.map(({ title, constants }) => {
    const lines = constants.map(({ name, value, summary }) => `#: ${summary}.\n${name}: Final[str] = ${quote(value)}\n`);
    return `\n# ${title}\n\n${lines.join('')}`;
  });
  return `"""${header.join('\n')}\n"""\n\nfrom typing import Final\n\n${exported}\n${body.join('')}`;
}

function quote(value: string): string {
  return JSON.stringify(value).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
