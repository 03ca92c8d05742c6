import type { ReasonPage } from '../reason-page.ts';

export const moduleDiffers = {
  code: 'module-differs',
  title: 'a domain module that differs',
  sentence: () => 'the domain module differs from the configuration',
  why: 'redomain generates the module from the configuration. Somebody changed one of them without the other.',
  settle: 'Make the change in the configuration and run `redomain module`.',
  occurs: 'A file under `modules` is not what redomain would write.',
} satisfies ReasonPage;
