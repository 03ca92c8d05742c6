/** What is known of the variables at one place of a Dockerfile; `undefined` for one whose value a build may choose. */
export type Variables = ReadonlyMap<string, string | undefined>;

const VARIABLE = /\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}$]*))?\})|["']/g;

/** A word with its variables filled in and its quotes taken off; `undefined` where a value is not known, because a build argument or the base image sets it. */
export function expand(word: string, variables: Variables): string | undefined {
  let known = true;
  const text = word.replaceAll(
    VARIABLE,
    (_, escaped: string | undefined, plain?: string, braced?: string, mark?: string, other?: string) => {
      if (escaped !== undefined) return escaped;
      const name = plain ?? braced;
      if (name === undefined) return '';
      const value = variables.get(name);
      if (value === undefined) known = false;
      return mark?.endsWith('+') ? (value ? (other ?? '') : '') : (value ?? '');
    },
  );
  return known && !/\$[{(]/.test(text) ? text : undefined;
}

/** The variables that an `ENV` sets: `NAME=value …`, or `NAME value`. */
export function environment(text: string, variables: Variables): [string, string | undefined][] {
  const legacy = /^\s*(\w+)\s+([^=\s][\s\S]*)$/.exec(text);
  if (legacy && !/^\s*\w+=/.test(text)) return [[legacy[1]!, expand(legacy[2]!.trim(), variables)]];
  return [...text.matchAll(/(?<!\w)(\w+)=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])*)/g)].map(([, name, value]) => [
    name!,
    expand(value!, variables),
  ]);
}
