/** True when a line between two others of a text is empty or blank. */
export function hasBlankLine(text: string): boolean {
  return text
    .split(/\r\n|\r|\n/)
    .slice(1, -1)
    .some((line) => line.trim() === '');
}

/** Where the line of an offset starts. */
export function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}
