/** Comments that speak of the line below. */
const OF_NEXT_LINE =
  /@ts-(?:ignore|expect-error)\b|-next-line\b|\b(?:biome|prettier|deno-lint|oxlint|c8|v8|istanbul)[- ]ignore\b/;

/** Whether a comment, by its text, speaks of the line below it. */
export function isOfNextLine(comment: string): boolean {
  return OF_NEXT_LINE.test(comment);
}
