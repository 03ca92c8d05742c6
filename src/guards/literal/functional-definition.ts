import type { ReasonPage } from '../reason-page.ts';

export const functionalDefinition = {
  code: 'functional-definition',
  title: 'a functional definition of a type',
  sentence: () => 'this call defines a type from literals',
  why: `Calls such as \`TypedDict("Name", {…})\` and \`namedtuple(…)\` define a type. Type checkers read their arguments without
running the program.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app/client.py', text: 'Urls = TypedDict("Urls", {"https://api.old.ex.ai/url": str})' }],
    passes: [{ file: 'app/client.py', text: 'urls = dict({"https://api.old.ex.ai/url": str})' }],
  },
} satisfies ReasonPage;
