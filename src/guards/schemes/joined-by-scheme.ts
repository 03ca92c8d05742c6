import type { Guard } from '../guard.ts';
import { partedByScheme } from './parted.ts';

export const joinedByScheme = {
  code: 'joined-by-scheme',
  title: 'two schemes of one host that would become one address',
  sentence: ({ scheme, other }) => `"${scheme}" and "${other}" of this host would become one address`,
  why: `The function tells two addresses apart by their schemes, and both would become the same address. A test of the
difference, for example that \`ws://\` is refused, would lose its meaning.`,
  settle: 'Rewrite the function by hand. Often one of the two cases has to go.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      {
        file: 'app/socket.py',
        text: `def schemes():
    return [("wss://api.old.ex.ai/ws", True), ("ws://api.old.ex.ai/ws", False)]`,
      },
      {
        file: 'web/socket.ts',
        text: `export function isSafe(url: string) {
  if (url === 'wss://api.old.ex.ai/ws') return true;
  return url === 'ws://api.old.ex.ai/ws' ? undefined : 0;
}`,
      },
    ],
    passes: [
      {
        file: 'app/socket.py',
        text: `def schemes():
    return [("ws://api.old.ex.ai/ws", True)]`,
      },
      {
        file: 'web/socket.ts',
        text: `export function isSafe(url: string) {
  return url === 'ws://api.old.ex.ai/ws';
}`,
      },
    ],
  },
  holds(occurrence, view) {
    const parted = partedByScheme(view).get(occurrence);
    return parted?.code === 'joined-by-scheme' && parted.detail;
  },
  looksAround: true,
} satisfies Guard;
