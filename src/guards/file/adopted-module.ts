import type { ReasonPage } from '../reason-page.ts';

export const adoptedModule = {
  code: 'adopted-module',
  title: 'an adopted domain module',
  sentence: () => 'this file is an adopted domain module, which redomain never writes',
  why: 'The configuration says `adopt: true`: the module is your own. redomain reads its constants and never writes it.',
  settle: 'Change the host in the module by hand. All files that import it follow.',
  occurs: 'A file under `modules` has `adopt: true` and names a retired host.',
} satisfies ReasonPage;
