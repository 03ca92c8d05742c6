import type { ReasonPage } from '../reason-page.ts';

export const lockFile = {
  code: 'lock-file',
  title: 'a lock file',
  sentence: () => 'this file is a lock file',
  why: 'A package manager writes this file. A changed address would no longer match the checksum beside it.',
  settle: 'Change the registry in the settings of the package manager and let it write the file again.',
  examples: {
    holds: [
      { file: 'package-lock.json', text: '{ "resolved": "https://api.old.ex.ai/x-1.0.0.tgz" }' },
      { file: 'poetry.lock', text: 'url = "https://api.old.ex.ai/x.whl"' },
    ],
    passes: [{ file: 'config/packages.json', text: '{ "url": "https://api.old.ex.ai" }' }],
  },
} satisfies ReasonPage;
