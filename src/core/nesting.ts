/** Levels that no person writes; the parsers of manifests take ten thousand at least, one function within the other. */
const DEEPEST = 300;

/** What nests in YAML without brackets. */
const COMPACT = /^[ \t]*(?:[-?:][ \t]+){300}|^ {1000}/m;

/**
 * Whether the text of a manifest, in JSON, TOML, YAML, Python or JavaScript, nests deeper than it should be given to a parser that recurses: some
 * overflow the stack, and where V8 compiles an expression at the end of the stack, it ends the process.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) inside = false;
    else if (code === BACKSLASH) at++;
    else if (code === QUOTE) inside = !inside;
    else if (inside) continue;
    else if (OPENING.has(code)) {
      if (++depth > DEEPEST) return true;
    } else if (CLOSING.has(code)) depth = Math.max(0, depth - 1);
  }
  return COMPACT.test(text);
}

const codesOf = (text: string): ReadonlySet<number> => new Set([...text].map((character) => character.charCodeAt(0)));
const [OPENING, CLOSING] = [codesOf('[{('), codesOf(']})')];
const [LINE_FEED, BACKSLASH, QUOTE] = [10, 92, 34];
