import type { ReasonPage } from '../reason-page.ts';

export const earlierScript = {
  code: 'earlier-script',
  title: 'not the last script of a component',
  sentence: () => 'a later script of the component shares its names',
} satisfies ReasonPage;
