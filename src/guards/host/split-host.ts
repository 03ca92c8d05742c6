import type { ReasonPage } from '../reason-page.ts';

export const splitHost = {
  code: 'split-host',
  title: 'a host put together from parts',
  sentence: ({ hosts }) => `this host is put together from parts, and may be ${hosts}`,
  why: `The program joins this text with the text before it. The result may be a retired host, but neither text names one by
itself.`,
  settle: 'Write the host in one text. Then redomain changes it.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'HOST = "api." "old.ex.ai"' },
      { file: 'web/client.ts', text: "export const host = 'api.' + 'old.ex.ai';" },
    ],
    passes: [
      { file: 'app/client.py', text: 'HOST = "api.old.ex.ai"' },
      { file: 'web/client.ts', text: "export const host = 'api.old.ex.ai';" },
    ],
  },
} satisfies ReasonPage;
