import type { ReasonPage } from '../reason-page.ts';

export const splitHost = {
  code: 'split-host',
  title: 'a host put together from parts',
  sentence: ({ hosts }) => `this host is put together from parts, and may be ${hosts}`,
} satisfies ReasonPage;
