/** UTF-16 code units, as ranges with both ends. */
export type CharacterSet = readonly (readonly [first: number, last: number])[];

const LAST = 0xffff;

/** The one code unit. */
export function single(code: number): CharacterSet {
  return [[code, code]];
}

/** Every code unit that is not in the set. */
export function complement(set: CharacterSet): CharacterSet {
  const found: [number, number][] = [];
  let from = 0;
  for (const [first, last] of set.toSorted((a, b) => a[0] - b[0])) {
    if (first > from) found.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= LAST) found.push([from, LAST]);
  return found;
}

/** Whether the set holds a code unit. */
export function has(set: CharacterSet, code: number): boolean {
  return set.some(([first, last]) => first <= code && code <= last);
}

/** Makes the test whether the set holds a code unit. */
export function testOf(set: CharacterSet): (code: number) => boolean {
  const ascii = Array.from({ length: 128 }, (_, code) => has(set, code));
  return (code) => (code < 128 ? ascii[code]! : has(set, code));
}

/** Whether no code unit is in both. */
export function areDisjoint(a: CharacterSet, b: CharacterSet): boolean {
  return a.every(([first, last]) => b.every(([from, to]) => last < from || to < first));
}

const DIGIT: CharacterSet = [[48, 57]];
const WORD: CharacterSet = [...DIGIT, [65, 90], [95, 95], [97, 122]];
const SPACE: CharacterSet = [...'\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'].map(
  (character): [number, number] => [character.charCodeAt(0), character.charCodeAt(0)],
);

/** What a dot of a regular expression stands for. */
export const ANY: CharacterSet = complement([...'\n\r\u2028\u2029'].flatMap((character) => single(character.charCodeAt(0))));

/** The classes that a letter behind a backslash stands for. */
export const CLASSES: Readonly<Partial<Record<string, CharacterSet>>> = {
  d: DIGIT,
  D: complement(DIGIT),
  w: WORD,
  W: complement(WORD),
  s: [...SPACE, [0x2000, 0x200a]],
  S: complement([...SPACE, [0x2000, 0x200a]]),
};
