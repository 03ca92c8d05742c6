import type { ReasonPage } from '../reason-page.ts';

export const notInPlan = {
  code: 'not-in-plan',
  title: 'no import in the plan',
  sentence: () => 'the plan has no import of the module for this file',
  why: 'The transform for jscodeshift carries out a plan that redomain made before. The plan gives this file no import.',
  settle: 'Make the plan again if the file has changed since.',
  occurs: 'The transform for jscodeshift is run with a plan in which the file imports no domain module.',
} satisfies ReasonPage;
