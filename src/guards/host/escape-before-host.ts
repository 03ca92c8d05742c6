import type { Guard } from '../guard.ts';

export const escapeBeforeHost = {
  code: 'escape-before-host',
  title: 'a host after a backslash',
  sentence: () => 'the backslash before this host may begin an escape',
  why: `A backslash stands before this host. Depending on who reads the text, it begins an escape with the first letter of the
host, so that the host is another one.`,
  settle: 'Replace the host by hand, or remove the backslash if it has no purpose.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/client.py', text: 'SHARE_URL = r"https://files.example.com\\Api.Old.Ex.Ai"' },
      { file: 'config/app.ini', text: 'share_host = \\\\files\\Api.Old.Ex.Ai' },
    ],
    passes: [
      { file: 'app/client.py', text: 'TEXT = "See:\\nhttps://api.old.ex.ai"' },
      { file: 'config/app.ini', text: 'share_host = //files/Api.Old.Ex.Ai' },
    ],
  },
  holds: ({ hit }, { file: { text } }) => /(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, hit.start - 20), hit.start)),
} satisfies Guard;
