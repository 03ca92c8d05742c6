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
  title: 'a bare host that goes elsewhere with "wss"',
  sentence: ({ name }) => `\`${name}\` speaks of a WebSocket, and with "wss" this host goes elsewhere`,
  holds(occurrence, view) {
    const name = bareLabels(occurrence, view)?.find((label) =>
      wordsOf(label).some((word) => /^(?:wss?|websockets?)$/.test(word)),
    );
    return name !== undefined && goesElsewhere(occurrence, view.policy) && { name };
  },
} satisfies Guard;
