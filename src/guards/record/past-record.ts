import type { ReasonPage } from '../reason-page.ts';

export const pastRecord = {
  code: 'past-record',
  title: 'a file that is a record of the past',
  sentence: ({ kind }) => `this file is ${kind}, a record of the past that the configuration does not mention`,
  why: `Logs, recorded results, changelogs, backups and reports with a date in their names tell what was. A rewrite would
falsify them, but redomain cannot be sure that the file is such a record.`,
  settle: 'Say what becomes of the file. `keep` leaves it as it is, `literal` treats it like any other text:',
  entry: `deliver:
  - { files: ["docs/history/**"], as: keep }`,
  examples: {
    holds: [
      { file: 'docs/worklog-2025-09-14.md', text: 'The backend is https://api.old.ex.ai.' },
      { file: 'logs/results.json', text: '{ "target": "https://api.old.ex.ai" }' },
    ],
    passes: [
      { file: 'docs/worklog.md', text: 'The backend is https://api.old.ex.ai.' },
      { file: 'config/target.json', text: '{ "target": "https://api.old.ex.ai" }' },
    ],
  },
} satisfies ReasonPage;
