import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const sameText = {
  code: 'same-text',
  title: 'in the same text as another place',
  sentence: (detail) => `the same text has a host that is ${stateOf(detail)} on line ${detail.line}`,
  why: `Several hosts stand in one text, and one of them stays. If only the others changed, the text would be half old and
half new.`,
  settle: 'Settle the place on the line that the report names. This one then follows.',
  deliver: ['literal'],
  examples: {
    holds: [
      { file: 'app/check.py', text: 'raise ValueError("The deprecated api.old.ex.ai answered https://app.old.ex.ai")' },
      { file: 'config/app.env', text: 'HOSTS=https://api.old.ex.ai..example.com https://app.old.ex.ai' },
    ],
    passes: [
      { file: 'app/check.py', text: 'raise ValueError("https://api.old.ex.ai answered https://app.old.ex.ai")' },
      { file: 'config/app.env', text: 'HOSTS=https://api.old.ex.ai https://app.old.ex.ai' },
    ],
  },
  looksAround: true,
} satisfies ReasonPage;
