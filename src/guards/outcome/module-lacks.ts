import type { ReasonPage } from '../reason-page.ts';

export const moduleLacks = {
  code: 'module-lacks',
  title: 'an adopted module lacks a service',
  sentence: ({ value, service }) => `the adopted module holds no ${value} for ${service}: add it there`,
} satisfies ReasonPage;
