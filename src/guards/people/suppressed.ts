import type { ReasonPage } from '../reason-page.ts';

export const suppressed = {
  code: 'suppressed',
  title: 'suppressed by a comment',
  sentence: ({ why = '' }) => why,
  why: 'A comment in the file says that this host stays, and gives a reason.',
  settle: `Nothing has to be done. Remove the comment when its reason is no longer true; a comment with \`until=YYYY-MM-DD\`
expires by itself.`,
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # redomain-ignore -- the partner moves in May' },
      {
        file: 'docs/guide.md',
        text: `<!-- redomain-ignore -- the partner moves in May -->
The backend is https://api.old.ex.ai.`,
      },
    ],
    passes: [{ file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # the partner moves in May' }],
  },
} satisfies ReasonPage;
