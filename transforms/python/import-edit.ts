import type { Edit, SourceFile } from '../../src/types/source.ts';
import { eolAt } from './import-place.ts';
import type { Import } from './imports.ts';
import { textOf } from './parse/tree.ts';

/** The line length from which black breaks an import into one name per line. */
const width = 88;

/** `from module import names` as black writes it, without a line break at its end. */
export function importLine(file: SourceFile, module: string, names: readonly string[], eol: string): string {
  const line = `from ${module} import ${names.join(', ')}`;
  return line.length <= width ? line : `from ${module} import ${perLine(file, names, eol)}`;
}

function perLine(file: SourceFile, names: readonly string[], eol: string): string {
  return `(${eol}${names.map((name) => `${indentOf(file)}${name},${eol}`).join('')})`;
}

function indentOf(file: SourceFile): string {
  return /^\t/m.test(file.text) && !/^ {2}/m.test(file.text) ? '\t' : '    ';
}

/** The edits that add names to an import statement, in its style: one line, one name per line, or with a trailing comma. */
export function addNames(file: SourceFile, statement: Import, added: readonly string[]): Edit[] {
  const last = statement.names.at(-1)!;
  const eol = eolAt(file, statement.node.from);
  const code = textOf(file, statement.node);
  const lines = /[\r\n]/.test(code);
  if (!lines && !statement.grouped) {
    const names = [...statement.names.map(({ name, local }) => (name === local ? name : `${name} as ${local}`)), ...added];
    const rest = file.text.slice(statement.node.to).split(/[\r\n]/, 1)[0]!;
    const start = file.text.lastIndexOf('import', statement.names[0]!.end) + 'import'.length;
    const tail = statement.parenthesized ? ` (${names.join(', ')})` : ` ${names.join(', ')}`;
    if (start - statement.node.from + tail.length + (/#/.test(rest) ? 0 : rest.length) > width) {
      return [{ start: start, end: statement.node.to, text: ` ${perLine(file, names, eol)}` }];
    }
  }
  if (!lines || !statement.parenthesized) return [{ start: last.end, end: last.end, text: `, ${added.join(', ')}` }];
  return addLines(file, last.end, added, eol);
}

/** Adds lines behind the last name's line, with its indentation, behind a comment on it. */
function addLines(file: SourceFile, end: number, added: readonly string[], eol: string): Edit[] {
  const rest = file.text.slice(end).split(/[\r\n]/, 1)[0]!;
  const start = Math.max(file.text.lastIndexOf('\n', end - 1), file.text.lastIndexOf('\r', end - 1)) + 1;
  const indent = /^[ \t]*/.exec(file.text.slice(start))![0];
  const comma = /^\s*,/.exec(rest);
  if (!/^\s*(?:,\s*)?(?:#.*)?$/.test(rest)) {
    // The closing parenthesis stands on the last name's line.
    return [
      {
        start: end,
        end,
        text: added
          .map(
            (name) => `,${eol}${/\w/.test(file.text.slice(start, end).split('(')[0]!.trim()) ? indentOf(file) : indent}${name}`,
          )
          .join(''),
      },
    ];
  }
  const behind = end + rest.length;
  const text = added.map((name) => `${eol}${indent}${name},`).join('');
  if (comma) return [{ start: behind, end: behind, text }];
  return behind === end
    ? [{ start: end, end, text: `,${text.slice(0, -1)}` }]
    : [
        { start: end, end, text: ',' },
        { start: behind, end: behind, text },
      ];
}
