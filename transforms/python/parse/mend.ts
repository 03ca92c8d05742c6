/**
 * The text with what Python allows and the grammar does not know put into words that it knows: parenthesized `with` items, targets
 * after `as` that are no plain names, starred loop targets, decorators that are any expression, form feeds. Of the same length, for the
 * parser alone: tokens are always read from the file's own text. Hundreds of comment lines on end, for which it runs out of steps, become one.
 */
export function mend(text: string): string {
  return withoutStars(joinComments(withoutParentheses(withoutFormFeeds(text))))
    .replace(/(\bas[ \t]+)(\([^()'"#\r\n]*\)|[^\W\d]\w*(?:\.\w+)+)(?=[ \t]*[:,])/g, (_, as: string, target: string) => {
      return as + '_'.repeat(target.length);
    })
    .replace(/^([ \t]*)@(?=[^\r\n]*[)\]][ \t]*[([.])/gm, '$1~');
}

/** At the beginning of a line one sets the column to 0, so that the blanks up to the last of them go to the end of the line before; elsewhere they are blanks. */
function withoutFormFeeds(text: string): string {
  if (!text.includes('\f')) return text;
  return text
    .replace(/^[ \t\f]*\f/, (lead) => `${' '.repeat(lead.length - 1)}\n`)
    .replace(/(?<!\\)([\r\n])([ \t\f]*\f)/g, (_, end: string, lead: string) => ' '.repeat(lead.length) + end)
    .replaceAll('\f', ' ');
}

function joinComments(text: string): string {
  return text.replace(/^[ \t]*#[^\r\n]*(?:[\r\n]\s*#[^\r\n]*){99,}/gm, (run) => run.replace(/[\r\n]/g, ' '));
}

/** The stars between `for` and `in`: `for a, *b in c`. */
function withoutStars(text: string): string {
  return text.replace(/[^:'"#\r\n]+/g, (run) => {
    const first = run.includes('*') ? run.search(/\bfor\b/) : -1;
    if (first < 0) return run;
    const last = [...run.matchAll(/\bin\b/g)].at(-1)?.index ?? -1;
    return run.replace(/(,[ \t]*)\*(?=[^\W\d])/g, (found, before: string, at: number) =>
      first < at && at < last ? `${before} ` : found,
    );
  });
}

/** `with (a as b, c):` without its parentheses, line breaks and comments. */
function withoutParentheses(text: string): string {
  const heads = [...text.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*(?=\()/gm)];
  if (heads.length === 0) return text;
  const closers = closersByOpener(text);
  let out = '';
  let at = 0;
  for (const head of heads) {
    const open = head.index + head[0].length;
    const close = closers.get(open);
    if (open < at || close === undefined || !/^[ \t]*:/.test(text.slice(close + 1, close + 20))) continue;
    const inner = text.slice(open + 1, close);
    if (!/\bas\b/.test(inner)) continue;
    const flat = inner
      .replace(skippable, (token) => (token[0] === '#' ? ' '.repeat(token.length) : token))
      .replace(/[\r\n]/g, ' ');
    out += `${text.slice(at, open)} ${flat} `;
    at = close + 1;
  }
  return out + text.slice(at);
}

/** Strings and comments; one that is not closed reaches to the end of its line or of the text, so that nothing is read twice. */
const skippable = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?|#[^\r\n]*/g;

/** For the offset of each parenthesis that is closed, the offset of the one that closes it. */
function closersByOpener(text: string): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(new RegExp(`${skippable.source}|[()\\[\\]{}]`, 'g'))) {
    if (/^[([{]$/.test(token)) open.push(index);
    else if (/^[)\]}]$/.test(token)) {
      const opener = open.pop();
      if (opener !== undefined) closers.set(opener, index);
    }
  }
  return closers;
}
