import { diffWordsWithSpace } from 'diff';
import type { Edit } from '../../src/types/source.ts';

/** The edits from one text to another, word by word. */
export function editsBetween(from: string, to: string): Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const { value, added, removed } of diffWordsWithSpace(from, to)) {
    const last = edits.at(-1);
    const touching = last?.end === at ? last : undefined;
    if (added || removed) {
      const end = removed ? at + value.length : at;
      const text = added ? value : '';
      if (touching) Object.assign(touching, { end, text: touching.text + text });
      else edits.push({ start: at, end, text });
    }
    if (!added) at += value.length;
  }
  return edits;
}

/** The edits from a text to `output`, given those that make it an intermediate text and those from there on. */
export function compose(first: readonly Edit[], second: readonly Edit[], output: string): Edit[] {
  const placed = placesAfter(first);
  const edits: Edit[] = [];
  let [a, b, shift, delta] = [0, 0, 0, 0];
  while (a < placed.length || b < second.length) {
    const from = { a, b };
    for (let reach = -1; ; ) {
      const [one, other] = [placed[a], second[b]];
      const isFirst = one !== undefined && (!other || one.start <= other.start);
      const next = isFirst ? one : other;
      if (!next || (reach >= 0 && next.start > reach)) break;
      reach = Math.max(reach, next.end);
      if (isFirst) a++;
      else b++;
    }
    const [firsts, seconds] = [first.slice(from.a, a), second.slice(from.b, b)];
    const grown = growth(firsts);
    const start = Math.min(...firsts.map((edit) => edit.start), ...seconds.map((edit) => edit.start - shift));
    const end = Math.max(...firsts.map((edit) => edit.end), ...seconds.map((edit) => edit.end - shift - grown));
    shift += grown;
    const total = grown + growth(seconds);
    edits.push({ start, end, text: output.slice(start + delta, end + delta + total) });
    delta += total;
  }
  return edits;
}

function growth(edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

/** Where each edit's text stands after all of them. */
function placesAfter(edits: readonly Edit[]): { start: number; end: number }[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start: at, end: at + text.length };
  });
}
