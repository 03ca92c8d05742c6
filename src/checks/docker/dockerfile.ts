/** One instruction of a Dockerfile. */
export interface Instruction {
  /** Upper case. */
  readonly keyword: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Values of `--name=value`, in order; a flag without a value has `''`. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** What follows the flags: the strings of the JSON form, or the words between white space, unexpanded. */
  readonly words: readonly string[];
  /** All after the keyword on one line, and behind it the lines of its heredocs. */
  readonly text: string;
  /** Whether a file's text stands in the Dockerfile itself. */
  readonly heredoc: boolean;
}

const DIRECTIVE = /^#[ \t]*([A-Za-z]+)[ \t]*=[ \t]*(\S+)[ \t]*$/;
const MAY_HOLD_HEREDOCS = /^(?:RUN|COPY|ADD)$/;

/** Reads the instructions of a Dockerfile as BuildKit does: directives, comments, continued lines, heredocs, JSON form. Never throws. */
export function readDockerfile(source: string): Instruction[] {
  const lines = source.split(/\r\n|\n/);
  const mark = escapeOf(lines);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = at;
    let logical = '';
    let continued = true;
    while (continued && at < lines.length) {
      const line = lines[at++]!;
      if (/^\s*#/.test(line) || (logical !== '' && line.trim() === '')) continue;
      const end = line.trimEnd();
      continued = end.endsWith(mark);
      logical += continued ? end.slice(0, -1) : line;
      if (logical.trim() === '' && !continued) break;
    }
    const [, keyword, rest] = /^\s*(\w+)(?:\s+([\s\S]*))?$/.exec(logical) ?? [];
    if (keyword === undefined) continue;
    const name = keyword.toUpperCase();
    const ends = MAY_HOLD_HEREDOCS.test(name) ? heredocsOf(rest ?? '') : [];
    const bodies: string[] = [];
    for (const { word, indented } of ends) {
      while (at < lines.length && (indented ? lines[at]!.replace(/^\t+/, '') : lines[at]) !== word) bodies.push(lines[at++]!);
      at++;
    }
    instructions.push(instruction(name, lineOfStart(lines, first), rest ?? '', bodies));
  }
  return instructions;
}

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = DIRECTIVE.exec(line) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === 'escape' && (value === '`' || value === '\\')) return value;
  }
  return '\\';
}

/** Comments and blank lines may stand above the instruction. */
function lineOfStart(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length - 1 && /^\s*(?:#|$)/.test(lines[at]!)) at++;
  return at + 1;
}

function heredocsOf(rest: string): { word: string; indented: boolean }[] {
  return [...rest.matchAll(/(?<=^|\s)\d?<<(-?)(["']?)([A-Za-z_]\w*)\2(?=\s|$)/g)].map(([, dash, , word]) => ({
    word: word!,
    indented: dash === '-',
  }));
}

function instruction(keyword: string, line: number, rest: string, bodies: readonly string[]): Instruction {
  const flags = new Map<string, string[]>();
  let words = rest.trim();
  for (let flag = /^--([a-z-]+)(?:=(\S*))?(?:\s+|$)/.exec(words); flag; flag = /^--([a-z-]+)(?:=(\S*))?(?:\s+|$)/.exec(words)) {
    flags.set(flag[1]!, [...(flags.get(flag[1]!) ?? []), flag[2] ?? '']);
    words = words.slice(flag[0].length);
  }
  return {
    keyword,
    line,
    flags,
    words: jsonForm(words) ?? words.split(/\s+/).filter((word) => word !== ''),
    text: [rest, ...bodies].join('\n'),
    heredoc: bodies.length > 0 || heredocsOf(rest).length > 0,
  };
}

function jsonForm(words: string): string[] | undefined {
  if (!words.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(words);
    return Array.isArray(parsed) && parsed.every((one) => typeof one === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}
