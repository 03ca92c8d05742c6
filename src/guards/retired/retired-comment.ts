import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { trailingComment } from './trailing-comment.ts';
import { RETIREMENT_TEXT } from './vocabulary.ts';

export const retiredComment = {
  code: 'retired-comment',
  title: 'a comment that says that the host is retired',
  sentence: () => 'the comment on this line says that the host is retired',
  why: `The comment after the code says that this value is deprecated, replaced or wrong. Somebody wrote the retired host
there on purpose.`,
  settle: `If the comment is out of date, remove it; then redomain changes the host. If it is right, keep the host with
\`redomain-ignore needs-review -- reason\`.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # deprecated, removed with version 3' },
      {
        file: 'web/client.ts',
        text: `const url = 'https://api.old.ex.ai'; // no longer used
export { url };`,
      },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # the backend' },
      {
        file: 'web/client.ts',
        text: `const url = 'https://api.old.ex.ai'; // the backend
export { url };`,
      },
    ],
  },
  speaksOfHost: true,
  holds({ literal }, { file: { text } }) {
    if (!literal || isForPeople(literal)) return false;
    const comment = trailingComment(text, literal.span.end);
    return comment !== undefined && RETIREMENT_TEXT.test(comment);
  },
} satisfies Guard;
