import type { ReasonPage } from '../reason-page.ts';

export const moduleMissing = {
  code: 'module-missing',
  title: 'a domain module is missing',
  sentence: () => 'the domain module is missing',
  why: 'The configuration names a domain module that does not exist yet. Files could not import its constants.',
  settle: 'Run `redomain module`, or `redomain --write`, which writes the module as well.',
  occurs: 'A file under `modules` does not exist.',
} satisfies ReasonPage;
