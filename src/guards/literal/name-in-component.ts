import type { ReasonPage } from '../reason-page.ts';

export const nameInComponent = {
  code: 'name-in-component',
  title: 'a name that the component has',
  sentence: () => 'the name of the constant stands elsewhere in the component',
} satisfies ReasonPage;
