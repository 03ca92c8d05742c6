/**
 * The text with what Python allows and the grammar does not know put into words that it knows: parenthesized `with` items, targets
 * after `as` that are no plain names, starred loop targets, decorators that are any expression, form feeds. Of the same length, for the
 * parser alone: tokens are always read from the file's own text. Hundreds of comment lines on end, for which it runs out of steps, become one.
 */
export function mend(text: string): string {
  return joinComments(withoutParentheses(withoutFormFeeds(text)))
    .replace(/(\bas[ \t]+)(\([^()'"#\r\n]*\)|[^\W\d]\w*(?:\.\w+)+)(?=[ \t]*[:,])/g, (_, as: string, target: string) => {
      return as + '_'.repeat(target.length);
    })
    .replace(/(\bfor\b[^:'"#\r\n]*,[ \t]*)\*(?=[^\W\d]\w*[^:'"#\r\n]*\bin\b)/g, '$1 ')
    .replace(/^([ \t]*)@(?=[^\r\n]*[)\]][ \t]*[([.])/gm, '$1~');
}

/** Between lines they are blanks of no width; these go to the end of the line before. */
function withoutFormFeeds(text: string): string {
  return text.replace(/([\r\n])(\f+)/g, (_, end: string, feeds: string) => ' '.repeat(feeds.length) + end).replaceAll('\f', ' ');
}

function joinComments(text: string): string {
  return text.replace(/^[ \t]*#[^\r\n]*(?:[\r\n]\s*#[^\r\n]*){99,}/gm, (run) => run.replace(/[\r\n]/g, ' '));
}

/** `with (a as b, c):` without its parentheses, line breaks and comments. */
function withoutParentheses(text: string): string {
  let out = text;
  for (const match of text.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*(?=\()/gm)) {
    const open = match.index + match[0].length;
    const close = closing(text, open);
    if (close < 0 || !/^[ \t]*:/.test(text.slice(close + 1, close + 20))) continue;
    const inner = text.slice(open + 1, close);
    if (!/\bas\b/.test(inner)) continue;
    const flat = inner
      .replace(skippable, (token) => (token[0] === '#' ? ' '.repeat(token.length) : token))
      .replace(/[\r\n]/g, ' ');
    out = `${out.slice(0, open)} ${flat} ${out.slice(close + 1)}`;
  }
  return out;
}

const skippable = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\r\n]*/g;

/** Offset of the parenthesis that closes the one at `open`, or -1. */
function closing(text: string, open: number): number {
  const token = new RegExp(`${skippable.source}|[()\\[\\]{}]`, 'g');
  token.lastIndex = open;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (/^[([{]$/.test(match[0])) depth++;
    else if (/^[)\]}]$/.test(match[0]) && --depth === 0) return match.index;
  }
  return -1;
}
