/** The words of a name or a sentence, lower case: `legacyApiUrl`, `OLD_HOST` and `old host` alike. */
export function wordsOf(name: string): string[] {
  const parted = /[A-Z]/.test(name)
    ? name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    : name;
  return parted.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
