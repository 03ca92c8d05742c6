import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { trailingComment } from './trailing-comment.ts';
import { RETIREMENT_TEXT } from './vocabulary.ts';

export const retiredComment = {
  code: 'retired-comment',
  title: 'a comment that says that the host is retired',
  sentence: () => 'the comment beside it says that this host is retired',
  speaksOfHost: true,
  holds({ literal }, { file: { text } }) {
    if (!literal || isForPeople(literal)) return false;
    const comment = trailingComment(text, literal.span.end);
    return comment !== undefined && RETIREMENT_TEXT.test(comment);
  },
} satisfies Guard;
