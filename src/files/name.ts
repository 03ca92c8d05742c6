/** A file name that is not UTF-8, as messages show it: bytes outside of ASCII as `\xHH`. */
export function escapeName(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The name under which a file's next contents are written beside it, before they take its place. */
export function temporaryName(run: string, index: number): string {
  return `.redomain-${run}-${index}.tmp`;
}

/** Whether a path (with `/`) is redomain's own: its directory, or a temporary file that a killed run left behind. */
export function isOwn(file: string): boolean {
  return /(?:^|\/)\.redomain(?:\/|$|-[^/]*\.tmp$)/.test(file);
}
