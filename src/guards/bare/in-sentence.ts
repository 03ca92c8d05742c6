const WORD = /(?<![^\s"'(`>])[A-Za-z]{2,}(?=[\s,.;!?)'"`<]|$)/g;

/** A host among three words or more is read by people; so is one behind two, of which the first has a capital, and one that explains words or is explained in parentheses. */
export function inSentence(text: string, start: number, end: number, body: { start: number; end: number }): boolean {
  const before = withoutCode(text.slice(Math.max(body.start, start - 2000), start)).slice(-60);
  const after = withoutCode(text.slice(end, Math.min(body.end, end + 2000))).slice(0, 60);
  const explains = (/\w \($/.test(before) && after.startsWith(')')) || /^ \([A-Za-z][A-Za-z ]*\)/.test(after);
  return explains || (`${before} ${after}`.match(WORD) ?? []).length >= 3 || /^[A-Z][a-z]+ [a-z]+ $/.test(before);
}

/** The characters of a template outside of its `${…}`. */
function withoutCode(template: string): string {
  if (!template.includes('${')) return template;
  let out = '';
  let depth = 0;
  for (let index = 0; index < template.length; index++) {
    const c = template[index]!;
    if (c === '{' && (depth > 0 || template[index - 1] === '$')) depth++;
    if (depth === 0) out += c;
    if (c === '}' && depth > 0) depth--;
  }
  return out;
}
