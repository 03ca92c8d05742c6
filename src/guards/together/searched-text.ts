import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const searchedText = {
  code: 'searched-text',
  title: 'searched for by another place',
  sentence: (detail) => `a text that is ${stateOf(detail)} on line ${detail.line} searches for this one`,
  why: `The program searches texts for a part that is for review elsewhere in the file. If this text changed, the search would
no longer find it.`,
  settle: 'Settle the place on the line that the report names. This one then follows.',
  deliver: ['literal'],
  examples: {
    holds: [
      {
        file: 'app/check.py',
        text: `def broken(issues):
    return [one for one in issues if "app.old.ex.ai returns 404" in one]


issues = ["https://app.old.ex.ai returns 404, no such name"]`,
      },
      {
        file: 'web/check.ts',
        text: `export const broken = (issue: string) => issue.includes('app.old.ex.ai returns 404');
export const issue = 'https://app.old.ex.ai returns 404, no such name';`,
      },
    ],
    passes: [
      { file: 'app/check.py', text: 'issues = ["https://app.old.ex.ai returns 404, no such name"]' },
      { file: 'web/check.ts', text: "export const issue = 'https://app.old.ex.ai returns 404, no such name';" },
    ],
  },
  looksAround: true,
} satisfies ReasonPage;
