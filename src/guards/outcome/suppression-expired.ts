import type { ReasonPage } from '../reason-page.ts';

export const suppressionExpired = {
  code: 'suppression-expired',
  title: 'a suppression that has expired',
  sentence: ({ day }) => `this suppression expired on ${day}`,
  why: 'The date behind `until=` is over. The suppression does not count any more, and what it hid is reported.',
  settle: 'Change the place, or write a new date with a reason.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # redomain-ignore until=2020-01-01 -- the partner moves' },
      {
        file: 'config/app.env',
        text: `# redomain-ignore until=2020-01-01 -- the partner moves
API_URL=https://api.old.ex.ai`,
      },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"  # redomain-ignore until=2099-01-01 -- the partner moves' },
    ],
  },
} satisfies ReasonPage;
