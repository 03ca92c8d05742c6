/** Controls, C1 controls, marks that turn or hide text, and halves of surrogate pairs. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text in a form that cannot steer a terminal: what has no glyph is spelled as an escape, `\x1b` or `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => NAMED[character] ?? spelled(character));
}

/** As `visible`, with tabs as they are: for a line of source. */
export function visibleLine(text: string): string {
  return text.replace(UNSEEN, (character) => (character === '\t' ? character : visible(character)));
}

/** At most `width` code points, the end cut off with `…`. */
export function clipped(text: string, width: number): string {
  if (text.length <= width) return text;
  const points = [...text];
  return points.length <= width ? text : `${points.slice(0, Math.max(0, width - 1)).join('')}…`;
}

function spelled(character: string): string {
  const code = character.codePointAt(0)!;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}
