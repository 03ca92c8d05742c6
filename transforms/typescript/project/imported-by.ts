/** Comments, texts, words and other characters of a TypeScript or JavaScript text; each begins somewhere, so that it takes linear time. */
const TOKEN =
  /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|(["'])((?:\\[\s\S]|(?!\1)[^\\\r\n])*)\1?|`(?:\\[\s\S]|[^\\`])*`?|[\w$]+|[^\s\w$]/g;

/**
 * The specifiers that a TypeScript or JavaScript text imports, requires or exports from, in order, of a component as well. They are read off its tokens,
 * and a regular expression that holds a quote can hide what follows it: good enough for how a file is used to import, at a
 * fraction of the cost of its syntax tree.
 */
export function importedBy(text: string): string[] {
  if (!/\b(?:from|import|require)\b/.test(text)) return [];
  const found: string[] = [];
  let [before, last] = ['', ''];
  for (const [token, , body] of text.matchAll(TOKEN)) {
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    const leads = last === 'from' || last === 'import' || (last === '(' && (before === 'import' || before === 'require'));
    if (body !== undefined && leads) found.push(body);
    [before, last] = [last, token];
  }
  return found;
}
