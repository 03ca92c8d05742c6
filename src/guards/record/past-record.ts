import type { ReasonPage } from '../reason-page.ts';

export const pastRecord = {
  code: 'past-record',
  title: 'a record of what was',
  sentence: ({ kind }) => `this file is ${kind}, which records what was, and the configuration says nothing of it`,
} satisfies ReasonPage;
