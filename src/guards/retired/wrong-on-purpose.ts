import type { Occurrence, View } from '../../core/occurrence.ts';
import { wordsOf } from '../words.ts';
import { trailingComment } from './trailing-comment.ts';
import { WRONG, WRONG_VALUE } from './vocabulary.ts';

/** Whether its name or a comment beside it says that a value is wrong: a test of what must be refused, which names no host to reach. */
export function wrongOnPurpose({ literal }: Occurrence, view: View): boolean {
  if (literal?.labels.some((label) => wordsOf(label).some((word) => WRONG.has(word)))) return true;
  const comment = literal && trailingComment(view.file.text, literal.span.end);
  return comment !== undefined && WRONG_VALUE.test(comment);
}
