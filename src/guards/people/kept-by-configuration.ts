import type { ReasonPage } from '../reason-page.ts';

export const keptByConfiguration = {
  code: 'kept-by-configuration',
  title: 'kept by the configuration',
  sentence: () => 'the configuration keeps this file',
  why: 'An entry under `deliver` says `as: keep` for this file. Its hosts are counted and not changed.',
  settle: 'Nothing has to be done. Remove the entry if the file should change after all.',
  occurs: 'An entry such as `{ files: ["docs/history/**"], as: keep }` under `deliver` matches the file.',
} satisfies ReasonPage;
