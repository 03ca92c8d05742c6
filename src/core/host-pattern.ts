/** A host pattern, ready to be compared with hosts. */
export interface HostPattern {
  /** What the wildcards stand for in `host`, in order; `undefined` when it does not match. Each takes as much as it can, the first before the others. */
  match(host: string): readonly string[] | undefined;
}

const ONE = '*';
const MANY = '**';

/**
 * Compiles a host with wildcards: `*` for one label or a part of one, `**` for one or more labels. Letters compare without case; a literal
 * `*` label of the text matches as a label does. The time is the length of the host times that of the pattern, whatever they hold.
 */
export function compileHostPattern(pattern: string): HostPattern {
  const parts = pattern.split(/(\*\*|\*)/).flatMap((part) => (isWildcard(part) ? [part] : [...part.toLowerCase()]));
  if (!pattern.includes(ONE)) return { match: (host) => (host.toLowerCase() === pattern.toLowerCase() ? [] : undefined) };
  const first = parts.findIndex(isWildcard);
  const last = parts.findLastIndex(isWildcard);
  const [head, tail] = [parts.slice(0, first).join(''), parts.slice(last + 1).join('')];
  return {
    match(host) {
      const small = lowered(host);
      if (!small.startsWith(head) || !small.endsWith(tail)) return undefined;
      const rest = endings(parts, small);
      return rest[0]![0] ? captures(parts, host, rest) : undefined;
    },
  };
}

/** For each part and each offset, whether the parts from there on match all of the host from there on. */
function endings(parts: readonly string[], host: string): readonly (readonly boolean[])[] {
  const { length } = host;
  let next = Array.from({ length: length + 1 }, (_, at) => at === length);
  const table = [next];
  for (const part of parts.toReversed()) {
    const after = next;
    next = isWildcard(part) ? throughWildcard(part, host, after) : throughCharacter(part, host, after);
    table.unshift(next);
  }
  return table;
}

function throughCharacter(character: string, host: string, after: readonly boolean[]): boolean[] {
  return after.map((_, at) => host[at] === character && after[at + 1]!);
}

/** `open[at]`: the wildcard has taken at least one character of the label before `at`. */
function throughWildcard(part: string, host: string, after: readonly boolean[]): boolean[] {
  const found = after.map(() => false);
  let open = after[host.length]!;
  for (let at = host.length - 1; at >= 0; at--) {
    found[at] = isLabelCharacter(host[at]!) && open;
    open = after[at]! || found[at]! || (part === MANY && host[at] === '.' && found[at + 1]!);
  }
  return found;
}

function captures(parts: readonly string[], host: string, rest: readonly (readonly boolean[])[]): string[] {
  const taken: string[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const start = at;
    if (!isWildcard(part)) at++;
    else {
      for (let end = start + 1; end <= host.length && canTake(part, host, end - 1); end++) {
        if (rest[index + 1]![end] && host[end - 1] !== '.') at = end;
      }
      taken.push(host.slice(start, at));
    }
  }
  return taken;
}

function canTake(part: string, host: string, at: number): boolean {
  return isLabelCharacter(host[at]!) || (part === MANY && host[at] === '.' && host[at - 1] !== '.');
}

function isWildcard(part: string): boolean {
  return part === ONE || part === MANY;
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function isLabelCharacter(character: string): boolean {
  return /[a-z0-9*-]/i.test(character);
}
