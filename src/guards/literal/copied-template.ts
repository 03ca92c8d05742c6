import type { ReasonPage } from '../reason-page.ts';

export const copiedTemplate = {
  code: 'copied-template',
  title: 'a template that is copied',
  sentence: () => 'this template is copied into other projects',
  why: 'A project template is copied into another project, which does not have the domain module.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app_template/client.py', text: 'URL = "https://api.old.ex.ai"' }],
    passes: [{ file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"' }],
  },
} satisfies ReasonPage;
