import { ANY, type CharacterSet, CLASSES, complement, single } from './character-set.ts';

/** A regular expression as a tree. */
export type Expression =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly ways: readonly Expression[] }
  /** `most` is `Infinity` where there is no end. */
  | { readonly kind: 'repeat'; readonly part: Expression; readonly least: number; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'ahead'; readonly part: Expression; readonly isWanted: boolean };

/** Copies of a part that `{n,m}` may ask for. */
const MOST_COPIES = 100;
const ESCAPED: Readonly<Partial<Record<string, string>>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** Reads the source of a regular expression without flags. Throws SyntaxError for what only a backtracking engine can do: references, what stands behind. */
export function parseExpression(source: string): Expression {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError(`no expression that can be compared in linear time, at offset ${at}`);
  };
  const take = (text: string): boolean => {
    const is = source.startsWith(text, at);
    if (is) at += text.length;
    return is;
  };
  const choice = (): Expression => {
    const ways = [sequence()];
    while (take('|')) ways.push(sequence());
    return ways.length === 1 ? ways[0]! : { kind: 'choice', ways };
  };
  const sequence = (): Expression => {
    const parts: Expression[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  };
  const atom = (): Expression => {
    if (take('(')) return group();
    if (take('[')) return { kind: 'set', set: bracket() };
    if (take('^')) return { kind: 'start' };
    if (take('$')) return { kind: 'end' };
    if (take('.')) return { kind: 'set', set: ANY };
    if (take('\\')) return { kind: 'set', set: escaped(false) };
    if (/[*+?]/.test(source[at]!)) fail();
    return { kind: 'set', set: single(source.charCodeAt(at++)) };
  };
  const group = (): Expression => {
    const ahead = take('?=') ? true : take('?!') ? false : undefined;
    if (ahead === undefined && !take('?:') && source[at] === '?') fail();
    const part = choice();
    if (!take(')')) fail();
    return ahead === undefined ? part : { kind: 'ahead', part, isWanted: ahead };
  };
  const repeated = (part: Expression): Expression => {
    const counts = /^(?:([*+?])|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})/.exec(source.slice(at, at + 14));
    if (!counts) return part;
    const [{ length }, sign, first, comma, second] = counts as unknown as [string, ...(string | undefined)[]];
    at += length;
    take('?');
    const least = sign ? (sign === '+' ? 1 : 0) : Number(first);
    const most = sign ? (sign === '?' ? 1 : Infinity) : second ? Number(second) : comma ? Infinity : least;
    if (least > MOST_COPIES || (most > MOST_COPIES && most < Infinity) || most < least) fail();
    return { kind: 'repeat', part, least, most };
  };
  const escaped = (inBracket: boolean): CharacterSet => {
    const letter = source[at++] ?? fail();
    const known = CLASSES[letter];
    if (known) return known;
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at - 1, at + 4));
    if (code) {
      at += code[0].length - 1;
      return single(Number.parseInt(code[1] ?? code[2]!, 16));
    }
    if (letter === 'b' && inBracket) return single(8);
    if (/[1-9bBkcpP]/.test(letter)) fail();
    return single((ESCAPED[letter] ?? letter).charCodeAt(0));
  };
  const bracket = (): CharacterSet => {
    const isNegated = take('^');
    const set: (readonly [number, number])[] = [];
    while (at < source.length && source[at] !== ']') {
      const first = take('\\') ? escaped(true) : single(source.charCodeAt(at++));
      if (first.length === 1 && source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length) {
        at++;
        const last = take('\\') ? escaped(true) : single(source.charCodeAt(at++));
        if (last.length === 1) set.push([first[0]![0], last[0]![1]]);
        else set.push(...first, ...single(45), ...last);
      } else set.push(...first);
    }
    if (!take(']')) fail();
    return isNegated ? complement(set) : set;
  };
  const whole = choice();
  return at < source.length ? fail() : whole;
}
