/** An expression that matches what one of some expressions matches; their own flags do not count. */
export function anyOf(parts: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(sourceOf(parts), flags);
}

/** The same as the source of a group, for use within another expression. */
export function groupOf(parts: readonly RegExp[]): string {
  return `(?:${sourceOf(parts)})`;
}

function sourceOf(parts: readonly RegExp[]): string {
  return parts.map(({ source }) => source).join('|');
}
