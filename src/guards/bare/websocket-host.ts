import type { Occurrence } from '../../core/occurrence.ts';
import type { Policy } from '../../types/policy.ts';
import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';
import { bareLabels } from './labels.ts';

/** True when the policy takes the same host elsewhere where a WebSocket's scheme stands before it. */
function goesElsewhere({ hit, standing }: Occurrence, { entries }: Policy): boolean {
  return (
    standing.state === 'retired' &&
    entries.some(({ from, to }) => from.host === hit.host && /^wss?$/.test(from.scheme ?? '') && to.host !== standing.to.host)
  );
}

export const websocketHost = {
  code: 'websocket-host',
  title: 'a bare host that moves elsewhere with "wss"',
  sentence: ({ name }) => `\`${name}\` names a WebSocket, and with "wss" this host moves to another host`,
  why: `The configuration moves this host to one canonical host with \`wss://\` and to another without a scheme. The name says
that it is used for WebSockets, so the second may be wrong.`,
  settle: 'Write the whole address with its scheme. Then the entry for `wss://` applies.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/socket.py', text: 'WS_HOST = "api.old.ex.ai"' },
      { file: 'config/app.env', text: 'WS_HOST=api.old.ex.ai' },
    ],
    passes: [
      { file: 'app/socket.py', text: 'WS_URL = "wss://api.old.ex.ai"' },
      { file: 'config/app.env', text: 'API_HOST=api.old.ex.ai' },
    ],
  },
  holds(occurrence, view) {
    const name = bareLabels(occurrence, view)?.find((label) =>
      wordsOf(label).some((word) => /^(?:wss?|websockets?)$/.test(word)),
    );
    return name !== undefined && goesElsewhere(occurrence, view.policy) && { name };
  },
} satisfies Guard;
