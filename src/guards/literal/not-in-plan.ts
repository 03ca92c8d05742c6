import type { ReasonPage } from '../reason-page.ts';

export const notInPlan = {
  code: 'not-in-plan',
  title: 'no import in the plan',
  sentence: () => 'the plan has no import of the module for this file',
} satisfies ReasonPage;
