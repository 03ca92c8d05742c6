import type { ReasonPage } from '../reason-page.ts';

export const runAsItIs = {
  code: 'run-as-it-is',
  title: 'a file that Node runs as it is',
  sentence: () => 'Node runs this file as it is, and the module is TypeScript',
  why: 'Node runs this JavaScript file without a bundler, and it cannot import a TypeScript module.',
  settle: 'Nothing has to be done. With a second module in JavaScript under `modules`, such files could use constants.',
  examples: {
    holds: [
      { file: 'bin/tool.cjs', text: "module.exports = { url: 'https://api.old.ex.ai' };" },
      { file: 'tool.config.js', text: "export default { url: 'https://api.old.ex.ai' };" },
    ],
    passes: [{ file: 'web/tool.js', text: "export default { url: 'https://api.old.ex.ai' };" }],
  },
} satisfies ReasonPage;
