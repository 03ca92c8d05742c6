import type { ReasonPage } from '../reason-page.ts';

export const adoptedModule = {
  code: 'adopted-module',
  title: 'an adopted domain module',
  sentence: () => 'redomain never writes an adopted domain module',
} satisfies ReasonPage;
