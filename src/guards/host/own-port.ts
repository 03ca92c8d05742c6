import type { Guard } from '../guard.ts';

export const ownPort = {
  code: 'own-port',
  title: 'a port of its own',
  sentence: () => 'this address has a port of its own, and the canonical address has a port or a path',
  holds({ hit, standing }) {
    if (standing.state !== 'retired' || hit.port === undefined) return false;
    const { entry, to } = standing;
    const isWhole = entry.from.port === undefined && entry.from.path === undefined;
    return isWhole && (to.path !== undefined || to.port !== undefined);
  },
} satisfies Guard;
