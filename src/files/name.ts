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

/** What `temporaryName` gives for a run, and for what stands in no run; earlier versions numbered no runs. Strict: git or a tree may hold other files with such names. */
const TEMPORARY = /(?:^|\/)\.redomain-(?:(?:\d{6}-)?\d{8}T\d{9}Z-[0-9a-z]{6}|init|baseline-\d+|report-\d+)-\d+\.tmp$/;

/**
 * Whether a path relative to the root of a scan (with `/`) is redomain's own: its directory there, or a temporary file that a killed run left
 * behind. What git tracks under such a name is a file like any other.
 */
export function isOwn(file: string): boolean {
  return file === '.redomain' || file.startsWith('.redomain/') || TEMPORARY.test(file);
}
