import type { Guard } from '../guard.ts';
import { partedByScheme } from './parted.ts';

export const splitByScheme = {
  code: 'split-by-scheme',
  title: 'a bare host beside an address that moves to another host',
  sentence: ({ scheme }) => `this function has the host with "${scheme}" too, and that moves to another host`,
  why: `The configuration moves this host to one canonical host as \`wss://…\` and to another without a scheme. The function has
both, so the bare name may belong to either.`,
  settle: 'Write the bare name as a whole address with its scheme, or replace it by hand.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      {
        file: 'app/socket.py',
        text: `def connect():
    host = "api.old.ex.ai"
    return open_socket("wss://api.old.ex.ai/ws", host)`,
      },
      {
        file: 'web/socket.ts',
        text: `export function connect() {
  const host = 'api.old.ex.ai';
  return open('wss://api.old.ex.ai/ws', host);
}`,
      },
    ],
    passes: [
      {
        file: 'app/socket.py',
        text: `def connect():
    return open_socket("wss://api.old.ex.ai/ws")`,
      },
      {
        file: 'web/socket.ts',
        text: `export function connect() {
  return open('wss://api.old.ex.ai/ws');
}`,
      },
    ],
  },
  holds(occurrence, view) {
    const parted = partedByScheme(view).get(occurrence);
    return parted?.code === 'split-by-scheme' && parted.detail;
  },
  looksAround: true,
} satisfies Guard;
