/** The characters that a JSX text puts on the page: lines trimmed, and joined by one space. */
export function displayedText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replaceAll('\t', ' '));
  const shown = lines.map((line, index) => {
    const start = index === 0 ? line : line.replace(/^ +/, '');
    return index === lines.length - 1 ? start : start.replace(/ +$/, '');
  });
  const last = shown.findLastIndex((line, index) => line !== '' && /[^ ]/.test(lines[index]!));
  return shown.map((line, index) => (line !== '' && index < last ? `${line} ` : line)).join('');
}
