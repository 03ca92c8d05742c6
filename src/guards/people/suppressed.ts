import type { ReasonPage } from '../reason-page.ts';

export const suppressed = {
  code: 'suppressed',
  title: 'suppressed by a comment',
  sentence: ({ why }) => why ?? '',
} satisfies ReasonPage;
