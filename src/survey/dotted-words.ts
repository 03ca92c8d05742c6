/** Takes a word by the offsets of its bytes, the end exclusive. */
export type WordVisitor = (start: number, end: number) => void;

const DOT = 0x2e;
const BACKSLASH = 0x5c;
const LONGEST = 253;

/** 1 to 36 for what a label may hold, without case; 37 for the hyphen; 0 for all else. */
const DIGIT_OF = new Uint8Array(256);
for (let letter = 0; letter < 26; letter++) DIGIT_OF[0x41 + letter] = DIGIT_OF[0x61 + letter] = 1 + letter;
for (let digit = 0; digit < 10; digit++) DIGIT_OF[0x30 + digit] = 27 + digit;
DIGIT_OF[0x2d] = 37;
const BASE = 38;
/** As many characters as a number holds exactly: 38^10 < 2^53. */
const EXACT = 10;

/**
 * Makes the function that visits every dotted word of the bytes, whose last label `mayEnd` a host: letters, digits and hyphens of ASCII
 * between dots, plain or behind backslashes. Looks at each byte a fixed number of times, and holds nothing but what `mayEnd` said.
 */
export function createWordFinder(mayEnd: (label: string) => boolean): (bytes: Buffer, visit: WordVisitor) => void {
  const answers = new Map<number, boolean>();
  const ends = (bytes: Buffer, start: number, end: number, code: number): boolean => {
    if (end - start > EXACT) return end - start < 64 && mayEnd(bytes.toString('latin1', start, end).toLowerCase());
    const known = answers.get(code);
    if (known !== undefined) return known;
    const answer = mayEnd(bytes.toString('latin1', start, end).toLowerCase());
    if (answers.size < 1_000_000) answers.set(code, answer);
    return answer;
  };
  return (bytes, visit) => {
    const { length } = bytes;
    let floor = 0;
    for (let at = 1; at < length - 1; at++) {
      if (bytes[at] !== DOT || DIGIT_OF[bytes[at + 1]!] === 0) continue;
      let start = at;
      while (start > floor && bytes[start - 1] === BACKSLASH) start--;
      if (start === floor || DIGIT_OF[bytes[start - 1]!] === 0) continue;
      const least = Math.max(floor, start - LONGEST);
      while (start > least && DIGIT_OF[bytes[start - 1]!] !== 0) start--;
      let label = at + 1;
      let end = label;
      let code = 0;
      for (;;) {
        for (let digit = DIGIT_OF[bytes[end]!]!; digit !== 0 && end < length; digit = DIGIT_OF[bytes[end]!]!) {
          if (end - label < EXACT) code = code * BASE + digit;
          end++;
        }
        let next = end;
        while (next < length && bytes[next] === BACKSLASH) next++;
        if (next + 1 >= length || bytes[next] !== DOT || DIGIT_OF[bytes[next + 1]!] === 0) break;
        label = next + 1;
        end = label;
        code = 0;
      }
      if (ends(bytes, label, end, code)) visit(Math.max(start, end - LONGEST), end);
      floor = end;
      at = end;
    }
  };
}
