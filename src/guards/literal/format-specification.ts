import type { ReasonPage } from '../reason-page.ts';

export const formatSpecification = {
  code: 'format-specification',
  title: 'a format specification',
  sentence: () => 'this text is a format specification',
  why: 'After the `:` in a field of an f-string stands a format specification, which Python reads in its own way.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app/client.py', text: 'base_url = f"{value:https://api.old.ex.ai}"' }],
    passes: [{ file: 'app/client.py', text: 'base_url = f"{value}https://api.old.ex.ai"' }],
  },
} satisfies ReasonPage;
