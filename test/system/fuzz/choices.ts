/** A finite supply of decisions; when it runs out, every answer is the first and simplest one, so that what is built of it ends. */
export interface Choices {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in so many times; never when the supply has run out. */
  once(times: number): boolean;
  /** Up to `most` things. */
  some<T>(most: number, make: () => T): T[];
}

/** Decisions made of bytes: a shorter or smaller array makes a simpler text, so that a failure shrinks with it. */
export function choicesOf(bytes: Uint8Array): Choices {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const below = (limit: number): number => (limit <= 1 ? 0 : limit > 200 ? (next() * 256 + next()) % limit : next() % limit);
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    once: (times) => below(times) === times - 1,
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
