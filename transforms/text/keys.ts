import type { Literal, Relation, Span } from '../../src/types.ts';

/** A key of some mapping, within the literal of its line. */
interface Key extends Span {
  readonly literal: Literal;
  /** Where on its line the innermost bracket was opened that is open at the key; -1 for none. */
  readonly opened: number;
}

/** Behind a key: JSON, YAML, TOML, Terraform, `.properties`, INI. */
const SIGN = /^[ \t]*(?::(?:[ \t\r\n]|$|(?=["'[{\d]))|=(?![=~]))/;
/** What an unquoted key may hold: an address has colons and slashes. */
const UNQUOTED = /[^\s"'`,{}[\]()=<>;#|]/;
const BEFORE_UNQUOTED = /^[ \t]*(?:-[ \t]+)*$|[{,][ \t]*$/;
const SECTION = /^[ \t]*\[{1,2}([^\][\r\n]+)\]{1,2}[ \t]*(?:[#;][^\r\n]*)?$/;

/** The keys of each mapping of a configuration that hold hits, two or more: they must stay distinct. Linear in the text. */
export function mappingKeys(text: string, literals: readonly Literal[], hits: readonly Span[]): Relation[] {
  const keys: Key[] = [];
  let next = 0;
  for (const literal of literals) {
    const first = next;
    while (next < hits.length && hits[next]!.end <= literal.span.end) next++;
    if (literal.kind === 'prose') keys.push(...keysOf(text, literal, hits.slice(first, next)));
  }
  if (keys.length < 2) return [];
  const blocks = blocksOf(text, keys);
  const byMapping = new Map<string, Key[]>();
  for (const [index, key] of keys.entries()) {
    const mapping = `${blocks[index]}:${key.opened}`;
    const members = byMapping.get(mapping);
    if (members) members.push(key);
    else byMapping.set(mapping, [key]);
  }
  return [...byMapping.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ kind: 'keys', members: members.map(({ literal }) => literal), parts: members }));
}

/** The keys of one line that hold hits. */
function keysOf(text: string, literal: Literal, hits: readonly Span[]): Key[] {
  const { span: line } = literal;
  if (SECTION.test(text.slice(line.start, line.end))) return [{ literal, opened: -1, ...line }];
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
    if (isKey) keys.push({ literal, start: key.start, end: key.end, opened: brackets[bracket - 1]?.opened ?? -1 });
  }
  return keys;
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
function blocksOf(text: string, keys: readonly Key[]): number[] {
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
