import type { ReasonPage } from '../reason-page.ts';

export const literalByConfiguration = {
  code: 'literal-by-configuration',
  title: 'literals by the configuration',
  sentence: () => 'the configuration asks for literals in this file',
  why: `An entry under \`deliver\` says \`as: literal\` for this file. Its hosts are replaced in place, and it imports no domain
module.`,
  settle: 'Nothing has to be done. Remove the entry if the file should use constants.',
  occurs: 'An entry such as `{ files: ["scripts/**"], as: literal }` under `deliver` matches the file.',
} satisfies ReasonPage;
