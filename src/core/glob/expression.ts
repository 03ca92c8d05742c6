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
  return new Reader(source).whole();
}

/** Reads an expression from its source, from left to right. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Expression {
    const whole = this.#choice();
    return this.#at < this.#source.length ? this.#fail() : whole;
  }

  #fail(): never {
    throw new SyntaxError(`no expression that can be compared in linear time, at offset ${this.#at}`);
  }

  #take(text: string): boolean {
    const is = this.#source.startsWith(text, this.#at);
    if (is) this.#at += text.length;
    return is;
  }

  #choice(): Expression {
    const ways = [this.#sequence()];
    while (this.#take('|')) ways.push(this.#sequence());
    return ways.length === 1 ? ways[0]! : { kind: 'choice', ways };
  }

  #sequence(): Expression {
    const parts: Expression[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')')
      parts.push(this.#repeated(this.#atom()));
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #atom(): Expression {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return { kind: 'set', set: this.#bracket() };
    if (this.#take('^')) return { kind: 'start' };
    if (this.#take('$')) return { kind: 'end' };
    if (this.#take('.')) return { kind: 'set', set: ANY };
    if (this.#take('\\')) return { kind: 'set', set: this.#escaped(false) };
    if (/[*+?]/.test(this.#source[this.#at]!)) this.#fail();
    return { kind: 'set', set: single(this.#source.charCodeAt(this.#at++)) };
  }

  #group(): Expression {
    const ahead = this.#take('?=') ? true : this.#take('?!') ? false : undefined;
    if (ahead === undefined && !this.#take('?:') && this.#source[this.#at] === '?') this.#fail();
    const part = this.#choice();
    if (!this.#take(')')) this.#fail();
    return ahead === undefined ? part : { kind: 'ahead', part, isWanted: ahead };
  }

  #repeated(part: Expression): Expression {
    const counts = /^(?:([*+?])|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})/.exec(this.#source.slice(this.#at, this.#at + 14));
    if (!counts) return part;
    const [{ length }, sign, first, comma, second] = counts as unknown as [string, ...(string | undefined)[]];
    this.#at += length;
    this.#take('?');
    const least = sign ? (sign === '+' ? 1 : 0) : Number(first);
    const most = sign ? (sign === '?' ? 1 : Infinity) : second ? Number(second) : comma ? Infinity : least;
    if (least > MOST_COPIES || (most > MOST_COPIES && most < Infinity) || most < least) this.#fail();
    return { kind: 'repeat', part, least, most };
  }

  #escaped(inBracket: boolean): CharacterSet {
    const letter = this.#source[this.#at++] ?? this.#fail();
    const known = CLASSES[letter];
    if (known) return known;
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(this.#source.slice(this.#at - 1, this.#at + 4));
    if (code) {
      this.#at += code[0].length - 1;
      return single(Number.parseInt(code[1] ?? code[2]!, 16));
    }
    if (letter === 'b' && inBracket) return single(8);
    if (/[1-9bBkcpP]/.test(letter)) this.#fail();
    return single((ESCAPED[letter] ?? letter).charCodeAt(0));
  }

  #bracket(): CharacterSet {
    const isNegated = this.#take('^');
    const set: (readonly [number, number])[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') {
      const first = this.#take('\\') ? this.#escaped(true) : single(this.#source.charCodeAt(this.#at++));
      if (
        first.length === 1 &&
        this.#source[this.#at] === '-' &&
        this.#source[this.#at + 1] !== ']' &&
        this.#at + 1 < this.#source.length
      ) {
        this.#at++;
        const last = this.#take('\\') ? this.#escaped(true) : single(this.#source.charCodeAt(this.#at++));
        if (last.length === 1) set.push([first[0]![0], last[0]![1]]);
        else set.push(...first, ...single(45), ...last);
      } else set.push(...first);
    }
    if (!this.#take(']')) this.#fail();
    return isNegated ? complement(set) : set;
  }
}
