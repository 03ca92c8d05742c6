import type { ReasonPage } from '../reason-page.ts';

export const hardCoded = {
  code: 'hard-coded',
  title: 'a constant has this value',
  sentence: () => 'a constant of the domain module has this value',
} satisfies ReasonPage;
