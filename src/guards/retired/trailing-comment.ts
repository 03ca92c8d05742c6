/** The words of a comment that stands behind an offset, on its line and near it. */
export function trailingComment(text: string, end: number): string | undefined {
  return /^[^\r\n'"`]*?(?:#|\/\/)([^\r\n]*)/.exec(text.slice(end, end + 300))?.[1];
}
