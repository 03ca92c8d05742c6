import type { ReasonPage } from '../reason-page.ts';

export const listOfNames = {
  code: 'list-of-names',
  title: 'a list of names of the program',
  sentence: () => 'this list has names of the program',
  why: '`__all__`, `__slots__` and `__match_args__` list names. Tools read them without running the program.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app/client.py', text: '__slots__ = ("url", "https://api.old.ex.ai")' }],
    passes: [{ file: 'app/client.py', text: 'URLS = ("url", "https://api.old.ex.ai")' }],
  },
} satisfies ReasonPage;
