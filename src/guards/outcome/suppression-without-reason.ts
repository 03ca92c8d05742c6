import type { ReasonPage } from '../reason-page.ts';

export const suppressionWithoutReason = {
  code: 'suppression-without-reason',
  title: 'a suppression without a reason',
  sentence: () => 'this suppression gives no reason',
  why: `Without a reason, nobody can tell later whether the suppression is still needed. It does not count, and what it meant
to hide is reported.`,
  settle: 'Add the reason after two dashes: `redomain-ignore needs-review -- reason`.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # redomain-ignore' },
      {
        file: 'config/app.env',
        text: `# redomain-ignore
API_URL=https://api.old.ex.ai`,
      },
    ],
    passes: [{ file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # redomain-ignore -- the partner moves in May' }],
  },
} satisfies ReasonPage;
