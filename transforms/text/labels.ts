const ASSIGNED = /["']?([A-Za-z_$@][\w.$@/-]*)["']?\s*(?::=|\+=|=>|==|=|:(?!\/\/))\s*[^=]*$/;
const FLAG = /(?:^|\s)--?([A-Za-z][\w-]*)[ =]["']?$/;
const TAG = /<([A-Za-z][\w:.-]*)[^<>]*>[^<>]*$/;
const DIRECTIVE = /^\s*(?:export\s+|set\s+|RUN\s+|CMD\s+|-\s+)?([A-Za-z_][\w.-]*)\s/;
/** The name of a block: `variable "api_host" {`. */
const BLOCK = /^\s*[A-Za-z_]\w*(?:\s+"[^"]*")*\s+"([^"]*)"\s*\{\s*$/;
const LOOK_BACK = 60;

/** The names that say what stands at an offset of a configuration or script: key, flag, tag or directive of the line, then the keys above it that it belongs to. */
export function labelsAt(text: string, at: number): string[] {
  const start = lineStart(text, at);
  const before = text.slice(Math.max(start, at - 400), at);
  const own = ownLabel(before);
  return [...(own ? [own] : []), ...parents(text, start)].slice(0, 3);
}

function ownLabel(before: string): string | undefined {
  return (FLAG.exec(before) ?? lastAssigned(before) ?? TAG.exec(before) ?? DIRECTIVE.exec(before))?.[1];
}

/** The assignment nearest to the end; the part before a list separator does not count against it. */
function lastAssigned(before: string): RegExpExecArray | undefined {
  const found = ASSIGNED.exec(before);
  if (!found) return undefined;
  return ASSIGNED.exec(before.slice(found.index + found[1]!.length + 1)) ?? found;
}

/** Keys of the less and less indented lines above, nearest first. */
function parents(text: string, lineAt: number): string[] {
  const found: string[] = [];
  let indent = indentOf(text, lineAt);
  const item = /^[ \t]*- /.test(text.slice(lineAt, lineAt + 200));
  let at = lineAt;
  for (let step = 0; step < LOOK_BACK && at > 0 && found.length < 2; step++) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, Math.min(at + 200, lineEnd(text, at)));
    if (line.trim() === '' || /^\s*(?:#|\/\/|;)/.test(line)) continue;
    const depth = indentOf(text, at);
    const key =
      BLOCK.exec(line)?.[1] ??
      /^\s*(?:-\s+)?["']?([A-Za-z_$@][\w.$@/-]*)["']?\s*(?:[:=]\s*)?(?:[[{(|>&][^\n]*)?\s*$/.exec(line)?.[1];
    if (depth < indent || (item && found.length === 0 && depth === indent - 1 && key !== undefined && /:\s*$/.test(line))) {
      if (key) found.push(key);
      indent = depth;
    }
    if (depth === 0 && indent === 0) break;
  }
  return found;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 10_000 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  const end = text.slice(at, at + 400).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, at + 400) : at + end;
}

function indentOf(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === ' ' || text[at + count] === '\t') count++;
  return text.startsWith('- ', at + count) ? count + 1 : count;
}
