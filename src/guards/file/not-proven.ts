import type { ReasonPage } from '../reason-page.ts';

export const notProven = {
  code: 'not-proven',
  title: 'a change that was not proved',
  sentence: ({ failure }) => `the change was not proved: ${failure}`,
  why: `Every rewritten file is parsed again and compared with the original. This comparison failed, so the file stays as it
was.`,
  settle: 'Please report it: this is a defect of redomain. Until it is corrected, change the file by hand.',
  occurs: 'The proof of a rewritten file fails. The run ends with exit code 2.',
} satisfies ReasonPage;
