import type { ReasonPage } from '../reason-page.ts';

export const suppressionUnused = {
  code: 'suppression-unused',
  title: 'a suppression that suppresses nothing',
  sentence: () => 'this suppression suppresses nothing',
  why: 'Nothing is reported where the comment points. It may hide the next finding that appears there.',
  settle: 'Remove the comment, or move it to the line it was meant for.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `# redomain-ignore -- nothing stands here

URL = "https://api.old.ex.ai"`,
      },
      {
        file: 'config/app.env',
        text: `# redomain-ignore -- nothing stands here
DEBUG=1
API_URL=https://api.old.ex.ai`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `# redomain-ignore -- the partner moves in May
URL = "https://api.old.ex.ai"`,
      },
    ],
  },
} satisfies ReasonPage;
