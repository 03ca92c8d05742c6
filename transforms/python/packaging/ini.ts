/** The sections of an INI file as Python's configparser reads it; indented lines continue the value above. Keys are lower case. */
export function readIni(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let key: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header) {
      section = sections.get(header[1]!) ?? new Map();
      sections.set(header[1]!, section);
      key = undefined;
    } else if (/^\s/.test(line) && section && key !== undefined) {
      section.set(key, `${section.get(key)}\n${line.trim()}`);
    } else {
      const at = line.search(/[=:]/);
      if (at < 0 || !section) continue;
      key = line.slice(0, at).trim().toLowerCase();
      section.set(key, line.slice(at + 1).trim());
    }
  }
  return sections;
}
