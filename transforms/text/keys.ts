import type { Literal, Relation } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';

/** A key of some mapping, within its line. */
interface Key extends Span {
  /** Where on its line the innermost bracket was opened that is open at the key; -1 for none. */
  readonly opened: number;
}

/** Behind a key: JSON, YAML, TOML, Terraform, `.properties`, INI. */
const SIGN = /^[ \t]*(?::(?:[ \t\r\n]|$|(?=["'[{\d]))|=(?![=~]))/;
/** What an unquoted key may hold: an address has colons and slashes. */
const UNQUOTED = /[^\s"'`,{}[\]()=<>;#|]/;
const BEFORE_UNQUOTED = /^[ \t]*(?:-[ \t]+)*$|[{,][ \t]*$/;
const SECTION = /^[ \t]*\[{1,2}([^\][\r\n]+)\]{1,2}[ \t]*(?:[#;][^\r\n]*)?$/;

/** A message: its text is its key. */
const MESSAGE = /^\s*(?:msgid|msgid_plural|msgctxt)\s/;
/** Translation catalogues of gettext. */
export const CATALOGUE = /\.pot?$/i;
/** The parts of a line that are keys of data and hold hits; `hits` are those of the line. */
export function keysIn({ path, text }: SourceFile, line: Span, hits: readonly Span[]): Key[] {
  const written = text.slice(line.start, line.end);
  if (CATALOGUE.test(path))
    return MESSAGE.test(written) ? partsOf(text, line).quoted.map((span) => ({ opened: -1, ...span })) : [];
  if (SECTION.test(written)) return [{ opened: -1, ...line }];
  const keys: Key[] = [];
  const { quoted, brackets } = partsOf(text, line);
  let word = 0;
  let bracket = 0;
  for (const hit of hits) {
    while (word < quoted.length && quoted[word]!.end < hit.end) word++;
    while (bracket < brackets.length && brackets[bracket]!.at < hit.start) bracket++;
    const within = quoted[word] && quoted[word]!.start <= hit.start ? quoted[word]! : undefined;
    const key = within ?? unquotedAt(text, line, hit);
    if (!key || keys.at(-1)?.start === key.start) continue;
    const isKey = SIGN.test(text.slice(within ? key.end + 1 : key.end, key.end + 40));
    if (isKey) keys.push({ start: key.start, end: key.end, opened: brackets[bracket - 1]?.opened ?? -1 });
  }
  return keys;
}

/** The keys of each mapping of a configuration, where there are two or more: they must stay distinct. Linear in the text. */
export function mappingKeys({ path, text }: SourceFile, keysOf: ReadonlyMap<Literal, readonly Key[]>): Relation[] {
  if (CATALOGUE.test(path)) return [];
  const placed = [...keysOf].flatMap(([literal, keys]) => keys.map((key) => ({ literal, key })));
  if (placed.length < 2) return [];
  const blocks = blocksOf(
    text,
    placed.map(({ key }) => key),
  );
  const mappings = new Map<string, typeof placed>();
  for (const [index, one] of placed.entries()) {
    const mapping = `${blocks[index]}:${one.key.opened}`;
    const members = mappings.get(mapping);
    if (members) members.push(one);
    else mappings.set(mapping, [one]);
  }
  return [...mappings.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({
      kind: 'keys',
      members: members.map(({ literal }) => literal),
      parts: members.map(({ key }) => key),
    }));
}

/** The texts between quotes of a line, and its brackets, each with the innermost one that is open behind it. */
function partsOf(text: string, line: Span): { quoted: Span[]; brackets: { at: number; opened: number }[] } {
  const quoted: Span[] = [];
  const brackets: { at: number; opened: number }[] = [];
  const open: number[] = [];
  for (let at = line.start; at < line.end; at++) {
    const character = text[at]!;
    if (/["'`]/.test(character) && (at === line.start || /[\s{[(,:=]/.test(text[at - 1]!))) {
      const start = at + 1;
      for (at = start; at < line.end && text[at] !== character; at++) if (text[at] === '\\') at++;
      if (at < line.end) quoted.push({ start, end: at });
    } else if (/[[{(\]})]/.test(character)) {
      if (/[[{(]/.test(character)) open.push(at);
      else open.pop();
      brackets.push({ at, opened: open.at(-1) ?? -1 });
    }
  }
  return { quoted, brackets };
}

/** The word around a hit, where a key may begin. */
function unquotedAt(text: string, line: Span, hit: Span): Span | undefined {
  let { start, end } = hit;
  while (start > line.start && UNQUOTED.test(text[start - 1]!)) start--;
  while (end < line.end && UNQUOTED.test(text[end]!) && !/^:(?:\s|$)/.test(text.slice(end, end + 2))) end++;
  return BEFORE_UNQUOTED.test(text.slice(Math.max(line.start, start - 200), start)) ? { start, end } : undefined;
}

/** For each key the offset of the less indented line, list item or section that its line belongs to; -1 for none. */
function blocksOf(text: string, keys: readonly Span[]): number[] {
  const blocks: number[] = [];
  const above: { readonly indent: number; readonly start: number }[] = [];
  let section = -1;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const [lead, indent, item] = /^([ \t]*)((?:-[ \t]+)*)/.exec(line)! as unknown as [string, string, string];
    if (line.length === indent.length || /^[#;]/.test(line.slice(indent.length, indent.length + 1))) continue;
    const isSection = line.length < 1000 && SECTION.test(line);
    if (isSection) section = index;
    const column = columnsOf(indent);
    while (above.length > 0 && above.at(-1)!.indent >= column) above.pop();
    if (item) above.push({ indent: column, start: index });
    const block = isSection ? -1 : (above.at(-1)?.start ?? section);
    while (blocks.length < keys.length && keys[blocks.length]!.start < index + line.length) blocks.push(block);
    if (blocks.length === keys.length) break;
    above.push({ indent: columnsOf(lead), start: index });
  }
  return blocks;
}

/** The width of what stands before a line; a tab ends at a multiple of eight. */
function columnsOf(lead: string): number {
  let width = 0;
  for (const character of lead) width = character === '\t' ? width + 8 - (width % 8) : width + 1;
  return width;
}
