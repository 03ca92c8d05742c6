import type { ReasonPage } from '../reason-page.ts';

export const runAsItIs = {
  code: 'run-as-it-is',
  title: 'a file that Node runs as it is',
  sentence: () => 'Node runs this file as it is, and the module is TypeScript',
} satisfies ReasonPage;
