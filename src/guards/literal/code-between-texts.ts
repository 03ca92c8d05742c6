import type { ReasonPage } from '../reason-page.ts';

export const codeBetweenTexts = {
  code: 'code-between-texts',
  title: 'an address with code in it',
  sentence: () => 'code stands between the texts of this address',
  why: 'The address of a template has a `${…}` in it, and the constant would have to take the place of that code.',
  settle: 'Nothing has to be done.',
  occurs: 'A template has an expression between the scheme and the host, or between the host and the path of the entry.',
} satisfies ReasonPage;
