import type { Edit, SourceFile } from '../../src/types/source.ts';
import type { ModuleImport } from './imports.ts';
import { child, type Node, word } from './parse/node.ts';

/** One constant to import, and the name it has in the file. */
export interface Wanted {
  readonly exported: string;
  readonly local: string;
}

/** The edits that add names to an import, in its order and layout. */
export function mergeInto(found: ModuleImport, wanted: readonly Wanted[], file: SourceFile): Edit[] {
  const { parts, statement } = found;
  const between = separatorOf(parts, file);
  return wanted.map((one) => {
    const text = importText(one, statement.type === 'ImportDeclaration');
    const next = nextPart(parts, one.exported) ?? (commentFollows(parts.at(-1)!, file) ? parts.at(-1) : undefined);
    const previous = parts[next ? parts.indexOf(next) - 1 : parts.length - 1];
    const gap = previous && next ? file.text.slice(previous.end, next.start) : '';
    if (next && (!previous || !/[\r\n][ \t]*\/[/*]/.test(gap)))
      return { start: next.start, end: next.start, text: text + between };
    return { start: previous!.end, end: previous!.end, text: between + text };
  });
}

/** One imported name as an import or a destructured `require` writes it. */
export function importText({ exported, local }: Wanted, esm: boolean): string {
  if (exported === local) return exported;
  return esm ? `${exported} as ${local}` : `${exported}: ${local}`;
}

/** What stands between two parts: a comma, and a new line with its indentation where each part has its own line. */
function separatorOf(parts: readonly Node[], file: SourceFile): string {
  const before = /(\r\n|\r|\n)([ \t]*)$/.exec(file.text.slice(Math.max(0, parts.at(-1)!.start - 200), parts.at(-1)!.start));
  if (before) return `,${before[1]}${before[2]}`;
  return parts.length > 1 && /^,\S/.test(file.text.slice(parts[0]!.end)) ? ',' : ', ';
}

/** The part before which a name belongs, when the parts are sorted. */
function nextPart(parts: readonly Node[], name: string): Node | undefined {
  const names = parts.map(exportedName);
  const sorted =
    names.length > 1 && names.every((one, index) => index === 0 || names[index - 1]!.toLowerCase() <= one.toLowerCase());
  return sorted ? parts[names.findIndex((one) => one.toLowerCase() > name.toLowerCase())] : undefined;
}

function exportedName(part: Node): string {
  const imported = child(part, 'imported') ?? child(part, 'key');
  return word(imported, 'name') ?? word(imported, 'value') ?? '';
}

function commentFollows(part: Node, file: SourceFile): boolean {
  return /^\s*,?\s*(?:\/\/|\/\*)/.test(file.text.slice(part.end, part.end + 200));
}
